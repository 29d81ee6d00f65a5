import { MatchInputError, readRecord } from './read-table.ts';

/** Column names of the fixed format, each with the Chinese headings that mean the same. */
export const registerColumns = {
  uscc: ['uscc', '统一社会信用代码'],
  name: ['name', '企业名称', '名称', '单位名称'],
  former_names: ['former_names', '曾用名'],
  address: ['address', '地址', '住所', '注册地址'],
  scope: ['scope', '经营范围'],
} as const;

export const mentionColumns = {
  id: ['id', '编号', '序号'],
  name: ['name', '名称', '申请人', '权利人', '企业名称', '单位名称'],
  address: ['address', '地址', '申请人地址'],
  ipc: ['ipc', 'IPC', 'IPC分类号', '分类号'],
} as const;

export type MentionColumns = Record<keyof typeof mentionColumns, number>;

export interface Header<Columns> {
  columns: Columns;
  /** where the first record starts. */
  start: number;
}

/** Finds the columns by the first record; -1 for an optional one that is missing. Throws MatchInputError. */
export function readHeader<Names extends Record<string, readonly string[]>>(
  text: string,
  names: Names,
  required: readonly (keyof Names & string)[],
  what: string,
): Header<Record<keyof Names, number>> {
  const fields: string[] = [];
  const start = readRecord(text, 0, fields);
  const heads = fields.map((field) => field.trim().toLowerCase());
  const columns = {} as Record<keyof Names, number>;
  for (const name of Object.keys(names) as (keyof Names & string)[]) {
    columns[name] = heads.findIndex((head) => names[name]!.map((alias) => alias.toLowerCase()).includes(head));
  }
  const missing = required.filter((name) => columns[name] < 0);
  if (missing.length > 0) {
    throw new MatchInputError(
      `${what}缺少列：${missing.join('、')}。表头应为 ${Object.keys(names).join(',')}，实际为“${fields.join(',').slice(0, 120)}”。`,
    );
  }
  return { columns, start };
}
