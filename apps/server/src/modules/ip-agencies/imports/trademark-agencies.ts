import { addDays, addYears } from '@jince/calendar';
import { lawBook } from '@jince/law';
import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import type { AgencyKind } from '../domain/agency.ts';
import { describeStatements } from '../repositories/describe-agency-records.ts';
import { projectTrademarkAgencies } from '../repositories/project-statements.ts';
import { AGENCY_COLUMNS, fieldsOf, isRefused, readAgency, tidy } from './fields.ts';
import { statusOf } from './read-agency-words.ts';

const fields = fieldsOf([
  ...AGENCY_COLUMNS,
  ['filingNo', '备案号', 'Filing number', 'text', ['商标代理备案号', '备案编号', '商标代理机构备案号']],
  ['filingFrom', '备案日期', 'Filed on', 'date', ['备案时间', '备案生效日期', '有效期起', '备案有效期起']],
  ['filingUntil', '备案有效期至', 'Filed until', 'date', ['有效期至', '备案到期日', '有效期止', '备案有效期止']],
  ['address', '地址', 'Address', 'text', ['机构地址', '住所', '办公地址']],
  ['headName', '负责人', 'Head', 'text', ['机构负责人', '法定代表人']],
  ['phone', '联系电话', 'Telephone', 'text', ['电话', '联系方式']],
  ['status', '备案状态', 'Status', 'text', ['状态']],
  ['lawFirm', '是否律师事务所', 'Law firm', 'boolean', ['律师事务所']],
]);

/** The last day of a term that the list leaves out, by the term in law. */
function untilOf(from: string): { readonly on: string; readonly years: number; readonly article: string } {
  const { value, article } = lawBook.lawNumber('agencies.trademark-filing.years', from);
  return { on: addDays(addYears(from, value), -1), years: value, article };
}

/** One filing of one agency per row: a renewal is a row of its own. */
function checkTrademarkAgency(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const agency = readAgency(reader);
  const filingFrom = reader.date('filingFrom');
  let filingUntil = reader.date('filingUntil');
  if (filingFrom !== undefined && filingUntil !== undefined && filingUntil < filingFrom) {
    reader.add({
      code: 'filing.reversed',
      severity: 'doubtful',
      field: 'filingUntil',
      zh: `备案有效期至 ${filingUntil} 早于备案日期 ${filingFrom}`,
      en: `The filing ends ${filingUntil} before it begins ${filingFrom}`,
    });
  } else if (
    filingFrom !== undefined &&
    filingUntil === undefined &&
    lawBook.hasLaw('agencies.trademark-filing.years', filingFrom)
  ) {
    const { on, years, article } = untilOf(filingFrom);
    filingUntil = on;
    reader.add({
      code: 'filing.no-end',
      severity: 'warning',
      field: 'filingUntil',
      zh: `没有有效期至，按备案有效期 ${years} 年推算为 ${on}（${article}）`,
      en: `No last day: taken as ${on}, ${years} years (${article})`,
    });
  }
  const address = tidy(reader, 'address');
  const statusText = tidy(reader, 'status');
  const kinds: AgencyKind[] = /律师事务所/.test(agency?.name ?? '') ? ['trademark', 'law-firm'] : ['trademark'];
  const values = definedValues({
    name: agency?.name,
    [`spelling:${agency?.name ?? ''}`]: agency === undefined ? undefined : true,
    agencyCode: agency?.agencyCode,
    uscc: agency?.uscc,
    kinds,
    filingNo: tidy(reader, 'filingNo'),
    filingFrom,
    filingUntil,
    address,
    townCode: address === undefined ? undefined : context.jurisdiction.locateTown(address)?.townCode,
    headName: tidy(reader, 'headName'),
    phone: tidy(reader, 'phone'),
    // What a filing list says of the filing says nothing of a body that also has a licence for patents.
    status: statusOf(statusText) === 'deregistered' ? 'deregistered' : undefined,
    statusText,
  });
  const ref = agency === undefined ? '' : (agency.uscc ?? agency.ref);
  const key =
    agency === undefined || isRefused(reader)
      ? undefined
      : `${ref}|${String(values.filingNo ?? '')}|${filingFrom ?? ''}`;
  return { recordKey: key, values, issues: reader.issues };
}

export const trademarkAgenciesKind: ImportKind = {
  kind: 'trademark-agencies',
  label: { zh: '商标代理机构备案名单', en: 'Filings of trademark agencies' },
  description: {
    zh: '商标代理机构备案名单：一行一家的一次备案，延续备案另成一行。',
    en: 'Filings of trademark agencies: a row per agency and term, a renewal is a row of its own.',
  },
  recordType: {
    type: 'trademark-agency',
    label: { zh: '商标代理备案', en: 'Trademark filing' },
    project: projectTrademarkAgencies,
    describe: describeStatements('trademark'),
  },
  fields,
  senders: [
    {
      code: 'trademark-office',
      label: { zh: '商标代理备案系统', en: 'Trademark filing system' },
      signature: ['备案号', '备案日期', '备案有效期至', '备案状态'],
    },
  ],
  evidence: { fields: ['filingNo', 'filingFrom', 'filingUntil'], atLeast: 1 },
  duplicates: 'doubtful',
  check: checkTrademarkAgency,
};
