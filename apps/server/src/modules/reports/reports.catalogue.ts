import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const REPORT_READ = 'reports.report.read';
export const REPORT_ASSIGN = 'reports.report.assign';
export const REPORT_HANDLE = 'reports.report.handle';
export const REPORT_EXTEND = 'reports.report.extend';
/** Of nobody: a report is entered by whoever makes it, without an account. */
export const REPORT_RECEIVE = 'reports.report.receive';
export const GROUP_JUDGE = 'reports.group.judge';
export const REPORTER_REVEAL = 'reports.reporter.reveal';

const READERS = ['ip-officer', 'director', 'reviewer', 'enforcement-officer'];
const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const reportPermissions: readonly Permission[] = [
  { code: REPORT_READ, label: both('查看举报投诉', 'See reports and complaints'), roles: READERS },
  { code: REPORT_ASSIGN, label: both('分办举报投诉', 'Assign reports'), roles: ['ip-officer', 'director'] },
  {
    code: REPORT_HANDLE,
    label: both('办理和答复举报投诉', 'Handle and answer reports'),
    roles: ['ip-officer', 'enforcement-officer'],
  },
  { code: REPORT_EXTEND, label: both('延长核查期限', 'Extend the time to look into a report'), roles: ['director'] },
  { code: REPORT_RECEIVE, label: both('接收举报投诉（系统）', 'Receive reports (the system)'), roles: [] },
  {
    code: GROUP_JUDGE,
    label: both('审核集中提交的举报', 'Review reports held of one sender'),
    roles: ['ip-officer', 'director'],
  },
  {
    code: REPORTER_REVEAL,
    label: both('查看举报人身份（逐次记录）', 'See who reported (each time logged)'),
    roles: ['director', 'enforcement-officer'],
  },
];

/** Actions on files (`reports.report.assign` …) are named by the procedure itself. */
export const reportActions: Readonly<Record<string, Bilingual>> = {
  'reports.report.submit': both('提交举报投诉', 'Send a report'),
  'reports.report.link': both('认定举报所指的服务机构', 'Say which agency a report names'),
  'reports.attachment.download': both('下载举报附件', 'Download a paper of a report'),
  [GROUP_JUDGE]: both('审核集中提交的举报', 'Review held reports'),
  [REPORTER_REVEAL]: both('查看举报人身份', 'See who reported'),
};

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const reportErrors: ErrorCatalogue = {
  'reports.report.form-expired': refusal(
    409,
    '页面打开时间过长，请核对内容后再次提交（已填写的内容仍在）。',
    'The form was open for too long; please look it over and send it again. Nothing you wrote is lost.',
  ),
  'reports.report.too-many': refusal(
    429,
    '今天从您的网络收到的举报已达 {limit} 件，请明天再提交，或拨打 {hotline}。',
    'Your network has sent {limit} reports today; please come back tomorrow or call {hotline}.',
  ),
  'reports.status.not-found': refusal(
    404,
    '没有找到：请核对回执编号和查询码。',
    'Nothing found: please check the receipt number and the query code.',
  ),
  'reports.status.too-many': refusal(
    429,
    '今天输错的次数过多，请明天再查，或拨打 {hotline}。',
    'Too many wrong entries today; please come back tomorrow or call {hotline}.',
  ),
  'reports.attachment.refused': refusal(
    422,
    '附件“{fileName}”没有收下：{reason}。',
    '"{fileName}" is not taken: {reason}.',
  ),
  'reports.attachment.too-many': refusal(422, '最多附 {limit} 份材料。', 'At most {limit} papers can be added.'),
  'reports.attachment.too-large': refusal(
    413,
    '附件“{fileName}”超过 {limit} MB，请压缩图片或拆分后再传。',
    '"{fileName}" is larger than {limit} MB; make it smaller or split it.',
  ),
  'reports.attachment.too-much-today': refusal(
    429,
    '今天从您的网络收到的附件已达 {limit} MB；文字内容仍可提交，附件请明天补交。',
    'Your network has sent {limit} MB of papers today; the text can still be sent.',
  ),
  'reports.report.extended': refusal(
    409,
    '只有举报的核查期限可以延长，且只能延长一次。',
    'Only the time to look into a tip can be extended, and only once.',
  ),
  'reports.group.decided': refusal(409, '这一组举报已经审核过。', 'These reports have been reviewed already.'),
  'reports.group.nothing-chosen': refusal(400, '请至少选择一件转入办理。', 'Choose at least one report to be handled.'),
  'reports.reporter.anonymous': refusal(409, '这是匿名举报，没有留下身份。', 'This report is anonymous.'),
};
