import type { SourceNote } from './types.ts';

const SENTENCES: Record<SourceNote['code'], (name: string, detail: string) => { zh: string; en: string }> = {
  'sheet.hidden': (name) => ({
    zh: `工作表“${name}”是隐藏的，未读取。如需导入，请取消隐藏后重新上传。`,
    en: `Sheet "${name}" is hidden and was not read. Unhide it and upload again if it should be imported.`,
  }),
  'sheet.empty': (name) => ({ zh: `工作表“${name}”没有内容。`, en: `Sheet "${name}" is empty.` }),
  'sheet.no-table': (name) => ({
    zh: `工作表“${name}”的前 20 行中找不到表头，未读取。`,
    en: `Sheet "${name}" has no header in its first 20 rows and was not read.`,
  }),
  'sheet.not-cells': (name) => ({
    zh: `“${name}”是图表等没有单元格的工作表，未读取。`,
    en: `"${name}" is a chart or another sheet without cells and was not read.`,
  }),
  'entry.ignored': (name) => ({
    zh: `压缩包中的“${name}”不是表格文件，未读取。`,
    en: `"${name}" in the archive is not a table and was not read.`,
  }),
  'entry.unreadable': (name, detail) => ({
    zh: `压缩包中的“${name}”未读取：${detail}`,
    en: `"${name}" in the archive was not read: ${detail}`,
  }),
};

/** Says which part of a file was left out. */
export function sheetNote(
  code: SourceNote['code'],
  name: string,
  detail: { zh: string; en: string } = { zh: '', en: '' },
): SourceNote {
  return { code, name, message: { zh: SENTENCES[code](name, detail.zh).zh, en: SENTENCES[code](name, detail.en).en } };
}
