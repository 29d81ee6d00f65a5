import { computePatentApplicationCheck } from '@jince/identifiers';
import { csv } from './run-import.ts';

/** Application number of a year, type digit and serial, with its check digit, undotted. */
export function number(year: number, type: number, serial: number): string {
  const digits = `${year}${type}${String(serial).padStart(7, '0')}`;
  return digits + computePatentApplicationCheck(digits);
}

const PATENTS = [
  '标题 (中文)',
  '申请号',
  '申请日',
  '公开（公告）号',
  '公开（公告）日',
  '专利类型',
  '授权公告日',
  '当前权利人',
  '申请人地址',
  'IPC',
  '专利有效性',
  '当前法律状态',
  '失效日',
  '发明人',
  '代理机构',
  '权利要求数量',
  '被引证次数',
  '同族国家/地区',
  '转让执行日',
];

export const SHENGZE = '江苏省苏州市吴江区盛泽镇西二环路1号';

/** Rows of an export of patents; a cell left out is empty. */
export function patentFile(...rows: readonly Readonly<Record<string, string>>[]): string {
  const base = { 申请人地址: SHENGZE };
  return csv(PATENTS, ...rows.map((row) => PATENTS.map((header) => ({ ...base, ...row })[header] ?? '')));
}
