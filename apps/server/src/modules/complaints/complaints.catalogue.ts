import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const MATTER_READ = 'complaints.matter.read';
export const MATTER_REGISTER = 'complaints.matter.register';
export const MATTER_ASSIGN = 'complaints.matter.assign';
export const MATTER_HANDLE = 'complaints.matter.handle';
/** 负责人: longer verification, and that no case is opened. */
export const MATTER_DECIDE = 'complaints.matter.decide';
/** Of nobody: what the system does when a case comes back or a list is taken back. */
export const MATTER_FOLLOW = 'complaints.matter.follow';
export const PERSON_REVEAL = 'complaints.person.reveal';

const OFFICE = ['ip-officer', 'director', 'reviewer', 'enforcement-officer', 'section-head', 'legal-reviewer'];
const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const complaintPermissions: readonly Permission[] = [
  { code: MATTER_READ, label: both('查看投诉举报办件', 'See complaints and reports'), roles: OFFICE },
  {
    code: MATTER_REGISTER,
    label: both('登记投诉举报', 'Enter complaints and reports'),
    roles: ['ip-officer', 'enforcement-officer', 'section-head'],
  },
  {
    code: MATTER_ASSIGN,
    label: both('分送、并案和分案', 'Send, join and part complaints'),
    roles: ['ip-officer', 'director', 'section-head'],
  },
  {
    code: MATTER_HANDLE,
    label: both('办理投诉举报', 'Handle complaints and reports'),
    roles: ['enforcement-officer', 'section-head'],
  },
  {
    code: MATTER_DECIDE,
    label: both('批准延长核查和不予立案', 'Grant longer verification; decide that no case is opened'),
    roles: ['director', 'section-head'],
  },
  { code: MATTER_FOLLOW, label: both('随案件和清单变动（系统）', 'Follow cases and lists (the system)'), roles: [] },
  {
    code: PERSON_REVEAL,
    label: both('查看投诉举报人身份（逐次记录）', 'See who complained or reported (each time logged)'),
    roles: ['director', 'section-head', 'enforcement-officer'],
  },
];

/** Actions on files are named by their procedures. */
export const complaintActions: Readonly<Record<string, Bilingual>> = {
  [MATTER_REGISTER]: both('登记投诉举报', 'Enter a complaint or report'),
  [MATTER_ASSIGN]: both('分送投诉举报', 'Send a complaint or report'),
  'complaints.matter.join': both('并案', 'Join with an earlier one'),
  'complaints.matter.part': both('分案', 'Part from the joined one'),
  'complaints.matter.split': both('一信两诉分别处理', 'Split a letter that holds both'),
  [PERSON_REVEAL]: both('查看投诉举报人身份', 'See who complained or reported'),
};

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const complaintErrors: ErrorCatalogue = {
  'complaints.letter.back-dated': refusal(
    409,
    '收到日期 {receivedOn} 早于今天，期限自该日起算，请写明补录理由。',
    'It came in on {receivedOn}, before today; its clocks run from then. Say why it is entered late.',
  ),
  'complaints.letter.future': refusal(
    400,
    '收到日期 {receivedOn} 在今天之后。',
    'The day it came in ({receivedOn}) lies ahead.',
  ),
  'complaints.letter.anonymous-complaint': refusal(
    409,
    '投诉须有投诉人身份，匿名来信只能作为举报登记。',
    'A complaint needs to say who complains; an anonymous letter is entered as a report.',
  ),
  'complaints.letter.no-person': refusal(
    400,
    '实名来信请填写姓名和至少一种联系方式。',
    'A named letter needs a name and a phone, address or mail.',
  ),
  'complaints.letter.uscc': refusal(
    400,
    '统一社会信用代码“{uscc}”校验不通过，请核对；不清楚可留空。',
    'The credit code "{uscc}" does not check; leave it empty when unsure.',
  ),
  'complaints.matter.organisation': refusal(
    400,
    '没有“{code}”这一办案机构。',
    'There is no body "{code}" that handles complaints.',
  ),
  'complaints.matter.handler': refusal(
    400,
    '所选人员不在“{organisation}”办理投诉举报，请重新选择。',
    'Someone chosen does not handle complaints at "{organisation}".',
  ),
  'complaints.matter.join-self': refusal(409, '不能与自身并案。', 'It cannot be joined with itself.'),
  'complaints.matter.join-sort': refusal(
    409,
    '投诉和举报分别处理，不能并案。',
    'Complaints and reports are handled apart and cannot be joined.',
  ),
  'complaints.matter.join-other-person': refusal(
    409,
    '投诉是各人与经营者之间的争议，不同投诉人的投诉应分别受理、分别调解，不能并案。',
    'A complaint is a dispute of its own person; complaints of different persons are not joined.',
  ),
  'complaints.matter.join-later': refusal(
    409,
    '只能并入先收到且仍在办理的办件（{number} 收到于 {receivedOn}）。',
    'It can only be joined with an earlier one under way ({number}, of {receivedOn}).',
  ),
  'complaints.matter.split-done': refusal(
    409,
    '这封来信的投诉和举报已经分开（{number}）。',
    'The complaint and the report of this letter are apart already ({number}).',
  ),
  'complaints.matter.ground': refusal(
    400,
    '没有“{ground}”这种不予受理情形。',
    'There is no ground "{ground}" for not accepting.',
  ),
  'complaints.matter.paper-not-yet': refusal(
    409,
    '办件还没有走到出具《{paper}》的一步。',
    'The file has not come to the step of this paper ({paper}).',
  ),
  'complaints.person.anonymous': refusal(409, '这是匿名来信，没有留下身份。', 'The letter is anonymous.'),
  'complaints.person.elsewhere': refusal(
    409,
    '身份封存在来源处（公众举报），请到原举报查看。',
    'The identity is sealed with the public report; open it there.',
  ),
};
