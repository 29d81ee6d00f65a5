import { cleanText } from '@jince/identifiers';
import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { personKeyOf } from '../domain/person-key.ts';
import { describeGrounds } from '../repositories/describe-agency-records.ts';
import { projectGrounds } from '../repositories/project-matters.ts';
import type { GroundSort } from '../types.ts';
import { AGENCY_COLUMNS, fieldsOf, isRefused, readAgency, tidy } from './fields.ts';

const fields = fieldsOf([
  ...AGENCY_COLUMNS,
  ['person', '当事人姓名', 'Person', 'text', ['代理师姓名', '当事代理师', '人员姓名', '姓名']],
  ['qualificationNo', '资格证号', 'Qualification', 'identifier', ['代理师资格证号', '专利代理师资格证号']],
  ['sort', '类别', 'Kind', 'text', ['信息类别', '处罚类别', '惩戒类别', '记录类别', '名单类别']],
  ['documentNo', '文书号', 'Document', 'text', ['决定书文号', '处罚决定书文号', '文号', '决定文书号'], true],
  ['on', '决定日期', 'Decided on', 'date', ['处罚日期', '列入日期', '处罚决定日期', '惩戒日期', '授予日期'], true],
  ['expiresOn', '有效期至', 'Stands until', 'date', ['公示期至', '移出日期', '公示截止日期']],
  ['revokedOn', '撤销日期', 'Withdrawn on', 'date', ['处罚撤销日期', '判决撤销日期', '决定撤销日期']],
  ['revokedBasis', '撤销依据', 'Withdrawn by', 'text', ['撤销文书号', '判决书文号', '撤销原因']],
  ['reason', '事由', 'Reason', 'text', ['违法事实', '列入原因', '处罚事由', '案由', '事项']],
  ['authority', '决定机关', 'Authority', 'text', ['处罚机关', '作出机关', '列入机关', '授予单位']],
  ['amount', '罚款金额', 'Fine', 'money', ['罚没金额', '处罚金额']],
]);

const SORTS: readonly (readonly [RegExp, GroundSort])[] = [
  [/失信/, 'serious-dishonesty'],
  [/异常/, 'abnormal-operation'],
  [/行业|协会|惩戒/, 'association-discipline'],
  [/未.*变更|变更/, 'unreported-change'],
  [/荣誉|表彰|奖|示范/, 'honour'],
  [/处罚|罚款|警告|停业|吊销/, 'penalty'],
];

/** What a text, or else the name of the sheet, says a record is. */
export function groundSortOf(text: string | undefined): GroundSort | undefined {
  return text === undefined ? undefined : SORTS.find(([pattern]) => pattern.test(text))?.[1];
}

function checkDays(reader: RowReader, on: string | undefined, revokedOn: string | undefined): void {
  if (on === undefined)
    reader.add({
      code: 'ground.no-day',
      severity: 'refused',
      field: 'on',
      zh: '没有决定日期',
      en: 'The day of the decision is missing',
    });
  else if (revokedOn !== undefined && revokedOn < on)
    reader.add({
      code: 'ground.reversed',
      severity: 'doubtful',
      field: 'revokedOn',
      zh: `撤销日期 ${revokedOn} 早于决定日期 ${on}`,
      en: `Withdrawn ${revokedOn} before it was decided ${on}`,
    });
}

/** One number however its brackets are written. */
const cleaned = (text: string | undefined) => (text === undefined ? undefined : cleanText(text));

/** One decision about one agency or one person of it per row; a later list may add that it was withdrawn. */
function checkGround(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const agency = readAgency(reader);
  const documentNo = cleaned(tidy(reader, 'documentNo'));
  if (documentNo === undefined)
    reader.add({
      code: 'ground.no-document',
      severity: 'refused',
      field: 'documentNo',
      zh: '没有文书号',
      en: 'The number of the document is missing',
    });
  const [on, revokedOn] = [reader.date('on', 'refused'), reader.date('revokedOn')];
  checkDays(reader, on, revokedOn);
  const sortText = tidy(reader, 'sort');
  const sort = groundSortOf(sortText) ?? groundSortOf([context.sheet, ...context.titleLines].join(' '));
  if (sort === undefined)
    reader.add({
      code: 'ground.sort',
      severity: 'warning',
      field: 'sort',
      zh: `看不出类别“${sortText ?? '（空）'}”，按其他信息记`,
      en: `Kind "${sortText ?? ''}" is not understood and kept as other`,
    });
  if (agency === undefined || isRefused(reader)) return { recordKey: undefined, values: {}, issues: reader.issues };
  const person = tidy(reader, 'person')?.replace(/\s/g, '');
  const qualificationNo = reader.text('qualificationNo');
  const personKey =
    person === undefined ? undefined : personKeyOf({ name: person, qualificationNo, agency: agency.ref });
  const values = definedValues({
    sort: sort ?? 'other',
    agency: agency.name,
    agencyCode: agency.agencyCode,
    uscc: agency.uscc,
    person,
    personKey,
    documentNo,
    on,
    expiresOn: reader.date('expiresOn'),
    revokedOn,
    revokedBasis: tidy(reader, 'revokedBasis'),
    reason: tidy(reader, 'reason') ?? sortText ?? '未写明事由',
    authority: tidy(reader, 'authority'),
    amountFen: reader.money('amount')?.amountFen,
  });
  return { recordKey: `${documentNo}|${agency.ref}|${personKey ?? ''}`, values, issues: reader.issues };
}

export const agencyPenaltiesKind: ImportKind = {
  kind: 'agency-penalties',
  label: { zh: '服务机构处罚、名录与荣誉', en: 'Penalties, listings and honours of agencies' },
  description: {
    zh: '服务机构及其人员的行政处罚、经营异常、严重失信、行业惩戒和荣誉：一行一份决定；被撤销的另填撤销日期，历史保留。',
    en: 'Penalties, listings, discipline and honours of agencies and their people: a row per decision; a withdrawn one keeps its history.',
  },
  recordType: {
    type: 'agency-ground',
    label: { zh: '处罚与名录', en: 'Penalty or listing' },
    project: projectGrounds,
    describe: describeGrounds,
  },
  fields,
  senders: [
    {
      code: 'supervision',
      label: { zh: '监管部门处罚清单', en: 'List of penalties' },
      signature: ['文书号', '决定日期', '撤销日期', '撤销依据'],
    },
  ],
  evidence: { fields: ['revokedOn', 'revokedBasis', 'person', 'amount'], atLeast: 1 },
  duplicates: 'doubtful',
  check: checkGround,
};
