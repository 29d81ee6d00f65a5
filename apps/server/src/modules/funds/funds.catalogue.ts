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
    zh: '{fund}（{year} 年）{line}可用余额不足：需要 {needed}，剩余 {left}。请先调增预算，或减少金额后再办。',
    en: '{lineEn}{fund} ({year}) has not enough left: {needed} needed, {left} available. Increase the budget or lower the amount.',
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
  'funds.payable.not-open': {
    status: 409,
    zh: '“{origin}”已列入拨付批次或已拨付，不能撤回。',
    en: '“{origin}” is in a batch or paid and cannot be taken back.',
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
};
