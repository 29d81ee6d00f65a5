import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const CALL_READ = 'programs.call.read';
export const CALL_EDIT = 'programs.call.edit';
export const CALL_PUBLISH = 'programs.call.publish';
export const PROJECT_READ = 'programs.project.read';
export const PROJECT_FILE = 'programs.project.file';
export const PROJECT_RECOMMEND = 'programs.project.recommend';
export const PROJECT_CHECK = 'programs.project.check';
export const PROJECT_REVIEW = 'programs.project.review';
export const PROJECT_DECIDE = 'programs.project.decide';
export const PROJECT_SIGN = 'programs.project.sign';
export const PROJECT_ACCEPT = 'programs.project.accept';
export const EXPERT_READ = 'programs.expert.read';
export const EXPERT_EDIT = 'programs.expert.edit';

const READERS = ['ip-officer', 'director', 'reviewer', 'finance-officer', 'liaison', 'enterprise'];
const EDITORS = ['ip-officer'];

export const programPermissions: readonly Permission[] = [
  { code: CALL_READ, label: { zh: '查看申报通知', en: 'See calls for projects' }, roles: READERS },
  { code: CALL_EDIT, label: { zh: '起草申报通知', en: 'Draft calls for projects' }, roles: [...EDITORS, 'director'] },
  { code: CALL_PUBLISH, label: { zh: '发布申报通知', en: 'Publish calls for projects' }, roles: ['director'] },
  { code: PROJECT_READ, label: { zh: '查看项目', en: 'See projects' }, roles: READERS },
  { code: PROJECT_FILE, label: { zh: '申报项目', en: 'Apply for projects' }, roles: [...EDITORS, 'enterprise'] },
  {
    code: PROJECT_RECOMMEND,
    label: { zh: '推荐项目', en: 'Recommend projects' },
    roles: ['liaison', ...EDITORS],
  },
  { code: PROJECT_CHECK, label: { zh: '项目形式审查', en: 'Check applications for projects' }, roles: EDITORS },
  { code: PROJECT_REVIEW, label: { zh: '组织项目评审', en: 'Organise reviews of projects' }, roles: ['reviewer'] },
  { code: PROJECT_DECIDE, label: { zh: '决定项目立项', en: 'Decide on projects' }, roles: ['director'] },
  { code: PROJECT_SIGN, label: { zh: '签订项目任务书', en: 'Sign agreements of projects' }, roles: EDITORS },
  { code: PROJECT_ACCEPT, label: { zh: '项目中期评估和验收', en: 'Accept projects' }, roles: [...EDITORS, 'reviewer'] },
  {
    code: EXPERT_READ,
    label: { zh: '查看评审专家和评分', en: 'See experts and scores' },
    roles: ['ip-officer', 'director', 'reviewer'],
  },
  {
    code: EXPERT_EDIT,
    label: { zh: '维护评审专家', en: 'Keep the register of experts' },
    roles: [...EDITORS, 'reviewer'],
  },
];

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const programErrors: ErrorCatalogue = {
  'programs.kind.unknown': refusal(400, '没有名为“{kind}”的项目类别。', 'There is no kind of project "{kind}".'),
  'programs.call.not-draft': refusal(
    409,
    '申报通知“{title}”已经发布，不能再改；请另发通知或提前截止。',
    'The call "{title}" is published and cannot be changed; close it or publish another.',
  ),
  'programs.call.not-published': refusal(
    409,
    '申报通知“{title}”尚未发布或已经截止。',
    'The call "{title}" is not open.',
  ),
  'programs.call.number-taken': refusal(
    409,
    '文号“{number}”已用于另一份通知。',
    'Another call bears the number "{number}".',
  ),
  'programs.call.window-reversed': refusal(
    400,
    '申报截止日 {closesOn} 早于开始日 {opensOn}。',
    'The last day {closesOn} is before the first day {opensOn}.',
  ),
  'programs.call.window-over': refusal(
    409,
    '申报截止日 {closesOn} 已过，不能发布。',
    'The last day {closesOn} has passed; it cannot be published.',
  ),
  'programs.call.changed-meanwhile': refusal(
    409,
    '通知刚被他人修改，请刷新后再改；您的输入仍在页面上。',
    'Someone has just changed this call; refresh and change it again. Your input is still on the page.',
  ),
  'programs.call.closed': refusal(
    409,
    '“{title}”的申报期为 {opensOn} 至 {closesOn}，现在不能申报。',
    '"{title}" takes applications from {opensOn} to {closesOn}; it cannot be applied for now.',
  ),
  'programs.call.ranking-open': refusal(
    409,
    '同一通知下还有 {count} 个项目未完成评审，排序后才能公示。',
    '{count} projects of this call are not reviewed yet; publish after all are ranked.',
  ),
  'programs.call.still-open': refusal(
    409,
    '“{title}”到 {closesOn} 才截止申报，截止后才能公示拟立项名单。',
    '"{title}" takes applications until {closesOn}; publish after that.',
  ),
  'programs.call.nothing-to-rank': refusal(409, '没有正在评审的项目。', 'No project is under review.'),
  'programs.call.over-budget': refusal(
    409,
    '通知预算 {budget}，已拟立项 {taken}，余 {left}，不足 {needed}。',
    'The budget of the call is {budget}, {taken} are taken, {left} are left: not enough for {needed}.',
  ),
  'programs.project.changed-meanwhile': refusal(
    409,
    '申报材料刚被他人保存，请刷新后再改；您的输入仍在页面上。',
    'Someone has just saved this application; refresh and change it again. Your input is still on the page.',
  ),
  'programs.project.not-editable': refusal(
    409,
    '项目现为“{state}”，申报内容不能再改。',
    'The project is in state "{state}"; the application can no longer be changed.',
  ),
  'programs.project.not-running': refusal(
    409,
    '项目现为“{state}”，只有实施中和待验收的项目可以填报进展。',
    'The project is in state "{state}"; progress is reported while it runs.',
  ),
  'programs.project.incomplete': refusal(422, '申报内容还不完整：{first}', 'The application is not complete: {first}'),
  'programs.project.consortium': refusal(
    422,
    '联合体不符合“{kind}”的要求：{first}',
    'The consortium does not meet the terms of "{kind}": {first}',
  ),
  'programs.project.not-eligible': refusal(
    422,
    '“{lead}”不符合申报条件：{why}',
    '"{lead}" does not meet the conditions: {why}',
  ),
  'programs.target.counted': refusal(
    422,
    '“{label}”以“{word}”计数，不得作为项目考核指标（{notice}）。可改用：{instead}。',
    '"{label}" counts "{word}", which may not be a target of a project ({notice}). Use instead: {instead}.',
  ),
  'programs.target.unclear': refusal(
    422,
    '“{label}”没有写明计的是存量、质量还是运用，视为以申请、授权计数，不得作为项目考核指标（{notice}）。可改用：{instead}。',
    '"{label}" does not say that stock, quality or use is meant and counts as filings ({notice}). Use instead: {instead}.',
  ),
  'programs.target.unit': refusal(
    422,
    '“{label}”的单位“{unit}”不在本类项目可用的单位内：{units}。',
    'The unit "{unit}" of "{label}" is none of those of this kind: {units}.',
  ),
  'programs.review.conflict': refusal(
    409,
    '{expert}不能评审本项目：{why}。',
    '{expert} may not review this project: {why}.',
  ),
  'programs.review.too-few': refusal(
    409,
    '评审专家 {count} 位，不足 {least} 位。',
    '{count} experts are fewer than {least}.',
  ),
  'programs.review.not-scored': refusal(
    409,
    '还有 {count} 位专家未评分：{names}。',
    '{count} experts have not scored yet: {names}.',
  ),
  'programs.review.not-open': refusal(
    409,
    '项目现为“{state}”，不在评审阶段。',
    'The project is in state "{state}", not under review.',
  ),
  'programs.review.already-assigned': refusal(
    409,
    '{expert}已经分派或退出过本项目评审。',
    '{expert} is assigned already, or has withdrawn.',
  ),
  'programs.review.withdrawn': refusal(409, '{expert}已退出本项目评审。', '{expert} has withdrawn from this review.'),
  'programs.review.sheet': refusal(400, '评分表有误：{first}', 'The score sheet is faulty: {first}'),
  'programs.expert.inactive': refusal(409, '{expert}已停用，不能分派。', '{expert} is no longer active.'),
  'programs.expert.changed-meanwhile': refusal(
    409,
    '专家信息刚被他人修改，请刷新后再改。',
    'Someone has just changed this expert; refresh and change it again.',
  ),
  'programs.expert.no-body': refusal(400, '请填写单位。', 'Name the body.'),
  'programs.grant.not-in-quota': refusal(
    409,
    '排名第 {rank}，名额 {quota}；得分 {score}，合格线 {passMark}。不在拟立项范围内。',
    'Rank {rank} of a quota of {quota}, score {score} with a pass mark of {passMark}: not to be funded.',
  ),
  'programs.grant.above-limit': refusal(
    422,
    '资助金额 {amount} 超过上限 {limit}（申请数与本类项目最高资助额取低）。',
    'The grant of {amount} is above {limit}, the lower of what was asked for and the highest of this kind.',
  ),
  'programs.grant.unpaid': refusal(
    409,
    '还有 {count} 笔资助未拨付，拨付后才能绩效评价。',
    '{count} instalments are not paid yet; evaluate after they are.',
  ),
  'programs.grant.claw-back': refusal(
    422,
    '追回金额 {amount} 应在 0 至已拨付的 {paid} 之间。',
    'The amount to claw back, {amount}, must be between 0 and the {paid} that were paid.',
  ),
  'programs.agreement.term': refusal(400, '开始日 {startsOn} 不是有效日期。', '{startsOn} is no day.'),
  'programs.change.term': refusal(
    422,
    '变更后的截止日 {termTo} 应晚于现截止日 {now}。',
    'The new last day {termTo} must be after the present one, {now}.',
  ),
  'programs.change.not-open': refusal(
    409,
    '没有等待执行的同类变更：须已同意、尚未执行。',
    'There is no approved change of this kind left to carry out.',
  ),
  'programs.change.grant': refusal(
    422,
    '资助合计 {asked} 与已立项的 {granted} 不同；资助总额不能借变更增减。',
    'The grant adds up to {asked}, not the {granted} that was granted; a change cannot alter the sum.',
  ),
  'programs.report.missing': refusal(
    409,
    '还有 {count} 项指标未填报完成情况：{names}。',
    '{count} targets have no reported result: {names}.',
  ),
  'programs.paper.too-early': refusal(
    409,
    '文书所写的事项还没有发生，办到这一步后再生成。',
    'What this paper tells has not happened yet.',
  ),
  'programs.report.in-future': refusal(400, '完成日期 {doneOn} 晚于今天。', 'The day {doneOn} is in the future.'),
};

export const programActions: Readonly<Record<string, Bilingual>> = {
  [CALL_EDIT]: { zh: '修改申报通知', en: 'Change a call' },
  'programs.call.create': { zh: '起草申报通知', en: 'Draft a call' },
  [CALL_PUBLISH]: { zh: '发布申报通知', en: 'Publish a call' },
  'programs.call.close': { zh: '截止申报通知', en: 'Close a call' },
  'programs.project.create': { zh: '新建项目申报', en: 'Begin an application' },
  'programs.project.save': { zh: '保存项目申报', en: 'Save an application' },
  'programs.project.apply': { zh: '执行项目变更', en: 'Carry out a change of a project' },
  'programs.project.report': { zh: '填报项目进展', en: 'Report progress of a project' },
  'programs.project.assign': { zh: '分派评审专家', en: 'Assign experts' },
  'programs.project.withdraw-expert': { zh: '专家退出评审', en: 'Withdraw an expert from a review' },
  'programs.project.score': { zh: '录入专家评分', en: 'Enter a score sheet' },
  [PROJECT_FILE]: { zh: '办理项目申报', en: 'Work on an application' },
  [PROJECT_REVIEW]: { zh: '组织项目评审', en: 'Organise a review' },
  'programs.instalment.pay': { zh: '登记资助到账', en: 'Note an instalment as paid' },
  [EXPERT_EDIT]: { zh: '维护评审专家', en: 'Change an expert' },
  'programs.expert.create': { zh: '登记评审专家', en: 'Enter an expert' },
  'programs.expert.declare': { zh: '登记利害关系声明', en: 'Note a declared conflict of interest' },
};
