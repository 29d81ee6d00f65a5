import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const CASE_READ = 'cases.case.read';
export const CASE_REGISTER = 'cases.case.register';
export const CASE_HANDLE = 'cases.case.handle';
export const CASE_ASSIGN = 'cases.case.assign';
export const CASE_REVIEW = 'cases.case.review';
export const CASE_APPROVE = 'cases.case.approve';
export const ADJUDICATION_READ = 'cases.adjudication.read';
export const ADJUDICATION_HANDLE = 'cases.adjudication.handle';

const OFFICERS = ['enforcement-officer', 'section-head'];

export const casePermissions: readonly Permission[] = [
  { code: CASE_READ, label: { zh: '查看案件', en: 'See cases' }, roles: [...OFFICERS, 'legal-reviewer', 'director'] },
  { code: CASE_REGISTER, label: { zh: '登记线索', en: 'Register clues' }, roles: OFFICERS },
  { code: CASE_HANDLE, label: { zh: '办理案件', en: 'Handle cases' }, roles: OFFICERS },
  {
    code: CASE_ASSIGN,
    label: { zh: '分派案件', en: 'Assign cases' },
    roles: ['section-head', 'director'],
  },
  { code: CASE_REVIEW, label: { zh: '案件审核和法制审核', en: 'Review cases' }, roles: ['legal-reviewer'] },
  { code: CASE_APPROVE, label: { zh: '审批和决定案件', en: 'Approve and decide cases' }, roles: ['director'] },
  {
    code: ADJUDICATION_READ,
    label: { zh: '查看行政裁决请求', en: 'See requests for adjudication' },
    roles: [...OFFICERS, 'legal-reviewer', 'director', 'ip-officer'],
  },
  {
    code: ADJUDICATION_HANDLE,
    label: { zh: '办理行政裁决请求', en: 'Handle requests for adjudication' },
    roles: [...OFFICERS, 'director', 'ip-officer'],
  },
];

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const caseErrors: ErrorCatalogue = {
  'cases.case.stopped': refusal(409, '不能办理：{text}（{article}）', 'Not possible: {text} ({article})'),
  'cases.case.stale': refusal(
    409,
    '案件已被他人修改，请刷新后重新填写；您的输入仍在页面上。',
    'Somebody else has changed the case: refresh and enter it again.',
  ),
  'cases.case.not-editable': refusal(
    409,
    '案件已到“{state}”，不能再修改；需要更正的，请另行制作文书。',
    'The case has come to "{state}" and can be changed no more; corrections are papers of their own.',
  ),
  'cases.case.in-future': refusal(422, '日期 {on} 晚于今天（{today}）。', 'The day {on} is after today ({today}).'),
  'cases.case.needs-reason': refusal(
    422,
    '补录 {on} 发生的事项须写明补录理由；补录会被标记并记入审计日志。',
    'An entry made later than its day ({on}) needs a reason; it is marked and audited.',
  ),
  'cases.case.reversed': refusal(422, '结束日 {to} 早于开始日 {from}。', 'It ends ({to}) before it begins ({from}).'),
  'cases.case.before-filing': refusal(
    422,
    '{on} 早于立案日 {filedOn}。',
    '{on} is before the case was opened ({filedOn}).',
  ),
  'cases.case.unknown-behaviour': refusal(
    422,
    '没有第 {row} 行的案件行为类型。',
    'There is no behaviour of row {row}.',
  ),
  'cases.case.unknown-organisation': refusal(
    422,
    '没有代码为“{code}”的办案机构。',
    'There is no body with the code "{code}" that handles cases.',
  ),
  'cases.case.unknown-officer': refusal(
    422,
    '人员名册中没有所选人员。',
    'The register of officers does not know the chosen person.',
  ),
  'cases.party.both-sides': refusal(
    422,
    '“{name}”既列为当事人又列为权利人，同一主体不能同时处于两方，请核对。',
    '"{name}" is named on both sides of the case: one subject cannot stand on both.',
  ),
  'cases.party.no-suspect': refusal(422, '至少要有一名当事人。', 'A case needs at least one suspect.'),
  'cases.party.bad-code': refusal(
    422,
    '“{name}”的统一社会信用代码 {uscc} 校验不符，请核对营业执照。',
    'The unified social credit code {uscc} of "{name}" does not check.',
  ),
  'cases.party.already-merged': refusal(
    409,
    '“{name}”的合并已经登记。',
    'The merger of "{name}" has been noted already.',
  ),
  'cases.goods.no-basis': refusal(422, '金额不能计算：{text}。', 'The amount cannot be counted: {text}.'),
  'cases.officer.too-few': refusal(
    422,
    '办案人员应当不少于 {least} 人，且具有有效的行政执法资格（{article}）。',
    'A case needs at least {least} officers with a valid certificate ({article}).',
  ),
  'cases.officer.invalid': refusal(
    422,
    '{name}没有有效的执法证（{until}），不能担任办案人员（{article}）。',
    '{name} holds no valid certificate ({until}) and cannot handle the case ({article}).',
  ),
  'cases.officer.conflict': refusal(
    422,
    '{name}与案件有利害关系（{why}），应当回避（{article}）。',
    '{name} has an interest in the case ({why}) and must stand back ({article}).',
  ),
  'cases.officer.not-of-case': refusal(404, '该人员不是本案办案人员。', 'The person is no officer of this case.'),
  'cases.filing.conditions': refusal(
    422,
    '立案四项条件未全部具备：{missing}（{article}）。',
    'Not all four conditions for opening a case are met: {missing} ({article}).',
  ),
  'cases.filing.no-proposal': refusal(409, '尚未提出立案建议。', 'Nobody has proposed to open the case.'),
  'cases.report.no-act-end': refusal(
    422,
    '建议给予行政处罚的，先填写违法行为终了之日，才能判断追责时效（{article}）。',
    'Before a penalty is proposed, enter the day the act ended: the limitation depends on it ({article}).',
  ),
  'cases.summary.too-much': refusal(
    422,
    '简易程序的罚款不得超过 {most}（{article}）；应改用普通程序。',
    'A fine on the spot is {most} at most ({article}): use the general procedure.',
  ),
  'cases.decision.outside-range': refusal(
    422,
    '罚款 {fine} 不在法定幅度 {min} 至 {max} 之内：{reasons}',
    'The fine of {fine} is not within {min} to {max}: {reasons}',
  ),
  'cases.decision.no-law': refusal(
    422,
    '“{behaviour}”没有登记对应的罚则，不能决定罚款；可以决定不予处罚、移送或者撤销。',
    'No penalty is kept for "{behaviour}": a fine cannot be decided.',
  ),
  'cases.decision.no-ground': refusal(
    422,
    '不予处罚、移送和撤销须写明依据。',
    'No penalty, a transfer and a cancellation need a ground.',
  ),
  'cases.transfer.nothing': refusal(
    409,
    '目前没有达到刑事追诉标准；确需移送的，请写明理由后由负责人决定。',
    'No criminal threshold is reached: state why the case is to be transferred all the same.',
  ),
  'cases.transfer.no-answer': refusal(
    409,
    '公安机关尚未答复不予立案，不能恢复办理。',
    'The police have not refused the case: it cannot be taken up again.',
  ),
  'cases.payment.too-much': refusal(
    422,
    '缴款合计 {paid} 超过应缴 {due}。',
    'Payments of {paid} exceed what is due ({due}).',
  ),
  'cases.mediation.open': refusal(409, '已有一次调解尚未登记结果。', 'A mediation is under way already.'),
  'cases.mediation.none': refusal(409, '没有正在进行的调解。', 'No mediation is under way.'),
  'cases.mediation.before': refusal(
    422,
    '结果日期 {on} 早于受理日期 {begun}。',
    'It cannot end on {on}, before it began on {begun}.',
  ),
  'cases.mediation.no-text': refusal(422, '达成协议的，写明协议内容。', 'Say what was agreed.'),
  'cases.mediation.paid-more': refusal(422, '已经履行的金额超过约定的赔偿。', 'More was paid than was agreed.'),
  'cases.mediation.no-agreement': refusal(
    409,
    '当事人达成协议、承办人建议调解结案的，才能调解结案。',
    'A case ends by mediation only where the parties agreed and the officer proposed it.',
  ),
  'cases.dispute.open': refusal(409, '已有一件复议或者诉讼尚未登记结果。', 'A reconsideration or suit is under way.'),
  'cases.dispute.none': refusal(409, '没有正在进行的复议或者诉讼。', 'No reconsideration or suit is under way.'),
  'cases.court.nothing-owed': refusal(
    409,
    '罚没款已经缴清，或者决定没有金钱给付内容。',
    'Nothing is owed by the decision.',
  ),
  'cases.court.disputed': refusal(
    409,
    '复议或者诉讼尚未结束，不能申请强制执行（行政强制法第53条）。',
    'The court is not asked while a reconsideration or suit is under way.',
  ),
  'cases.court.too-early': refusal(
    409,
    '当事人的起诉期限至 {dueOn} 届满，之后才能申请强制执行（行政强制法第53条）。',
    'The party may sue until {dueOn}: the court can be asked afterwards.',
  ),
  'cases.court.no-demand': refusal(
    409,
    '申请强制执行前应当催告当事人履行（行政强制法第54条）。',
    'The party is to be served a demand before the court is asked.',
  ),
  'cases.court.demand-running': refusal(
    409,
    '催告期限至 {dueOn} 届满，仍不履行的才能申请强制执行（行政强制法第54条）。',
    'The time of the demand runs until {dueOn}.',
  ),
  'cases.closing.unpaid': refusal(
    409,
    '罚没款尚有 {open} 未缴清；不能执行的，先登记延期、分期或者申请强制执行。',
    '{open} is still unpaid: defer it or ask the court to enforce it first.',
  ),
  'cases.closing.unpublished': refusal(
    409,
    '普通程序的处罚决定应当公示后结案（{article}）；仅警告的除外。',
    'A penalty by the general procedure is published before the case is closed ({article}), but for a mere warning.',
  ),
  'cases.adjudication.missing': refusal(
    409,
    '材料不全：缺{missing}（{article}）。',
    'Papers are missing: {missing} ({article}).',
  ),
  'cases.adjudication.panel': refusal(
    422,
    '合议组应当由{least}人以上的单数组成，姓名不重复（{article}）。',
    'A panel has an odd number of at least {least} members, each named once ({article}).',
  ),
  'cases.adjudication.hearing-past': refusal(
    422,
    '口头审理日期{on}已经过去，请重新确定日期。',
    'The day of the oral hearing, {on}, has passed: choose another.',
  ),
  'cases.adjudication.before-acceptance': refusal(
    422,
    '扣除的期间自{on}起，早于立案之日{acceptedOn}。',
    'The days left out begin on {on}, before the request was accepted on {acceptedOn}.',
  ),
  'cases.adjudication.no-hearing': refusal(
    409,
    '还没有确定口头审理的时间和地点，请先办理“确定口头审理”。',
    'Neither day nor place of the oral hearing is set: set them first.',
  ),
  'cases.adjudication.other-outcome': refusal(
    409,
    '本案的结案方式是“{outcome}”，不制作{paper}。',
    'The request ended otherwise ({outcome}): {paper} is not made.',
  ),
  'cases.adjudication.not-competent': refusal(
    409,
    '本区不能立案：{text}（{article}）。',
    'The district cannot accept it: {text} ({article}).',
  ),
};

export const caseActions: Readonly<Record<string, Bilingual>> = {
  [CASE_REGISTER]: { zh: '登记案件线索', en: 'Register a clue' },
  [CASE_HANDLE]: { zh: '修改案件内容', en: 'Edit a case' },
  [CASE_ASSIGN]: { zh: '分派案件', en: 'Assign a case' },
  [ADJUDICATION_HANDLE]: { zh: '登记行政裁决请求', en: 'Enter a request for adjudication' },
};
