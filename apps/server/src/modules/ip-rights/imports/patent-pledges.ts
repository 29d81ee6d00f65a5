import { cleanText } from '@jince/identifiers';
import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { describePatentNotes } from '../repositories/describe-records.ts';
import { projectPledges } from '../repositories/project-patent-notes.ts';
import { addIssue } from './add-issue.ts';
import { importFields } from './field.ts';
import { readPatentKey } from './read-patent-key.ts';

const fields = importFields([
  ['patentNo', '专利号', 'Patent number', 'identifier', ['申请号', '专利申请号', '申请号/专利号'], true],
  ['title', '专利名称', 'Title', 'text', ['发明名称']],
  ['pledgor', '出质人', 'Pledgor', 'text', ['出质方']],
  ['pledgee', '质权人', 'Pledgee', 'text', ['质权方', '贷款银行']],
  ['registrationNo', '质押登记号', 'Registration', 'identifier', ['登记号', '质押登记编号', '专利权质押登记号'], true],
  ['amount', '质押金额', 'Amount', 'money', ['金额', '质押金额（万元）', '贷款金额', '债权金额', '融资金额']],
  ['registeredOn', '登记日', 'Registered on', 'date', ['质押登记日', '登记日期', '质押登记日期', '生效日']],
  ['releasedOn', '解除日', 'Released on', 'date', ['注销日', '解除日期', '注销日期', '质押解除日']],
]);

/** One patent of one registration: key `application number|registration`. */
function checkPledge(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const patent = readPatentKey(reader, 'patentNo');
  const registration = reader.text('registrationNo')?.replace(/\s/g, '').toUpperCase();
  if (registration === undefined)
    addIssue(
      reader,
      'pledge.registration',
      'refused',
      'registrationNo',
      '缺少质押登记号',
      'The registration has no number',
    );
  const registeredOn = reader.date('registeredOn', 'refused');
  if (registeredOn === undefined)
    addIssue(
      reader,
      'pledge.registered-on',
      'refused',
      'registeredOn',
      '缺少登记日',
      'The day of registration is missing',
    );
  const releasedOn = reader.date('releasedOn', 'refused');
  if (registeredOn !== undefined && releasedOn !== undefined && releasedOn < registeredOn)
    addIssue(
      reader,
      'pledge.released-before',
      'doubtful',
      'releasedOn',
      `解除日${releasedOn}早于登记日${registeredOn}`,
      'The pledge is released before it was registered',
    );
  const amount = reader.money('amount');
  if (amount !== undefined && amount.currency !== 'CNY')
    addIssue(
      reader,
      'pledge.currency',
      'warning',
      'amount',
      `质押金额以${amount.currency}计，未采用`,
      `The amount in ${amount.currency} is not used`,
    );
  const pledgor = reader.text('pledgor');
  const pledgee = reader.text('pledgee');
  const values = definedValues({
    registrationNo: registration,
    pledgor: pledgor === undefined ? undefined : cleanText(pledgor),
    pledgee: pledgee === undefined ? undefined : cleanText(pledgee),
    amountFen: amount?.currency === 'CNY' ? amount.amountFen : undefined,
    registeredOn,
    releasedOn,
  });
  const refused = reader.issues.some((issue) => issue.severity === 'refused');
  return {
    recordKey: refused || patent === undefined ? undefined : `${patent}|${registration}`,
    values,
    issues: reader.issues,
  };
}

export const patentPledgesKind: ImportKind = {
  kind: 'patent-pledges',
  label: { zh: '专利质押登记', en: 'Pledges of patents' },
  description: {
    zh: '专利权质押登记：一行一笔登记中的一件专利，金额为该笔登记的总额。',
    en: 'Registered pledges, a row per registration and patent; the amount is that of the registration as a whole.',
  },
  recordType: {
    type: 'patent-pledge',
    label: { zh: '质押登记', en: 'Pledge' },
    project: projectPledges,
    describe: describePatentNotes,
  },
  fields,
  senders: [
    {
      code: 'pledges',
      label: { zh: '质押登记清单', en: 'List of pledges' },
      signature: ['质押登记号', '出质人', '质权人', '登记日', '注销日'],
    },
  ],
  duplicates: 'doubtful',
  check: checkPledge,
};
