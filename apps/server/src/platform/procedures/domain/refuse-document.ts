import type { Bilingual } from '../../i18n/language.ts';

export type PaperVerdict =
  | { readonly ok: true; readonly mediaType: string }
  | { readonly ok: false; readonly why: Bilingual };

const starts = (head: Buffer, ...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
const refuse = (zh: string, en: string): PaperVerdict => ({ ok: false, why: { zh, en } });
const accept = (mediaType: string): PaperVerdict => ({ ok: true, mediaType });

const OFFICE: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
};
/** The harmless file every scanner must report (EICAR), split so that this source is not one. */
const TEST_VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!'].join('');

/**
 * Whether a paper may be kept, by its content.
 * @param head at least the first 8 KB
 * @param names names of the entries when it is a zip container
 */
export function judgePaper(fileName: string, head: Buffer, names: readonly string[]): PaperVerdict {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (head.includes(TEST_VIRUS)) return refuse('检测到病毒测试特征，已拒收', 'it holds the signature of a virus test');
  if (starts(head, 0x4d, 0x5a) || starts(head, 0x7f, 0x45, 0x4c, 0x46) || starts(head, 0x23, 0x21))
    return refuse('可执行程序不能作为材料', 'programs are not taken');
  if (
    names.some((name) => /vbaProject\.bin$|^(word|xl)\/(macros|activeX)\//i.test(name)) ||
    /^(docm|xlsm|dotm)$/.test(ending)
  )
    return refuse(
      '文件含有宏，请另存为不含宏的 docx 或 PDF 后再上传',
      'it holds macros; save it as docx without macros or as PDF',
    );
  if (starts(head, 0x25, 0x50, 0x44, 0x46)) return accept('application/pdf');
  if (starts(head, 0xff, 0xd8, 0xff)) return accept('image/jpeg');
  if (starts(head, 0x89, 0x50, 0x4e, 0x47)) return accept('image/png');
  if (head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP')
    return accept('image/webp');
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) {
    const type = OFFICE[ending];
    return type === undefined
      ? refuse('压缩包请解开后逐份上传', 'please unpack archives and add the papers one by one')
      : accept(type);
  }
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0))
    return refuse(
      '旧版 Office 文件可能带宏，请另存为 docx、xlsx 或 PDF',
      'old Office files may hold macros; save as docx, xlsx or PDF',
    );
  return refuse(
    '只收 PDF、图片（JPEG、PNG、WebP）、docx、xlsx、OFD',
    'only PDF, pictures, docx, xlsx and OFD are taken',
  );
}
