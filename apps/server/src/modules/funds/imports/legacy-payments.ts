import { achievementOf } from '@jince/entitlements';
import { checkUscc, cleanText, parseMadridNumber } from '@jince/identifiers';
import { prohibitionOf } from '@jince/law';
import { normaliseName } from '@jince/matching';
import type { CheckContext, CheckedRow, ImportField, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { matchImportMentions } from '../../parties/index.ts';
import { describeLegacyPayments, projectLegacyPayments } from '../repositories/legacy-repository.ts';

type FieldType = ImportField['type'];

function field(
  name: string,
  [zh, en]: readonly [string, string],
  type: FieldType,
  aliases: readonly string[],
  required = false,
): ImportField {
  return { name, label: { zh, en }, type, aliases, ...(required ? { required } : {}) };
}

const fields: readonly ImportField[] = [
  field(
    'name',
    ['单位名称', 'Name'],
    'text',
    ['企业名称', '受助单位', '获奖单位', '申报单位', '收款单位', '户名', '公司名称'],
    true,
  ),
  field('uscc', ['统一社会信用代码', 'USCC'], 'identifier', ['信用代码', '社会信用代码', 'USCC']),
  field('town', ['所属镇', 'Town'], 'text', ['所属镇（区）', '区镇', '属地']),
  field('year', ['年度', 'Year'], 'integer', ['奖补年度', '资金年度', '年份', '拨付年度']),
  field(
    'item',
    ['奖补项目', 'Item'],
    'text',
    ['奖补事项', '资助项目', '项目类别', '奖励项目', '扶持项目', '项目名称', '奖补类别'],
    true,
  ),
  field('trigger', ['奖补事由', 'Reason'], 'text', ['事由', '奖补原因']),
  field('key', ['事项编号', 'Number of what is rewarded'], 'identifier', [
    '申请号',
    '专利号',
    '国际注册号',
    '证书编号',
    '注册号',
    '保单号',
    '合同号',
    '事项（号）',
    '成果编号',
  ]),
  field(
    'amount',
    ['奖补金额', 'Amount'],
    'money',
    ['金额', '拨付金额', '资助金额', '奖励金额', '拟奖补金额', '奖补金额（元）', '奖补金额（万元）'],
    true,
  ),
  field('paidOn', ['拨付日期', 'Paid on'], 'date', ['支付日期', '到账日期', '拨款日期']),
  field('documentNo', ['下达文号', 'Document'], 'text', ['文号', '发文文号', '资金文号', '依据文件']),
];

function readPayee(reader: RowReader, context: CheckContext) {
  const name = reader.text('name');
  if (name === undefined) {
    reader.add({ code: 'name.missing', severity: 'refused', field: 'name', zh: '没有单位名称', en: 'No name' });
    return undefined;
  }
  const text = reader.text('uscc');
  const checked = text === undefined ? undefined : checkUscc(text);
  if (checked !== undefined && !checked.ok)
    reader.add({
      code: 'uscc.check',
      severity: 'warning',
      field: 'uscc',
      zh: `统一社会信用代码“${text}”校验不通过，改按名称匹配`,
      en: `Credit code "${text}" does not check; the name is matched instead`,
    });
  const stated = reader.text('town');
  const town = stated === undefined ? undefined : context.jurisdiction.locateTown(stated);
  const locality = town === undefined ? '' : (context.jurisdiction.findTown(town.townCode)?.name ?? '');
  return { name: cleanText(name), key: normaliseName(name), locality, uscc: checked?.ok ? checked.value : '' };
}

/** '2023年度' in its column, else of the day of payment, else in the title above the header. */
function yearOf(reader: RowReader, context: CheckContext, paidOn: string | undefined): number | undefined {
  const stated = /(20\d\d|19\d\d)/.exec(reader.text('year') ?? '')?.[1] ?? paidOn?.slice(0, 4);
  const titled = [context.sheet, ...context.titleLines].map((line) => /(20\d\d)\s*年/.exec(line)?.[1]);
  const year = stated ?? titled.find((one) => one !== undefined);
  return year === undefined ? undefined : Number(year);
}

/** What the money was given for, by the words the jurisdiction knows; `other` when none fits. */
function kindOf(reader: RowReader, context: CheckContext, item: string) {
  const text = `${reader.text('trigger') ?? ''} ${item}`.toUpperCase();
  const known = context.jurisdiction.fundRules.legacyItems.find((one) =>
    one.words.some((word) => text.includes(word.toUpperCase())),
  );
  if (known === undefined) {
    reader.add({
      code: 'item.unknown',
      severity: 'warning',
      field: 'item',
      zh: `看不出“${item}”属于哪类事由，按其他记录，不参与重复奖补核查`,
      en: `"${item}" is of no known sort; it is kept but bars no second payment`,
    });
    return { trigger: 'other', subject: 'claim', yearly: false };
  }
  const forbidden = prohibitionOf(known.trigger, context.today);
  if (forbidden !== undefined)
    reader.add({
      code: 'item.forbidden-now',
      severity: 'warning',
      field: 'item',
      zh: `“${known.label}”现已由${forbidden.notice}禁止，只作为历史记录保存`,
      en: `This is forbidden now (${forbidden.notice}) and is kept as history alone`,
    });
  return known;
}

function refuse(reader: RowReader, name: string, zh: string, en: string): void {
  reader.add({ code: `${name}.missing`, severity: 'refused', field: name, zh, en });
}

function check(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const payee = readPayee(reader, context);
  const item = reader.text('item');
  const amount = reader.money('amount');
  const paidOn = reader.date('paidOn');
  const year = yearOf(reader, context, paidOn);
  if (item === undefined) refuse(reader, 'item', '没有奖补项目', 'No item');
  if (year === undefined)
    refuse(reader, 'year', '看不出奖补年度：年度列、拨付日期或表头上方的标题应写明', 'The year cannot be told');
  if (amount === undefined || amount.amountFen <= 0 || amount.currency !== 'CNY')
    refuse(reader, 'amount', '没有奖补金额，或不是大于零的人民币金额', 'No amount above nought in yuan');
  if (payee === undefined || item === undefined || year === undefined || reader.issues.some(isRefusal))
    return { recordKey: undefined, values: {}, issues: reader.issues };
  const { trigger, subject, yearly } = kindOf(reader, context, item);
  const keyText = reader.text('key');
  const documentNo = reader.text('documentNo');
  const achievementKey =
    keyText === undefined || trigger === 'other'
      ? undefined
      : `${subject}:${registerNumber(subject, keyText)}:${trigger}${yearly ? `@${year}` : ''}`;
  const who = payee.uscc === '' ? payee.key : payee.uscc;
  const values = definedValues({
    year,
    item,
    trigger,
    keyText,
    achievementKey,
    achievement: achievementKey === undefined ? undefined : achievementOf(achievementKey),
    amount,
    paidOn,
    documentNo,
    holders: [payee],
  });
  return {
    recordKey: [who, year, trigger === 'other' ? normaliseName(item) : trigger, keyText ?? '', documentNo ?? ''].join(
      '|',
    ),
    values,
    issues: reader.issues,
  };
}

/** The number as the register writes it, where one keeps such numbers. */
function registerNumber(subject: string, text: string): string {
  const parsed = subject === 'madrid' ? parseMadridNumber(text) : undefined;
  return parsed?.ok ? parsed.value : text;
}

const isRefusal = (issue: RowReader['issues'][number]): boolean => issue.severity === 'refused';

/** Lists of what was paid before this system: shown and counted, and nothing on them is paid again. */
export const legacyPaymentsKind: ImportKind = {
  kind: 'legacy-payments',
  label: { zh: '历史奖补清单', en: 'Earlier payments' },
  description: { zh: '以前年度已拨付的奖补资金清单', en: 'Lists of what was paid in earlier years' },
  recordType: {
    type: 'legacy-payment',
    label: { zh: '历史奖补', en: 'Earlier payment' },
    project: projectLegacyPayments,
    describe: describeLegacyPayments,
  },
  fields,
  senders: [
    {
      code: 'bureau',
      label: { zh: '知识产权科台账', en: 'Ledger of the bureau' },
      signature: ['奖补项目', '奖补金额', '下达文号'],
    },
  ],
  evidence: { fields: ['documentNo', 'paidOn', 'key', 'year', 'trigger'], atLeast: 1 },
  duplicates: 'doubtful',
  afterRead: matchImportMentions,
  check,
};
