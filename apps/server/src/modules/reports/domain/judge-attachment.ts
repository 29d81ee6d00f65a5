import type { Bilingual } from '../../../platform/i18n/language.ts';

/** What must stand in a container for it to be what its name says. */
const PARTS: Readonly<Record<string, RegExp>> = {
  docx: /^word\/document\d*\.xml$/,
  xlsx: /^xl\/workbook\.xml$/,
  ofd: /^OFD\.xml$/i,
};
const PROGRAMS = /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk|sh|apk)$/i;
/** Objects of other programs within a document, which may be programs themselves. */
const EMBEDDED = /^(word|xl)\/embeddings\/.*\.(bin|ole)$/i;

/** Beside the check of every paper: a container must be what its ending says and carry no programs. Undefined: nothing against it. */
export function refuseContainer(fileName: string, names: readonly string[]): Bilingual | undefined {
  if (names.length === 0) return undefined;
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const part = PARTS[ending];
  if (part !== undefined && !names.some((name) => part.test(name)))
    return { zh: `内容不是 ${ending} 文档，只是改了扩展名`, en: `it is not a ${ending} document but only named so` };
  const program = names.find((name) => PROGRAMS.test(name) || EMBEDDED.test(name));
  if (program !== undefined)
    return {
      zh: '文档内嵌有程序或对象，请删除后再传',
      en: 'programs or objects are embedded in it; remove them first',
    };
  return undefined;
}

/** What PDF readers would run by themselves. */
const PDF_RUNS = /\/(?:JavaScript|JS|Launch|EmbeddedFile)\b/;

/** A PDF that carries scripts, starts programs or holds files. Undefined: none seen. */
export function refusePdf(content: Buffer): Bilingual | undefined {
  if (content.subarray(0, 4).toString('latin1') !== '%PDF' || !PDF_RUNS.test(content.toString('latin1')))
    return undefined;
  return {
    zh: 'PDF 含有脚本或内嵌文件，请用“打印为 PDF”另存后再传',
    en: 'the PDF holds scripts or files; print it to a new PDF first',
  };
}
