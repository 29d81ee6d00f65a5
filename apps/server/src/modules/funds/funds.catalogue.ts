import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const BUDGET_READ = 'funds.budget.read';
export const BUDGET_APPROPRIATE = 'funds.budget.appropriate';
export const PAYMENT_READ = 'funds.payment.read';
export const PAYMENT_PAY = 'funds.payment.pay';
export const ACCOUNT_READ = 'funds.account.read';
export const ACCOUNT_EDIT = 'funds.account.edit';
export const RECEIVABLE_READ = 'funds.receivable.read';
export const RECEIVABLE_RECEIVE = 'funds.receivable.receive';

const OFFICE = ['ip-officer', 'director', 'reviewer', 'finance-officer'];
const FINANCE = ['finance-officer'];

export const fundsPermissions: readonly Permission[] = [
  { code: BUDGET_READ, label: { zh: '查看资金预算', en: 'See budgets' }, roles: OFFICE },
  { code: BUDGET_APPROPRIATE, label: { zh: '安排资金预算', en: 'Appropriate budgets' }, roles: FINANCE },
  { code: PAYMENT_READ, label: { zh: '查看拨付', en: 'See payments' }, roles: OFFICE },
  { code: PAYMENT_PAY, label: { zh: '办理拨付', en: 'Make payments' }, roles: FINANCE },
  {
    code: ACCOUNT_READ,
    label: { zh: '查看收款账户（掩码）', en: 'See bank accounts (masked)' },
    roles: [...OFFICE, 'enterprise'],
  },
  {
    code: ACCOUNT_EDIT,
    label: { zh: '登记收款账户', en: 'Enter bank accounts' },
    roles: [...FINANCE, 'enterprise'],
  },
  { code: RECEIVABLE_READ, label: { zh: '查看追回款', en: 'See money to be paid back' }, roles: OFFICE },
  { code: RECEIVABLE_RECEIVE, label: { zh: '登记追回款到账', en: 'Enter money paid back' }, roles: FINANCE },
];

export const fundsErrors: ErrorCatalogue = {
  'funds.amount.invalid': {
    status: 400,
    zh: '金额“{amount}”分无效：应为大于零的整数分。',
    en: '“{amount}” fen is no valid amount: a whole number above nought is needed.',
  },
  'funds.budget.exceeded': {
    status: 409,
    zh: '{line} 可用余额不足：需要 {needed}，剩余 {left}。请先调增预算，或减少金额后再办。',
    en: '{line} has not enough left: {needed} needed, {left} available. Increase the budget or lower the amount.',
  },
  'funds.budget.below-used': {
    status: 409,
    zh: '预算不能调到 {amount}：已承诺和已拨付合计 {used}。',
    en: 'The budget cannot become {amount}: {used} is committed or paid already.',
  },
  'funds.budget.no-fund': {
    status: 409,
    zh: '{fund}（{year} 年）尚未安排总额，不能先给条款设限额。',
    en: '{fund} ({year}) has no appropriation yet, so an item cannot get its ceiling.',
  },
  'funds.budget.item-above-fund': {
    status: 409,
    zh: '条款 {item} 的限额不能超过资金总额 {fund}。',
    en: 'The ceiling of item {item} cannot be above the whole fund of {fund}.',
  },
  'funds.commitment.exists': {
    status: 409,
    zh: '“{origin}”已经承诺过资金，不能重复承诺。',
    en: 'Money is already committed for “{origin}”.',
  },
  'funds.commitment.unknown': {
    status: 409,
    zh: '“{origin}”没有已承诺的资金。',
    en: 'No money is committed for “{origin}”.',
  },
  'funds.commitment.has-payable': {
    status: 409,
    zh: '“{origin}”已下达待拨付或已拨付，须先撤回下达才能取消承诺。',
    en: '“{origin}” is released or paid; take the release back first.',
  },
  'funds.achievement.paid-before': {
    status: 409,
    zh: '同一成果不得重复奖补：{key} 已由“{what}”（{who}）于 {when} 列支 {amount}。',
    en: 'An achievement is paid once: {key} has been paid under “{what}” ({who}), {when}, {amount}.',
  },
  'funds.payable.exists': {
    status: 409,
    zh: '“{origin}”已经下达，不能重复下达。',
    en: '“{origin}” is already released for payment.',
  },
  'funds.payable.unknown': { status: 409, zh: '“{origin}”没有待拨付的款项。', en: 'Nothing is due for “{origin}”.' },
  'funds.payable.above-commitment': {
    status: 409,
    zh: '下达金额 {amount} 高于已承诺的 {committed}。',
    en: 'The released amount of {amount} is above the committed {committed}.',
  },
  'funds.payable.prohibited': {
    status: 409,
    zh: '{notice}禁止列支这类款项，不得拨付。',
    en: 'This may not be paid: {notice} forbids it.',
  },
  'funds.payable.not-open': {
    status: 409,
    zh: '“{origin}”已列入拨付批次或已拨付，不能撤回。',
    en: '“{origin}” is in a batch or paid and cannot be taken back.',
  },
  'funds.account.number': {
    status: 400,
    zh: '账号应为 8 至 32 位数字（可含空格或短横）。',
    en: 'An account number has 8 to 32 digits; blanks and dashes do not count.',
  },
  'funds.account.name': {
    status: 400,
    zh: '户名“{given}”与单位名称“{expected}”不一致。资金只能拨到本单位账户。',
    en: 'The account is in the name of “{given}”, not of “{expected}”; money goes to the party’s own account alone.',
  },
  'funds.account.reason': {
    status: 400,
    zh: '更换收款账户须写明原因。',
    en: 'Say why the account is replaced.',
  },
  'funds.account.unchanged': {
    status: 409,
    zh: '账号、户名和开户银行与现有账户相同，没有变化。',
    en: 'Number, name and bank are those of the account already in force.',
  },
  'funds.account.sealed': {
    status: 500,
    zh: '收款账号无法解密：系统密钥已更换，或数据库中的账号被改动。没有输出任何账号，请联系系统管理员核查。',
    en: 'An account number cannot be opened: the system’s secret was changed, or the number was changed in the database. Nothing was handed out; ask the system administrator.',
  },
  'funds.batch.not-waiting': {
    status: 409,
    zh: '“{origin}”不在待拨付状态（{state}），请刷新后重新选择。',
    en: '“{origin}” does not wait for payment ({state}); refresh and choose again.',
  },
  'funds.batch.apart': {
    status: 409,
    zh: '“{origin}”由您本人下达，须由他人办理拨付（岗位分离）。',
    en: 'You released “{origin}” yourself; somebody else has to pay it.',
  },
  'funds.batch.no-account': {
    status: 409,
    zh: '{party}尚未登记收款账户，不能列入批次。',
    en: '{party} has no bank account yet and cannot be paid.',
  },
  'funds.batch.name-differs': {
    status: 409,
    zh: '{party}的收款账户户名为“{name}”，与单位现名不一致，请先更正账户。',
    en: 'The account of {party} is in the name of “{name}”; correct it first.',
  },
  'funds.batch.not-made': {
    status: 409,
    zh: '批次 {number} 的支付文件已经下载或批次已结束，不能撤销；请以国库回执为准。',
    en: 'The file of batch {number} was downloaded or the batch has ended; only the answer of the treasury ends it now.',
  },
  'funds.batch.no-file': {
    status: 409,
    zh: '批次 {number} 已撤销，没有支付文件。',
    en: 'Batch {number} was taken apart and has no file.',
  },
  'funds.batch.file-differs': {
    status: 500,
    zh: '批次 {number} 的支付文件与制作时不一致，已停止下载并记录，请联系系统管理员核查。',
    en: 'The file of batch {number} is not what was made; nothing was handed out. Ask the system administrator to look into it.',
  },
  'funds.result.unreadable': {
    status: 400,
    zh: '回执无法读取。{reason}',
    en: 'The answer cannot be read. {reason}',
  },
  'funds.result.columns': {
    status: 400,
    zh: '“{fileName}”不是支付回执：缺少{missing}列。',
    en: '“{fileName}” is no answer of the treasury: the columns {missing} are missing.',
  },
  'funds.result.batch-closed': {
    status: 409,
    zh: '批次 {number} 尚未送出或已经结束，不接收回执。',
    en: 'Batch {number} has not been sent or has ended; it takes no answer.',
  },
  'funds.result.applied': {
    status: 409,
    zh: '这份回执已于 {at} 入账，不能再次入账。',
    en: 'This answer was booked on {at} and cannot be booked again.',
  },
  'funds.result.problems': {
    status: 409,
    zh: '回执有 {count} 处问题，未入账任何一行：{first}',
    en: 'The answer has {count} problems and nothing was booked: {first}',
  },
  'funds.payable.not-failed': {
    status: 409,
    zh: '“{origin}”不是拨付失败的款项，不能重新拨付。',
    en: '“{origin}” did not fail and cannot be sent again.',
  },
  'funds.payable.account-unchanged': {
    status: 409,
    zh: '{party}的收款账户在拨付失败后没有变化。请先更正账户；如已核实账户无误，请勾选“账户已核实”。',
    en: 'The account of {party} has not changed since the payment failed. Correct it first, or confirm that it is right.',
  },
  'funds.receipt.above-open': {
    status: 409,
    zh: '到账金额 {amount} 高于尚未收回的 {open}。',
    en: 'The amount of {amount} is above the {open} still to be paid back.',
  },
  'funds.receipt.voucher-used': {
    status: 409,
    zh: '凭证号 {voucherNo} 已登记过，不能重复登记。',
    en: 'Voucher {voucherNo} has been entered already.',
  },
  'funds.receipt.in-future': {
    status: 400,
    zh: '到账日期 {day} 晚于今天。',
    en: 'The day {day} is in the future.',
  },
  'funds.receivable.above-paid': {
    status: 409,
    zh: '追回金额 {amount} 高于可追回的 {left}（已拨付减已决定追回）。',
    en: 'The amount of {amount} is above the {left} that was paid and not yet claimed back.',
  },
  'funds.receivable.instalments': {
    status: 400,
    zh: '分期合计 {sum} 与追回金额 {amount} 不符。',
    en: 'The instalments sum to {sum}, not to {amount}.',
  },
};

export const fundsActions: Readonly<Record<string, Bilingual>> = {
  [BUDGET_APPROPRIATE]: { zh: '安排或调整资金预算', en: 'Appropriate or adjust a budget' },
  'funds.payment.create': { zh: '制作拨付批次', en: 'Make a payment batch' },
  'funds.payment.dissolve': { zh: '撤销拨付批次', en: 'Take a payment batch apart' },
  'funds.payment.download': {
    zh: '下载支付文件（含完整账号）',
    en: 'Download a payment file with full account numbers',
  },
  'funds.payment.upload': { zh: '读取支付回执', en: 'Read an answer of the treasury' },
  'funds.payment.apply': { zh: '支付回执入账', en: 'Book an answer of the treasury' },
  'funds.payment.resend': { zh: '重新拨付', en: 'Send a failed payment again' },
  'funds.account.set': { zh: '登记收款账户', en: 'Enter a bank account' },
  'funds.receivable.enter': { zh: '登记追回款到账', en: 'Enter money paid back' },
};
