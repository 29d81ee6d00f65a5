import type { Sentence } from './types.ts';

type Params = Record<string, string | number>;
type SentenceOf = (p: Params) => Sentence;

/** What happened and what to do, per code. The codes are part of the API's error catalogue. */
const SENTENCES = {
  'file.empty': (p) => ({
    zh: `文件“${p.fileName}”中没有任何数据。请确认导出时选择了数据后重新上传。`,
    en: `"${p.fileName}" holds no data. Check that rows were selected when exporting, then upload again.`,
  }),
  'file.password': (p) => ({
    zh: `文件“${p.fileName}”设有密码，无法读取。请在 Excel/WPS 或压缩软件中去除密码后重新上传。`,
    en: `"${p.fileName}" is protected by a password. Remove the password in Excel, WPS or the archiver and upload again.`,
  }),
  'file.corrupt': (p) => ({
    zh: `文件“${p.fileName}”已损坏，无法读取${p.detail ? `（${p.detail}）` : ''}。请用 Excel/WPS 打开并另存为 xlsx，或向来源单位重新索取。`,
    en: `"${p.fileName}" is damaged and cannot be read${p.detail ? ` (${p.detail})` : ''}. Open it in Excel or WPS and save it as xlsx, or ask the sender for it again.`,
  }),
  'file.too-large': (p) => ({
    zh: `文件“${p.fileName}”大小为 ${p.actualMb} MB，超过上限 ${p.limitMb} MB。请拆分为几个文件，或另存为 csv 后再上传。`,
    en: `"${p.fileName}" is ${p.actualMb} MB; the limit is ${p.limitMb} MB. Split it into several files or save it as csv.`,
  }),
  'file.too-many-rows': (p) => ({
    zh: `文件“${p.fileName}”超过 ${p.limit} 行的上限。请拆分为几个文件后再上传。`,
    en: `"${p.fileName}" has more than ${p.limit} rows. Split it into several files.`,
  }),
  'file.too-many-columns': (p) => ({
    zh: `“${p.sheet || p.fileName}”有 ${p.actual} 列，超过 ${p.limit} 列的上限。请删除无关的列后重新上传。`,
    en: `"${p.sheet || p.fileName}" has ${p.actual} columns; the limit is ${p.limit}. Delete the columns that are not needed and upload again.`,
  }),
  'file.memory': (p) => ({
    zh: `文件“${p.fileName}”内容过大，读取时超过 ${p.limitMb} MB 内存上限。请用 Excel/WPS 另存为 xlsx 或 csv 后再上传。`,
    en: `"${p.fileName}" needs more than ${p.limitMb} MB of memory to read. Save it as xlsx or csv in Excel or WPS and upload that.`,
  }),
  'file.zip-bomb': (p) => ({
    zh: `文件“${p.fileName}”解压后的内容异常庞大（${p.detail}），出于安全已停止读取。请只压缩需要导入的表格后重新上传。`,
    en: `"${p.fileName}" unpacks to an abnormal size (${p.detail}); reading was stopped for safety. Pack only the tables to import.`,
  }),
  'file.nested-zip': (p) => ({
    zh: `压缩包“${p.fileName}”中还有压缩包“${p.entry}”。请先解压，把表格文件直接放进一个压缩包后上传。`,
    en: `The archive "${p.fileName}" contains another archive "${p.entry}". Unpack it and put the tables directly into one archive.`,
  }),
  'file.unknown-format': (p) => ({
    zh: `文件“${p.fileName}”${p.found ? `是${p.found}` : '的格式无法识别'}，不能作为表格导入。请上传 xlsx、xls、csv、tsv、xml 或它们的 zip 压缩包。`,
    en: `"${p.fileName}" ${p.foundEn ? `is ${p.foundEn}` : 'has an unknown format'} and cannot be imported as a table. Upload xlsx, xls, csv, tsv, xml, or a zip of those.`,
  }),
  'file.unknown-xml': (p) => ({
    zh: `文件“${p.fileName}”是根元素为“${p.root}”的 XML，系统不认识这种结构。可导入的有：国家知识产权局专利全文 XML、WIPO ST.66/ST.96 商标 XML、Excel XML 表格。`,
    en: `"${p.fileName}" is XML with the root "${p.root}", a structure not known here. Known: CNIPA patent full text, WIPO ST.66/ST.96 trademarks, Excel XML workbooks.`,
  }),
  'file.xml-entities': (p) => ({
    zh: `文件“${p.fileName}”在 DTD 中自行定义了实体，可能被用于攻击，已拒绝读取。请从来源系统重新导出不含实体定义的 XML。`,
    en: `"${p.fileName}" defines its own entities in a DTD, which can be used for attacks; it was refused. Export the XML again without entity definitions.`,
  }),
  'file.no-header': (p) => ({
    zh: `在“${p.sheet || p.fileName}”的前 20 行中找不到表头。请确认表头在前 20 行内、每列都有名称后重新上传。`,
    en: `No header was found in the first 20 rows of "${p.sheet || p.fileName}". Put the column names within the first 20 rows and upload again.`,
  }),
  'file.encoding': (p) => ({
    zh: `文件“${p.fileName}”的文字编码无法识别。请在 Excel/WPS 中另存为“CSV UTF-8”或 xlsx 后重新上传。`,
    en: `The text encoding of "${p.fileName}" is not recognised. Save it as "CSV UTF-8" or xlsx and upload again.`,
  }),
} satisfies Record<string, SentenceOf>;

export type ReadErrorCode = keyof typeof SENTENCES;

export const READ_ERROR_CODES = Object.keys(SENTENCES) as ReadErrorCode[];

/** The file as a whole (or a sheet of it) cannot be read; `sentence` says what happened and what to do. */
export class ReadError extends Error {
  readonly code: ReadErrorCode;
  readonly params: Params;
  readonly sentence: Sentence;

  constructor(code: ReadErrorCode, params: Params, cause?: unknown) {
    const sentence = (SENTENCES[code] as SentenceOf)(params);
    super(sentence.en, cause === undefined ? undefined : { cause });
    this.name = 'ReadError';
    this.code = code;
    this.params = params;
    this.sentence = sentence;
  }
}

/** Passes ReadErrors and aborts through; anything else a format library throws means the file is damaged. */
export function asReadError(error: unknown, fileName: string): Error {
  if (error instanceof ReadError) return error;
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) return error;
  const system = error as { code?: unknown; syscall?: unknown };
  if (error instanceof Error && typeof system.syscall === 'string') return error;
  const detail = error instanceof Error ? error.message.slice(0, 160) : String(error).slice(0, 160);
  return new ReadError('file.corrupt', { fileName, detail }, error);
}
