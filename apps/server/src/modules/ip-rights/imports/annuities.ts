import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { parsePercentCell } from '../../../platform/imports/values/index.ts';
import { projectAnnuities } from '../repositories/annuity-repository.ts';
import { describeAnnuities } from '../repositories/describe-records.ts';
import { addIssue } from './add-issue.ts';
import { importFields } from './field.ts';
import { readPatentKey } from './read-patent-key.ts';

const fields = importFields([
  ['patentNo', '申请号/专利号', 'Patent number', 'identifier', ['申请号', '专利号', '专利申请号'], true],
  ['title', '专利名称', 'Title', 'text', ['发明名称', '名称']],
  ['holder', '专利权人', 'Holder', 'text', ['权利人', '申请人']],
  ['filedOn', '申请日', 'Filing date', 'date', ['申请日期']],
  ['grantedOn', '授权日', 'Grant date', 'date', ['授权公告日', '授权日期']],
  ['patentYear', '应缴年度', 'Patent year', 'integer', ['年度', '缴费年度', '年费年度', '第几年度'], true],
  ['amount', '应缴年费', 'Annual fee', 'money', ['年费', '应缴金额', '缴费金额', '实缴金额']],
  ['lateFee', '滞纳金', 'Late fee', 'money', []],
  ['reduction', '费减比例', 'Reduction', 'number', ['减缴比例', '费减']],
  ['dueOn', '缴费截止日', 'Due on', 'date', ['应缴日期', '缴费期限', '截止日']],
  ['paidOn', '缴费日期', 'Paid on', 'date', ['缴纳日期', '实缴日期', '缴费日']],
  ['statusText', '缴费状态', 'State', 'text', ['状态', '是否缴费']],
]);

/** One annual fee of one patent: key `application number|year`. */
function checkAnnuity(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const patent = readPatentKey(reader, 'patentNo');
  const patentYear = readYear(reader);
  const values = definedValues({
    patentYear,
    amountFen: reader.money('amount')?.amountFen,
    lateFeeFen: reader.money('lateFee')?.amountFen,
    reductionPercent: readReduction(reader),
    dueOn: reader.date('dueOn'),
    paidOn: reader.date('paidOn', 'refused'),
    statusText: reader.text('statusText'),
  });
  const refused = reader.issues.some((issue) => issue.severity === 'refused');
  const recordKey = refused || patent === undefined || patentYear === undefined ? undefined : `${patent}|${patentYear}`;
  return { recordKey, values, issues: reader.issues };
}

function readYear(reader: RowReader): number | undefined {
  const text = reader.text('patentYear');
  const year = text === undefined ? undefined : Number(/^第?\s*(\d{1,2})\s*(?:年度?)?$/.exec(text)?.[1]);
  if (year !== undefined && year >= 1 && year <= 25) return year;
  addIssue(
    reader,
    'annuity.year',
    'refused',
    'patentYear',
    text === undefined ? '缺少应缴年度' : `应缴年度“${text}”应为 1–20 的专利年度（不是公历年）`,
    'The patent year must be a number from 1 to 20, not a calendar year',
  );
  return undefined;
}

function readReduction(reader: RowReader): number | undefined {
  const text = reader.text('reduction');
  if (text === undefined) return undefined;
  const parsed = parsePercentCell(text);
  if (parsed.kind === 'problem')
    addIssue(reader, parsed.problem.code, 'warning', 'reduction', parsed.problem.message.zh, parsed.problem.message.en);
  return parsed.kind === 'value' ? Math.round(parsed.value * 10_000) / 100 : undefined;
}

export const annuitiesKind: ImportKind = {
  kind: 'annuities',
  label: { zh: '专利年费', en: 'Annual fees' },
  description: {
    zh: '专利年费缴纳情况：一行一件专利的一个年度。',
    en: 'Annual fees of patents, a row per patent and patent year.',
  },
  recordType: {
    type: 'annuity',
    label: { zh: '年费记录', en: 'Annual fee' },
    project: projectAnnuities,
    describe: describeAnnuities,
  },
  fields,
  senders: [
    {
      code: 'fees',
      label: { zh: '年费清单', en: 'Fee list' },
      signature: ['应缴年度', '应缴年费', '滞纳金', '费减比例', '缴费截止日'],
    },
  ],
  duplicates: 'doubtful',
  check: checkAnnuity,
};
