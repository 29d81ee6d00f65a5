import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const PAPER_DRAFT = 'case-papers.paper.draft';
export const PAPER_APPROVE = 'case-papers.paper.approve';
export const PAPER_ISSUE = 'case-papers.paper.issue';
export const PAPER_WITHDRAW = 'case-papers.paper.withdraw';
export const SERVICE_RECORD = 'case-papers.service.record';
export const SCAN_ADD = 'case-papers.scan.add';
export const PUBLICITY_READ = 'case-papers.publicity.read';
export const PUBLICITY_PUBLISH = 'case-papers.publicity.publish';
export const ARCHIVE_MAKE = 'case-papers.archive.make';
export const ARCHIVE_SEAL = 'case-papers.archive.seal';
/** The steps of approval: each given by the people of its post alone. */
const HEAD_APPROVE = 'case-papers.head.approve';
const LEGAL_APPROVE = 'case-papers.legal.approve';
const DIRECTOR_APPROVE = 'case-papers.director.approve';
export const STEP_PERMISSION = { head: HEAD_APPROVE, legal: LEGAL_APPROVE, director: DIRECTOR_APPROVE } as const;

const OFFICERS = ['enforcement-officer', 'section-head'];

export const casePaperPermissions: readonly Permission[] = [
  { code: PAPER_DRAFT, label: { zh: '起草案件文书', en: 'Draft papers of cases' }, roles: OFFICERS },
  {
    code: PAPER_APPROVE,
    label: { zh: '审批案件文书', en: 'Approve papers of cases' },
    roles: ['section-head', 'legal-reviewer', 'director'],
  },
  {
    code: HEAD_APPROVE,
    label: { zh: '以办案机构负责人审批', en: 'Approve as head of the section' },
    roles: ['section-head'],
  },
  {
    code: LEGAL_APPROVE,
    label: { zh: '以审核机构审批', en: 'Approve as reviewer' },
    roles: ['legal-reviewer'],
  },
  { code: DIRECTOR_APPROVE, label: { zh: '以机关负责人审批', en: 'Approve as director' }, roles: ['director'] },
  { code: PAPER_ISSUE, label: { zh: '编号和制发案件文书', en: 'Number and issue papers of cases' }, roles: OFFICERS },
  { code: PAPER_WITHDRAW, label: { zh: '撤回未送达的文书', en: 'Withdraw papers not served' }, roles: OFFICERS },
  { code: SERVICE_RECORD, label: { zh: '登记文书送达', en: 'Record services of papers' }, roles: OFFICERS },
  { code: SCAN_ADD, label: { zh: '上传案卷材料', en: 'Add scans to the file of a case' }, roles: OFFICERS },
  {
    code: PUBLICITY_READ,
    label: { zh: '查看处罚信息公示', en: 'See the publicity of penalties' },
    roles: [...OFFICERS, 'legal-reviewer', 'director'],
  },
  {
    code: PUBLICITY_PUBLISH,
    label: { zh: '公示和撤下处罚信息', en: 'Publish and withdraw penalties' },
    roles: ['section-head'],
  },
  { code: ARCHIVE_MAKE, label: { zh: '整理案卷', en: 'Make the archive of a case' }, roles: OFFICERS },
  { code: ARCHIVE_SEAL, label: { zh: '封存案卷', en: 'Seal the archive of a case' }, roles: ['section-head'] },
];

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const casePaperErrors: ErrorCatalogue = {
  'case-papers.form.unknown': refusal(404, '没有名为“{form}”的文书。', 'There is no form "{form}".'),
  'case-papers.paper.out': refusal(
    409,
    '《{title}》（{number}）已经{state}，不能再修改。需要更正的，另行制作更正文书并写明原文书。',
    '"{title}" ({number}) is {state} and is never changed. A correction is a paper of its own that names it.',
  ),
  'case-papers.paper.stale': refusal(
    409,
    '文书已有第 {version} 版，请刷新后再改；您的输入仍在页面上。',
    'The paper has a newer version {version}: refresh before you change it.',
  ),
  'case-papers.paper.missing': refusal(
    422,
    '《{title}》还缺：{missing}。填齐后再提交。',
    '"{title}" still lacks: {missing}.',
  ),
  'case-papers.paper.element': refusal(
    422,
    '行政处罚决定书必须载明的事项尚缺：{missing}（《行政处罚法》第59条）。',
    'The decision does not yet state: {missing} (Administrative Penalty Law, art. 59).',
  ),
  'case-papers.paper.bad-day': refusal(422, '“{label}”不是有效日期。', '"{label}" is no valid day.'),
  'case-papers.paper.unknown-entry': refusal(422, '这份文书没有“{path}”一项。', 'The paper has no entry "{path}".'),
  'case-papers.paper.wrong-state': refusal(
    409,
    '《{title}》目前{state}，不能这样办理。',
    '"{title}" is {state}: this cannot be done now.',
  ),
  'case-papers.paper.not-your-step': refusal(403, '这一步应当由{step}审批。', 'This step is for {step} to approve.'),
  'case-papers.paper.own': refusal(
    409,
    '同一人不能审批自己提交的文书，也不能在同一份文书上审批两次。',
    'Nobody approves a paper of their own, or the same paper twice.',
  ),
  'case-papers.paper.no-opinion': refusal(422, '退回时请写明意见。', 'Say why the paper is returned.'),
  'case-papers.paper.stopped': refusal(
    409,
    '文书现在不能办理：{text}（{article}）',
    'The paper has to wait: {text} ({article})',
  ),
  'case-papers.paper.not-served': refusal(
    409,
    '只有已经制发的文书才能更正；草稿可以直接修改。',
    'Only a paper that is out can be corrected: a draft is simply changed.',
  ),
  'case-papers.service.none': refusal(409, '《{title}》不需要送达。', '"{title}" is not served on anybody.'),
  'case-papers.service.needs': refusal(
    422,
    '{mode}应当登记{missing}（{article}）。',
    '{mode}: {missing} must be recorded ({article}).',
  ),
  'case-papers.service.no-consent': refusal(
    409,
    '{recipient}没有在送达地址确认书中同意电子送达，不能采用电子送达（{article}）。',
    '{recipient} has not consented to electronic service ({article}).',
  ),
  'case-papers.service.day': refusal(
    422,
    '{on} 不在 {from} 至 {today} 之间：送达不能早于文书制发，也不能晚于今天。',
    '{on} is not between {from} and {today}.',
  ),
  'case-papers.service.announcement-runs': refusal(
    409,
    '公告送达自公告发布之日起经过{term}（至 {until}）才视为送达（{article}）。',
    'An announcement counts as service once its term ({term}) is over, on {until} ({article}).',
  ),
  'case-papers.service.concluded': refusal(409, '这次送达已有结果。', 'This service has been concluded.'),
  'case-papers.service.no-outcome': refusal(
    422,
    '请填写送达日期；未送达的写明原因。',
    'Give the day of service, or why it failed.',
  ),
  'case-papers.address.no-electronic': refusal(
    422,
    '同意电子送达的，请填写电子送达地址。',
    'Give the electronic address the party consented to.',
  ),
  'case-papers.publicity.exempt': refusal(409, '不予公示：{reason}', 'Not to be published: {reason}'),
  'case-papers.publicity.done': refusal(
    409,
    '该处罚信息已经公示或者撤下。',
    'It has been published or withdrawn already.',
  ),
  'case-papers.publicity.not-shown': refusal(409, '该处罚信息目前没有公示。', 'It is not published now.'),
  'case-papers.archive.sealed': refusal(
    409,
    '案卷已于 {on} 封存，不能再增加或者修改文书材料。',
    'The file was sealed on {on}: nothing is added or changed any more.',
  ),
  'case-papers.archive.not-closed': refusal(
    409,
    '案件目前“{state}”，结案后才能封存案卷。',
    'The case is "{state}": its file is sealed once it is closed.',
  ),
  'case-papers.archive.open-drafts': refusal(
    409,
    '还有 {count} 份文书没有办完（{titles}），请先制发或者撤回。',
    '{count} papers are not finished ({titles}): issue or withdraw them first.',
  ),
  'case-papers.scan.section': refusal(
    422,
    '案卷中没有“{section}”这一位置，请重新选择。',
    'The archive has no place called {section}: choose again.',
  ),
  'case-papers.archive.none': refusal(409, '还没有生成案卷 PDF。', 'The archive has not been made yet.'),
};

export const casePaperActions: Readonly<Record<string, Bilingual>> = {
  [PAPER_DRAFT]: { zh: '起草案件文书', en: 'Draft a paper of a case' },
  [PAPER_APPROVE]: { zh: '审批案件文书', en: 'Approve a paper' },
  [PAPER_ISSUE]: { zh: '制发案件文书', en: 'Issue a paper' },
  [PAPER_WITHDRAW]: { zh: '撤回案件文书', en: 'Withdraw a paper' },
  [SERVICE_RECORD]: { zh: '登记文书送达', en: 'Record a service' },
  [SCAN_ADD]: { zh: '上传案卷材料', en: 'Add a scan' },
  [PUBLICITY_PUBLISH]: { zh: '公示处罚信息', en: 'Publish a penalty' },
  [ARCHIVE_MAKE]: { zh: '整理案卷', en: 'Make an archive' },
  [ARCHIVE_SEAL]: { zh: '封存案卷', en: 'Seal an archive' },
  'case-papers.paper.submit': { zh: '提交文书审批', en: 'Hand a paper in' },
  'case-papers.paper.return': { zh: '退回文书', en: 'Return a paper' },
  'case-papers.service.conclude': { zh: '登记送达结果', en: 'Record the outcome of a service' },
  'case-papers.service.attach': { zh: '上传送达回证', en: 'Add a receipt of service' },
  'case-papers.address.confirm': { zh: '登记送达地址确认', en: 'Record an address for service' },
  'case-papers.scan.withdraw': { zh: '撤下案卷材料', en: 'Take a scan back' },
  'case-papers.publicity.withdraw': { zh: '撤下公示', en: 'Withdraw a publicity' },
};
