import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { describeReports } from '../repositories/describe-agency-records.ts';
import { projectAnnualReports } from '../repositories/project-matters.ts';
import { AGENCY_COLUMNS, fieldsOf, isRefused, readAgency, tidy } from './fields.ts';

const fields = fieldsOf([
  ...AGENCY_COLUMNS,
  ['year', '报告年度', 'Year', 'integer', ['年度', '年报年度', '年份'], true],
  ['filedOn', '提交日期', 'Filed on', 'date', ['报送日期', '年报提交日期', '提交时间', '报告日期']],
  ['headName', '负责人', 'Head', 'text', ['机构负责人', '法定代表人', '执行事务合伙人']],
  ['address', '地址', 'Address', 'text', ['机构地址', '住所', '办公地址']],
  ['attorneys', '代理师人数', 'Attorneys', 'integer', ['专利代理师数量', '代理师数量', '执业代理师人数']],
  ['staff', '从业人数', 'Staff', 'integer', ['从业人员数', '员工人数', '人员总数']],
  ['revenue', '营业收入', 'Revenue', 'money', ['主营业务收入', '年营业收入', '代理业务收入']],
  ['patents', '代理专利申请量', 'Patents filed', 'integer', ['专利申请量', '专利代理量', '代理专利申请件数']],
  ['trademarks', '代理商标申请量', 'Marks filed', 'integer', ['商标申请量', '商标代理量']],
]);

/** One report of one agency on one year per row. */
function checkReport(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const agency = readAgency(reader);
  const yearText = reader.text('year');
  const year = Number(/((?:19|20)\d{2})/.exec(yearText ?? '')?.[1]);
  if (!Number.isInteger(year))
    reader.add({
      code: 'report.year',
      severity: 'refused',
      field: 'year',
      zh: `看不出报告年度：“${yearText ?? '（空）'}”`,
      en: `The year cannot be told: "${yearText ?? ''}"`,
    });
  const filedOn = reader.date('filedOn');
  if (filedOn !== undefined && Number(filedOn.slice(0, 4)) < year)
    reader.add({
      code: 'report.early',
      severity: 'warning',
      field: 'filedOn',
      zh: `提交日期 ${filedOn} 早于所报告的 ${year} 年度`,
      en: `Filed ${filedOn}, before the year ${year} it reports on`,
    });
  if (agency === undefined || isRefused(reader)) return { recordKey: undefined, values: {}, issues: reader.issues };
  const values = definedValues({
    agency: agency.name,
    agencyCode: agency.agencyCode,
    uscc: agency.uscc,
    year,
    filedOn,
    headName: tidy(reader, 'headName'),
    address: tidy(reader, 'address'),
    attorneys: reader.count('attorneys'),
    staff: reader.count('staff'),
    revenueFen: reader.money('revenue')?.amountFen,
    patents: reader.count('patents'),
    trademarks: reader.count('trademarks'),
  });
  return { recordKey: `${agency.ref}|${year}`, values, issues: reader.issues };
}

export const agencyAnnualReportsKind: ImportKind = {
  kind: 'agency-annual-reports',
  label: { zh: '服务机构年度报告', en: 'Annual reports of agencies' },
  description: {
    zh: '服务机构年度报告汇总：一行一家一个年度；与登记簿不一致之处逐项列出，不改写登记簿。',
    en: 'Annual reports, a row per agency and year. What contradicts the register is shown and does not rewrite it.',
  },
  recordType: {
    type: 'agency-annual-report',
    label: { zh: '年度报告', en: 'Annual report' },
    project: projectAnnualReports,
    describe: describeReports,
  },
  fields,
  senders: [
    {
      code: 'patent-office',
      label: { zh: '专利代理管理系统', en: 'Patent agency system' },
      signature: ['报告年度', '提交日期', '代理师人数', '代理专利申请量'],
    },
  ],
  evidence: { fields: ['attorneys', 'staff', 'revenue', 'patents', 'filedOn'], atLeast: 2 },
  duplicates: 'doubtful',
  check: checkReport,
};
