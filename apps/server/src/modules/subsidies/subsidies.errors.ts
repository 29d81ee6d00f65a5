import type { ErrorCatalogue } from '../../platform/errors/errors.ts';

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const subsidyErrors: ErrorCatalogue = {
  'subsidies.entitlement.not-offered': refusal(
    409,
    '这一项应享现为“{state}”，不能再申报或放弃。',
    'This entitlement is {state}; it can be neither claimed nor declined.',
  ),
  'subsidies.entitlement.mixed': refusal(
    409,
    '一份申请只能包含同一家单位、同一项政策同一版本的应享。',
    'One claim holds entitlements of one party under one policy version.',
  ),
  'subsidies.claim.party-missing': refusal(400, '请指明申报单位。', 'Say for whom the claim is.'),
  'subsidies.claim.empty': refusal(400, '请至少选择一个申报事项。', 'Choose at least one thing to claim.'),
  'subsidies.claim.unknown-item': refusal(
    400,
    '政策中没有条款“{item}”，或者它不再受理。',
    'The policy has no item "{item}", or it is no longer open.',
  ),
  'subsidies.claim.field': refusal(
    400,
    '“{item}”的“{field}”填写有误或未填。',
    '"{field}" of "{item}" is missing or not of its type.',
  ),
  'subsidies.claim.policy-not-open': refusal(
    409,
    '“{policy}”目前不受理申报：{reason}。',
    '"{policy}" does not take claims now: {reason}.',
  ),
  'subsidies.claim.not-editable': refusal(
    409,
    '申请现为“{state}”，内容不能再改。',
    'The claim is in state "{state}" and can no longer be changed.',
  ),
  'subsidies.claim.changed-meanwhile': refusal(
    409,
    '申请刚被他人修改，请刷新后再办。',
    'Someone else has just changed this claim; refresh and try again.',
  ),
  'subsidies.claim.material-missing': refusal(
    409,
    '还缺材料：{materials}。',
    'These papers are still missing: {materials}.',
  ),
  'subsidies.claim.stopped': refusal(409, '不能办理：{reasons}', 'This cannot be done: {reasons}'),
  'subsidies.claim.nothing-left': refusal(
    409,
    '按现有登记数据没有可享受的金额：{reasons}',
    'By the registers as they are, nothing can be given: {reasons}',
  ),
  'subsidies.claim.window-open': refusal(
    409,
    '本政策超出预算时按比例分配，须待申报期（{windows}）结束、申请到齐后审定。',
    'This policy shares its budget in proportion: it is decided once its window ({windows}) has ended.',
  ),
  'subsidies.claim.line-refused': refusal(409, '“{line}”不能申报：{reasons}', '"{line}" cannot be claimed: {reasons}'),
  'subsidies.claim.changed': refusal(
    409,
    '重新计算的结果与上次不同：{changes}。请核对，说明理由后确认。',
    'The new computation differs from the last: {changes}. Check it and confirm with a reason.',
  ),
  'subsidies.claim.duplicate': refusal(
    409,
    '“{label}”已在申请 {number}（{party}，{since}建立，现为“{state}”）中，不能重复申报。',
    '"{label}" is already in claim {number} ({party}, opened {since}, now "{state}").',
  ),
  'subsidies.claim.banned': refusal(
    409,
    '“{party}”因追回决定 {decision} 在 {until} 前（含当日）不得申报。',
    '"{party}" may not claim until {until} (included) by decision {decision}.',
  ),
  'subsidies.claim.supplement-once': refusal(
    409,
    '补正只能要求一次（一次性告知），本件已要求过。',
    'A supplement can be asked for once; it was asked for already.',
  ),
  'subsidies.claim.own-route': refusal(
    409,
    '请在公示页面办理“{action}”。',
    'Please do "{action}" on the publicity page.',
  ),
  'subsidies.claim.objection-open': refusal(
    409,
    '还有 {count} 件异议未答复，答复后才能继续。',
    '{count} objections are not answered yet.',
  ),
  'subsidies.claim.same-version': refusal(
    409,
    '申请已适用这一版本，或该版本不属于同一政策、尚未发布。',
    'The claim is under this version already, or the version is of another policy or not published.',
  ),
  'subsidies.claim.decided': refusal(
    409,
    '申请现为“{state}”，已审定的申请沿用原政策版本。',
    'The claim is in state "{state}"; what is decided keeps its version.',
  ),
  'subsidies.publicity.not-approved': refusal(
    409,
    '申请 {number} 现为“{state}”，不是待公示，不能列入公示。',
    'Claim {number} is in state "{state}", not awaiting publicity.',
  ),
  'subsidies.publicity.several-policies': refusal(
    409,
    '一份公示只列同一政策版本的申请。',
    'One list holds claims under one policy version.',
  ),
  'subsidies.publicity.withdrawn-row': refusal(
    409,
    '公示第 {no} 行已撤下，不能更正。',
    'Row {no} of the list is withdrawn and cannot be corrected.',
  ),
  'subsidies.publicity.nothing-changed': refusal(400, '没有改动任何内容。', 'Nothing would change.'),
  'subsidies.objection.not-in-publicity': refusal(
    409,
    '申请现为“{state}”，不在公示期内，不能登记公示异议。',
    'The claim is in state "{state}" and not in publicity; no objection can be registered.',
  ),
  'subsidies.objection.anonymous': refusal(
    400,
    '匿名异议不登记姓名和联系方式；实名异议须登记姓名。',
    'An anonymous objection keeps no name or contact; a named one needs a name.',
  ),
  'subsidies.objection.answered': refusal(409, '该异议已答复。', 'This objection is answered already.'),
  'subsidies.objection.future': refusal(
    400,
    '收到日期 {day} 晚于今天或早于公示开始。',
    'The day of receipt {day} is in the future or before the publicity.',
  ),
  'subsidies.claw-back.above-paid': refusal(
    409,
    '追回金额 {amount} 超过已拨付的 {paid}。',
    'The amount {amount} is more than the {paid} that were paid.',
  ),
  'subsidies.claw-back.instalments': refusal(
    400,
    '各期金额之和 {sum} 不等于追回金额 {amount}。',
    'The instalments sum to {sum}, not to {amount}.',
  ),
  'subsidies.claw-back.number-taken': refusal(
    409,
    '追回决定书文号“{number}”已使用。',
    'The number "{number}" of a decision is taken.',
  ),
  'subsidies.paper.too-early': refusal(
    409,
    '这份文书所记载的事项尚未办理，办理后才能生成。',
    'What this paper tells has not been done yet.',
  ),
  'subsidies.term.unknown': refusal(400, '没有期限“{term}”。', 'There is no term "{term}".'),
  'subsidies.term.past': refusal(
    400,
    '新期限须自今天或以后起算，已经开始的期限不变。',
    'A term changes from today or later on; clocks that run keep theirs.',
  ),
};
