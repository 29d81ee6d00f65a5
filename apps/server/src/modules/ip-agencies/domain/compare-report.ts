import type { AgencyNote } from './agency.ts';
import { nameKeyOf } from './agency-name.ts';

/** What an annual report states, of what can be compared. */
export interface ReportSaid {
  readonly agency?: string;
  readonly uscc?: string;
  readonly agencyCode?: string;
  readonly headName?: string;
  readonly address?: string;
  readonly attorneys?: number;
}

/** What the register says of the same things; attorneys on the last day of the year reported on. */
export interface ReportRegister {
  readonly name: string;
  readonly names: readonly string[];
  readonly uscc: string | null;
  readonly codes: readonly string[];
  readonly headName: string | null;
  readonly address: string | null;
  readonly attorneys: number;
}

const differ = (field: string, zh: string, en: string, said: string | number, known: string | number): AgencyNote => ({
  code: 'report-differs',
  field,
  zh: `${zh}：年报为“${said}”，登记簿为“${known}”`,
  en: `${en}: the report says "${said}", the register "${known}"`,
});

/** Where a report contradicts the register, field by field. What one side leaves out contradicts nothing. */
export function compareReport(said: ReportSaid, known: ReportRegister): AgencyNote[] {
  const notes: AgencyNote[] = [];
  if (said.agency !== undefined && !known.names.some((name) => nameKeyOf(name) === nameKeyOf(said.agency as string)))
    notes.push(differ('name', '机构名称', 'Name', said.agency, known.name));
  if (said.uscc !== undefined && known.uscc !== null && said.uscc !== known.uscc)
    notes.push(differ('uscc', '统一社会信用代码', 'Unified code', said.uscc, known.uscc));
  if (said.agencyCode !== undefined && known.codes.length > 0 && !known.codes.includes(said.agencyCode))
    notes.push(differ('agencyCode', '机构代码', 'Agency code', said.agencyCode, known.codes.join('、')));
  if (said.headName !== undefined && known.headName !== null && nameKeyOf(said.headName) !== nameKeyOf(known.headName))
    notes.push(differ('headName', '负责人', 'Head', said.headName, known.headName));
  if (said.address !== undefined && known.address !== null && nameKeyOf(said.address) !== nameKeyOf(known.address))
    notes.push(differ('address', '地址', 'Address', said.address, known.address));
  if (said.attorneys !== undefined && known.attorneys > 0 && said.attorneys !== known.attorneys)
    notes.push(differ('attorneys', '代理师人数', 'Attorneys', said.attorneys, known.attorneys));
  return notes;
}
