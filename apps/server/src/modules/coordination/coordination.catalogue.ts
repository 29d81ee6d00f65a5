import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const DESK_READ = 'coordination.desk.read';
export const BODY_READ = 'coordination.body.read';
export const HAND_OVER_READ = 'coordination.hand-over.read';
export const HAND_OVER_PREPARE = 'coordination.hand-over.prepare';
export const HAND_OVER_APPROVE = 'coordination.hand-over.approve';
export const HAND_OVER_HANDLE = 'coordination.hand-over.handle';
export const HAND_OVER_SUPERVISE = 'coordination.hand-over.supervise';
export const REFER = 'coordination.hand-over.refer';
export const RECEIVE = 'coordination.hand-over.receive';
export const SAY = 'coordination.hand-over.say';
export const TASK_READ = 'coordination.task.read';
export const TASK_SET = 'coordination.task.set';
export const TASK_REPORT = 'coordination.task.report';
export const MEETING_READ = 'coordination.meeting.read';
export const MEETING_EDIT = 'coordination.meeting.edit';
export const MATTER_READ = 'coordination.matter.read';
export const MATTER_EDIT = 'coordination.matter.edit';

const CASE_PEOPLE = ['ip-officer', 'enforcement-officer', 'section-head'];
const READERS = [...CASE_PEOPLE, 'director', 'legal-reviewer'];

const permission = (code: string, zh: string, en: string, roles: readonly string[]): Permission => ({
  code,
  label: { zh, en },
  roles,
});

export const coordinationPermissions: readonly Permission[] = [
  permission(DESK_READ, '查看本单位协作事项', 'See what concerns the own body', [...READERS, 'department']),
  permission(BODY_READ, '查看协作单位', 'See partner bodies', [...READERS, 'department']),
  permission(HAND_OVER_READ, '查看移送', 'See hand-overs', [...READERS, 'department']),
  permission(HAND_OVER_PREPARE, '拟办移送', 'Prepare hand-overs', CASE_PEOPLE),
  permission(HAND_OVER_APPROVE, '批准移送', 'Approve hand-overs', ['section-head', 'director']),
  permission(HAND_OVER_HANDLE, '签收和答复移送', 'Receive and answer hand-overs', ['department']),
  permission(HAND_OVER_SUPERVISE, '对移送提出监督意见', 'Give opinions on hand-overs', ['department']),
  permission(REFER, '向市场监管部门移交线索', 'Hand something to the bureau', ['department']),
  permission(RECEIVE, '接收移交的线索', 'Receive what is handed to the bureau', CASE_PEOPLE),
  permission(SAY, '记录移送进展', 'Say how hand-overs go on', [...CASE_PEOPLE, 'department']),
  permission(TASK_READ, '查看联合任务', 'See joint tasks', [...READERS, 'department', 'liaison']),
  permission(TASK_SET, '布置和验收联合任务', 'Set and confirm joint tasks', ['ip-officer', 'section-head', 'director']),
  permission(TASK_REPORT, '报告联合任务', 'Report on joint tasks', [...CASE_PEOPLE, 'department', 'liaison']),
  permission(MEETING_READ, '查看联席会议', 'See meetings', [...READERS, 'department', 'liaison']),
  permission(MEETING_EDIT, '登记联席会议', 'Enter meetings', ['ip-officer', 'section-head', 'director']),
  permission(MATTER_READ, '查看保护链条', 'See the chain of matters', READERS),
  permission(MATTER_EDIT, '维护保护链条', 'Keep the chain of matters', CASE_PEOPLE),
];

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const coordinationErrors: ErrorCatalogue = {
  'coordination.body.unknown': refusal(422, '没有代码为 {body} 的单位。', 'There is no body {body}.'),
  'coordination.body.not-partner': refusal(
    422,
    '{body}不是协作单位，不能作为移送的接收单位。',
    '{body} is no partner body and cannot receive a hand-over.',
  ),
  'coordination.body.not-own': refusal(
    403,
    '您不代表{body}，不能以它的名义移交。',
    'You do not stand for {body} and cannot hand anything over in its name.',
  ),
  'coordination.hand-over.open-already': refusal(
    409,
    '案件 {number} 向{body}的移送已在办理中（{open}），不能重复移送。',
    'Case {number} is already being handed over to {body} ({open}).',
  ),
  'coordination.hand-over.not-editable': refusal(
    409,
    '移送现为“{state}”，内容不能再修改；需要补充的，请记录进展或由对方退回补充。',
    'The hand-over is in state "{state}" and its text can be changed no more; say what is to be added as progress.',
  ),
  'coordination.hand-over.in-future': refusal(422, '日期 {on} 晚于今天。', 'The day {on} is after today.'),
  'coordination.hand-over.before': refusal(
    422,
    '日期 {on} 早于{what}（{earlier}）。',
    'The day {on} is before {what} ({earlier}).',
  ),
  'coordination.hand-over.wrong-answer': refusal(
    422,
    '涉嫌犯罪案件的答复须写明立案或者不予立案；其他移送写明办理结果。',
    'A suspected crime is answered by opening a case or refusing to; anything else by what came of it.',
  ),
  'coordination.hand-over.needs-reason': refusal(422, '不予立案须说明理由。', 'A refusal needs its reasons.'),
  'coordination.hand-over.only-criminal': refusal(
    409,
    '只有涉嫌犯罪案件的移送才能这样办理（{article}）。',
    'Only the hand-over of a suspected crime can be handled so ({article}).',
  ),
  'coordination.referral.no-suspect': refusal(
    422,
    '来件没有写明当事人，不能登记为举报；请登记为案件线索或者直接办理。',
    'No suspect is named, so it cannot be registered as a report; register a clue or handle it directly.',
  ),
  'coordination.paper.too-early': refusal(
    409,
    '移送尚未办到这一步，不能生成这份文书。',
    'The hand-over has not come so far: this paper cannot be made yet.',
  ),
  'coordination.task.due-past': refusal(422, '完成期限 {on} 须晚于今天。', 'The last day {on} must be after today.'),
  'coordination.task.closed': refusal(409, '任务已经办结，不能再记录进展。', 'The task is closed.'),
  'coordination.meeting.stale': refusal(
    409,
    '会议记录已由 {name} 于 {at} 修改。您填写的内容仍在页面上，请对照最新内容后再保存。',
    '{name} changed the meeting at {at}. What you typed is still on the page; compare and save again.',
  ),
  'coordination.matter.item-twice': refusal(
    409,
    '这件案件或移送已在链条中。',
    'This case or hand-over is already in the chain.',
  ),
};

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const coordinationActions: Readonly<Record<string, Bilingual>> = {
  'coordination.hand-over.create': both('拟办移送', 'Prepare a hand-over'),
  'coordination.hand-over.save': both('保存移送内容', 'Save the text of a hand-over'),
  'coordination.hand-over.keep': both('保存被他人抢先的移送内容', 'Keep a text of a hand-over that came second'),
  'coordination.hand-over.add': both('记录移送进展', 'Say how a hand-over goes on'),
  [REFER]: both('移交线索', 'Hand something to the bureau'),
  'coordination.task.create': both('布置联合任务', 'Set a joint task'),
  'coordination.task.add': both('记录任务进展', 'Say how a joint task goes on'),
  'coordination.meeting.create': both('登记会议', 'Enter a meeting'),
  'coordination.meeting.save': both('修改会议记录', 'Change a meeting'),
  'coordination.meeting.add': both('登记会议决定', 'Enter a decision of a meeting'),
  'coordination.matter.create': both('建立保护链条', 'Begin the chain of a matter'),
  'coordination.matter.add': both('添加链条节点', 'Add a step to a chain'),
  'coordination.matter.withdraw': both('撤回链条节点', 'Take a step of a chain back'),
};
