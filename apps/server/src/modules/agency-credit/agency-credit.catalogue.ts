import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const SCORE_READ = 'agency-credit.score.read';
export const EVENT_ENTER = 'agency-credit.event.enter';
export const ROUND_OPEN = 'agency-credit.round.open';
export const EVALUATION_NOTICE = 'agency-credit.evaluation.notice';
export const EVALUATION_APPEAL = 'agency-credit.evaluation.appeal';
export const EVALUATION_REVIEW = 'agency-credit.evaluation.review';
export const EVALUATION_DECIDE = 'agency-credit.evaluation.decide';

export const agencyCreditPermissions: readonly Permission[] = [
  {
    code: SCORE_READ,
    label: { zh: '查看服务机构信用', en: 'See the credit of agencies' },
    roles: ['ip-officer', 'director', 'reviewer', 'enforcement-officer', 'liaison', 'agency'],
  },
  {
    code: EVENT_ENTER,
    label: { zh: '登记信用信息', en: 'Enter events of credit' },
    roles: ['ip-officer'],
  },
  {
    code: ROUND_OPEN,
    label: { zh: '开展信用评价', en: 'Open rounds of evaluation' },
    roles: ['ip-officer', 'director'],
  },
  {
    code: EVALUATION_NOTICE,
    label: { zh: '告知信用初评结果', en: 'Tell preliminary results' },
    roles: ['ip-officer'],
  },
  {
    code: EVALUATION_APPEAL,
    label: { zh: '提出信用异议、申请修复', en: 'Object to results, ask for repair' },
    roles: ['agency', 'ip-officer'],
  },
  {
    code: EVALUATION_REVIEW,
    label: { zh: '审核信用异议和修复', en: 'Review objections and repairs first' },
    roles: ['reviewer'],
  },
  {
    code: EVALUATION_DECIDE,
    label: { zh: '复核并决定信用结果', en: 'Decide results, objections and repairs' },
    roles: ['director'],
  },
];

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const agencyCreditErrors: ErrorCatalogue = {
  'agency-credit.day.future': refusal(
    400,
    '{on} 晚于今天（{today}），信用得分只能按今天或以前的日期计算。',
    '{on} is after today ({today}); scores are worked out for today or earlier.',
  ),
  'agency-credit.rule-set.unknown': refusal(
    400,
    '没有名为“{ruleSet}”的评价规则。',
    'There are no rules named "{ruleSet}".',
  ),
  'agency-credit.rule-set.not-scored': refusal(
    422,
    '《{article}》没有计分办法，只建立信用档案，不能据此评级。',
    '{article} sets no points; events are filed and nobody is graded by it.',
  ),
  'agency-credit.event.no-proof': refusal(
    422,
    '登记信用信息须附证明材料（决定书、公告或名单），没有材料不予登记。',
    'An event needs a proof (decision, notice or list); without one it is not entered.',
  ),
  'agency-credit.event.field': refusal(400, '“{field}”填写有误：{value}。', 'The field "{field}" is faulty: {value}.'),
  'agency-credit.event.in-future': refusal(
    422,
    '发生日期 {on} 晚于今天（{today}），尚未发生的事项不能登记。',
    'The day {on} is after today ({today}); what has not happened cannot be entered.',
  ),
  'agency-credit.event.ends-before': refusal(
    422,
    '届满日期 {expiresOn} 不晚于发生日期 {on}。',
    'The end {expiresOn} is not after the day {on}.',
  ),
  'agency-credit.event.withdrawn': refusal(
    409,
    '该信用信息已因登记有误撤回，不能再办理。',
    'This event was taken back; nothing more can be done with it.',
  ),
  'agency-credit.event.revoked': refusal(
    409,
    '该信用信息已登记自 {on} 起撤销。',
    'This event is noted as set aside from {on} on.',
  ),
  'agency-credit.event.revoked-before': refusal(
    422,
    '撤销日期 {on} 应在发生日期 {happenedOn} 至今天（{today}）之间。',
    'The day {on} must be between {happenedOn} and today ({today}).',
  ),
  'agency-credit.event.not-officer': refusal(
    409,
    '这条信息来自“{origin}”，有误请在来源处更正，不能在此撤回。',
    'This event comes from "{origin}": correct it there.',
  ),
  'agency-credit.round.title-taken': refusal(
    409,
    '已有名为“{title}”的评价批次。',
    'A round is named "{title}" already.',
  ),
  'agency-credit.round.nobody': refusal(
    409,
    '{asOf} 没有适用该规则的本区机构，无法开展评价。',
    'On {asOf} the rules apply to no agency of the district.',
  ),
  'agency-credit.objection.late': refusal(
    409,
    '异议期已于 {dueOn} 届满（{article}），今天是 {today}，不再受理。如有新的证据，可在信用修复时提出。',
    'The time to object ended on {dueOn} ({article}); today is {today}. New evidence can be given with a repair.',
  ),
  'agency-credit.objection.not-open': refusal(
    409,
    '初评结果现为“{state}”，不在异议期内。',
    'The result is in state "{state}"; no objection can be made.',
  ),
  'agency-credit.appeal.event': refusal(
    422,
    '所选事项中有不在本次结果内的，请从本次结果的事项中选择。',
    'One of the events is not part of this result; choose among those that are.',
  ),
  'agency-credit.repair.too-early': refusal(
    409,
    '结果公示满{months}个月、即 {from} 起才可以申请修复（{article}），今天是 {today}。',
    'A repair may be asked for {months} months after the result, from {from} on ({article}); today is {today}.',
  ),
  'agency-credit.repair.not-open': refusal(
    409,
    '评价现为“{state}”，不能申请修复。',
    'The evaluation is in state "{state}"; no repair can be asked for.',
  ),
  'agency-credit.repair.nothing': refusal(422, '请选择要修复的事项。', 'Choose the events to be repaired.'),
  'agency-credit.repair.not-repairable': refusal(
    422,
    '“{item}”不在可以修复的范围内：{why}',
    '"{item}" cannot be repaired: {why}',
  ),
  'agency-credit.paper.too-early': refusal(
    409,
    '文书所写的事项还没有发生，办到这一步后再生成。',
    'What this paper tells has not happened yet.',
  ),
};

export const agencyCreditActions: Readonly<Record<string, Bilingual>> = {
  [EVENT_ENTER]: { zh: '登记信用信息', en: 'Enter an event of credit' },
  'agency-credit.event.take-in': { zh: '接收信用信息', en: 'Take in events of credit' },
  'agency-credit.event.revoke': { zh: '登记信用信息的撤销', en: 'Note an event as set aside' },
  'agency-credit.event.withdraw': { zh: '撤回登记有误的信用信息', en: 'Take back an event' },
  [ROUND_OPEN]: { zh: '开展信用评价', en: 'Open a round of evaluation' },
  'agency-credit.evaluation.request': { zh: '申请信用修复', en: 'Ask for repair' },
  'agency-credit.round.notice': { zh: '成批告知初评结果', en: 'Tell the results of a round' },
  'agency-credit.round.conclude': { zh: '成批确定评价结果', en: 'Conclude a round' },
};
