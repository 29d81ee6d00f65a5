import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const REQUEST_READ = 'agency-affairs.request.read';
export const REQUEST_FILE = 'agency-affairs.request.file';
export const REQUEST_DECIDE = 'agency-affairs.request.decide';
export const REPORT_READ = 'agency-affairs.report.read';
export const REPORT_FILE = 'agency-affairs.report.file';
export const REPORT_CHECK = 'agency-affairs.report.check';
export const INQUIRY_READ = 'agency-affairs.inquiry.read';
export const INQUIRY_SEND = 'agency-affairs.inquiry.send';
export const INQUIRY_ANSWER = 'agency-affairs.inquiry.answer';
export const DISCLOSURE_READ = 'agency-affairs.disclosure.read';
export const DISCLOSURE_PUBLISH = 'agency-affairs.disclosure.publish';
export const CENSUS_READ = 'agency-affairs.census.read';
export const CENSUS_EDIT = 'agency-affairs.census.edit';
export const CENSUS_CHECK = 'agency-affairs.census.check';

const OFFICERS = ['ip-officer', 'director', 'reviewer'];
const READERS = [...OFFICERS, 'enforcement-officer', 'liaison'];
const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const agencyAffairPermissions: readonly Permission[] = [
  {
    code: REQUEST_READ,
    label: both('查看机构登记和变更', 'See registrations of agencies'),
    roles: [...READERS, 'agency'],
  },
  {
    code: REQUEST_FILE,
    label: both('申请机构登记和变更', 'File registrations of agencies'),
    roles: ['ip-officer', 'liaison', 'agency'],
  },
  {
    code: REQUEST_DECIDE,
    label: both('审核机构登记和变更', 'Decide on registrations of agencies'),
    roles: ['ip-officer', 'reviewer'],
  },
  { code: REPORT_READ, label: both('查看机构年报', 'See annual reports of agencies'), roles: [...READERS, 'agency'] },
  {
    code: REPORT_FILE,
    label: both('填报机构年报', 'File annual reports of agencies'),
    roles: ['ip-officer', 'agency'],
  },
  {
    code: REPORT_CHECK,
    label: both('核查机构年报', 'Check annual reports of agencies'),
    roles: ['ip-officer', 'reviewer'],
  },
  { code: INQUIRY_READ, label: both('查看机构问询', 'See inquiries to agencies'), roles: [...READERS, 'agency'] },
  { code: INQUIRY_SEND, label: both('向机构问询', 'Ask agencies'), roles: ['ip-officer', 'director'] },
  { code: INQUIRY_ANSWER, label: both('答复问询', 'Answer inquiries'), roles: ['agency'] },
  {
    code: DISCLOSURE_READ,
    label: both('查看机构服务与收费', 'See services and prices of agencies'),
    roles: [...READERS, 'agency'],
  },
  {
    code: DISCLOSURE_PUBLISH,
    label: both('公示服务与收费', 'Publish services and prices'),
    roles: ['agency'],
  },
  { code: CENSUS_READ, label: both('查看机构普查', 'See censuses of agencies'), roles: READERS },
  {
    code: CENSUS_EDIT,
    label: both('组织机构普查', 'Organise censuses of agencies'),
    roles: ['ip-officer', 'director'],
  },
  { code: CENSUS_CHECK, label: both('实地核查机构', 'Check agencies on the spot'), roles: ['ip-officer', 'liaison'] },
];

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const agencyAffairErrors: ErrorCatalogue = {
  'agency-affairs.request.blocked': refusal(422, '还不能提交：{first}', 'It cannot be filed yet: {first}'),
  'agency-affairs.request.not-editable': refusal(
    409,
    '申请现为“{state}”，内容不能再改。',
    'The request is in state "{state}" and can no longer be changed.',
  ),
  'agency-affairs.request.changed-meanwhile': refusal(
    409,
    '申请刚被他人保存，请刷新后再改；您的输入仍在页面上。',
    'Someone has just saved this request; refresh and change it again. Your input is still on the page.',
  ),
  'agency-affairs.request.open': refusal(
    409,
    '“{name}”已有办理中的申请 {number}，请在该申请中继续。',
    '"{name}" has the request {number} under way; go on there.',
  ),
  'agency-affairs.request.registered': refusal(
    409,
    '“{name}”已登记为服务机构，信息有变请办理变更。',
    '"{name}" is registered as an agency already; ask for a change instead.',
  ),
  'agency-affairs.request.unknown-field': refusal(
    400,
    '表单中没有“{field}”这一项。',
    'The form has no field "{field}".',
  ),
  'agency-affairs.report.exists': refusal(
    409,
    '“{agency}”{year} 年的年度报告已有一份（{number}，{state}），不能重复提交。',
    '"{agency}" has a report for {year} already ({number}, {state}).',
  ),
  'agency-affairs.report.not-open': refusal(
    409,
    '{year} 年的年度报告自 {opensOn} 起填报。',
    'The report for {year} can be made from {opensOn} on.',
  ),
  'agency-affairs.report.no-duty': refusal(
    409,
    '“{agency}”的业务类型不需要提交年度报告（{article}）。',
    '"{agency}" has no duty to report by its kinds ({article}).',
  ),
  'agency-affairs.report.not-editable': refusal(
    409,
    '年度报告现为“{state}”，内容不能再改。',
    'The report is in state "{state}" and can no longer be changed.',
  ),
  'agency-affairs.report.changed-meanwhile': refusal(
    409,
    '年度报告刚被他人保存，请刷新后再改；您的输入仍在页面上。',
    'Someone has just saved this report; refresh and change it again. Your input is still on the page.',
  ),
  'agency-affairs.report.blocked': refusal(422, '还不能提交：{first}', 'It cannot be filed yet: {first}'),
  'agency-affairs.inquiry.no-account': refusal(
    409,
    '“{agency}”未与市场主体关联，收不到问询；请先在机构档案中关联。',
    '"{agency}" is tied to no party of the register and would not get the inquiry; tie it first.',
  ),
  'agency-affairs.inquiry.not-overdue': refusal(
    409,
    '答复期限至 {dueOn}，期满仍未答复的才能认定逾期。',
    'The time to answer runs until {dueOn}; it is not over yet.',
  ),
  'agency-affairs.disclosure.changed-meanwhile': refusal(
    409,
    '已有更新的第 {version} 版，请刷新后再改；您的输入仍在页面上。',
    'Version {version} has been published meanwhile; refresh and change it again. Your input is still on the page.',
  ),
  'agency-affairs.disclosure.prices-reversed': refusal(
    400,
    '“{name}”的最低价高于最高价。',
    'The lowest price of "{name}" is above the highest.',
  ),
  'agency-affairs.disclosure.twice': refusal(
    400,
    '“{name}（{basis}）”列了两次。',
    '"{name}" ({basis}) is listed twice.',
  ),
  'agency-affairs.disclosure.promise': refusal(
    422,
    '不能写“{word}”：{why}（{article}）。',
    '"{word}" may not be written: {why} ({article}).',
  ),
  'agency-affairs.disclosure.too-early': refusal(
    400,
    '生效日 {effectiveOn} 早于今天，公示不能追溯。',
    'The first day {effectiveOn} is before today; a disclosure cannot reach back.',
  ),
  'agency-affairs.census.dates': refusal(
    400,
    '普查截止日 {toOn} 早于开始日 {fromOn}。',
    'The last day {toOn} is before the first day {fromOn}.',
  ),
  'agency-affairs.census.empty': refusal(
    409,
    '所选范围内没有登记的服务机构。',
    'No agency of the register stands in the chosen places.',
  ),
  'agency-affairs.census.closed': refusal(409, '普查“{title}”已结束。', 'The census "{title}" is closed.'),
  'agency-affairs.census.in-future': refusal(
    400,
    '核查日期 {checkedOn} 在今天之后。',
    'The day of the check {checkedOn} is in the future.',
  ),
  'agency-affairs.census.unknown-point': refusal(
    400,
    '检查表中没有“{code}”这一项。',
    'The checklist has no point "{code}".',
  ),
  'agency-affairs.census.value-missing': refusal(
    400,
    '“{label}”与登记不一致，请填写现场看到的内容。',
    '"{label}" differs from the register; say what was found.',
  ),
  'agency-affairs.census.id-taken': refusal(
    409,
    '这条核查记录的编号已被另一条使用，请重新填写后提交。',
    'The id of this check belongs to another one; send it again as a new one.',
  ),
  'agency-affairs.photo.not-a-photo': refusal(
    400,
    '“{fileName}”不是 JPEG、PNG 或 WebP 照片。',
    '"{fileName}" is not a JPEG, PNG or WebP photo.',
  ),
  'agency-affairs.photo.too-many': refusal(409, '一次核查最多 {most} 张照片。', 'A check takes at most {most} photos.'),
  'agency-affairs.photo.not-yours': refusal(
    403,
    '只有填写这条核查记录的人可以补充照片。',
    'Only who made the check can add photos.',
  ),
};

export const agencyAffairActions: Readonly<Record<string, Bilingual>> = {
  'agency-affairs.request.create': both('开始机构登记或变更申请', 'Begin a registration or change of an agency'),
  'agency-affairs.request.save': both('保存机构登记或变更申请', 'Save a registration or change of an agency'),
  'agency-affairs.report.create': both('开始填报年度报告', 'Begin an annual report'),
  'agency-affairs.report.save': both('保存年度报告', 'Save an annual report'),
  'agency-affairs.inquiry.create': both('向机构发出问询', 'Ask an agency'),
  'agency-affairs.disclosure.publish': both('公示服务与收费', 'Publish services and prices'),
  'agency-affairs.census.create': both('开展机构普查', 'Start a census of agencies'),
  'agency-affairs.census.close': both('结束机构普查', 'Close a census of agencies'),
  'agency-affairs.census.check': both('记录实地核查', 'Record a check on the spot'),
  'agency-affairs.census.add-photo': both('补充核查照片', 'Add a photo to a check'),
};
