import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const MARK_READ = 'trademark-watch.mark.read';
export const MARK_EDIT = 'trademark-watch.mark.edit';
export const MARK_DECIDE = 'trademark-watch.mark.decide';
export const POINT_READ = 'trademark-watch.point.read';
export const POINT_EDIT = 'trademark-watch.point.edit';
export const HIT_READ = 'trademark-watch.hit.read';
export const HIT_JUDGE = 'trademark-watch.hit.judge';
export const HIT_ACT = 'trademark-watch.hit.act';
export const WATCH_RUN = 'trademark-watch.watch.run';
export const NOTICE_READ = 'trademark-watch.notice.read';
export const NOTICE_HANDLE = 'trademark-watch.notice.handle';
export const CAMPAIGN_EDIT = 'trademark-watch.campaign.edit';

const ENFORCEMENT = ['enforcement-officer', 'section-head'];
const WORKERS = ['ip-officer', ...ENFORCEMENT];
const READERS = [...WORKERS, 'director'];

const permission = (code: string, zh: string, en: string, roles: readonly string[]): Permission => ({
  code,
  label: { zh, en },
  roles,
});

export const trademarkWatchPermissions: readonly Permission[] = [
  permission(MARK_READ, '查看重点商标保护名录', 'See the directory of protected marks', READERS),
  permission(MARK_EDIT, '提名和维护重点保护商标', 'Nominate and keep protected marks', ['ip-officer', 'section-head']),
  permission(MARK_DECIDE, '决定列入和移出名录', 'Decide who is in the directory', ['director']),
  permission(POINT_READ, '查看辨认要点', 'See points of identification', ENFORCEMENT),
  permission(POINT_EDIT, '维护辨认要点', 'Keep points of identification', ENFORCEMENT),
  permission(HIT_READ, '查看商标监测', 'See the watch and its hits', READERS),
  permission(HIT_JUDGE, '判断监测命中', 'Judge hits of the watch', WORKERS),
  permission(HIT_ACT, '处置监测命中', 'Act on hits of the watch', WORKERS),
  permission(WATCH_RUN, '重新比对', 'Look through everything again', WORKERS),
  permission(NOTICE_READ, '查看电商平台通知', 'See notices to platforms', READERS),
  permission(NOTICE_HANDLE, '办理电商平台通知', 'Handle notices to platforms', WORKERS),
  permission(CAMPAIGN_EDIT, '维护网剑行动', 'Keep campaigns on line', WORKERS),
];

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const trademarkWatchErrors: ErrorCatalogue = {
  'trademark-watch.mark.unknown-criterion': refusal(
    422,
    '没有“{criterion}”这一入选标准。',
    'There is no criterion "{criterion}".',
  ),
  'trademark-watch.mark.not-in-register': refusal(
    422,
    '登记簿中没有注册号 {registrationNo}。',
    'The register has no mark {registrationNo}.',
  ),
  'trademark-watch.mark.not-valid': refusal(
    422,
    '商标 {registrationNo} 现在不是有效注册商标，不能提名。',
    'Mark {registrationNo} is not in force and cannot be nominated.',
  ),
  'trademark-watch.mark.rule-fails': refusal(
    422,
    '商标 {registrationNo} 不符合“{criterion}”的规则，可以改为人工提名并说明理由。',
    'Mark {registrationNo} does not meet the rule of "{criterion}"; nominate it by hand and say why.',
  ),
  'trademark-watch.mark.twice': refusal(
    409,
    '商标 {registrationNo} 已经提名或者列入。',
    'Mark {registrationNo} is nominated or listed already.',
  ),
  'trademark-watch.mark.ended': refusal(
    409,
    '这件商标已不在名录中，不能再修改。',
    'The mark is no longer in the directory and cannot be changed.',
  ),
  'trademark-watch.mark.not-own': refusal(
    409,
    '联盟区县的名录条目以对方名录为准，不能在这里修改。',
    'Entries of an allied district follow its list and cannot be changed here.',
  ),
  'trademark-watch.point.words-missing': refusal(
    422,
    '请写明部位和正品特征。',
    'Say which part it is and what the genuine one looks like.',
  ),
  'trademark-watch.point.not-a-picture': refusal(
    422,
    '{fileName} 不是 JPEG、PNG 或 WebP 图片。',
    '{fileName} is no JPEG, PNG or WebP picture.',
  ),
  'trademark-watch.hit.closed': refusal(409, '这条命中已关闭：{reason}', 'This hit is closed: {reason}'),
  'trademark-watch.hit.not-infringing': refusal(
    409,
    '只有判断为涉嫌侵权（商标公告：近似，建议异议）的命中可以处置，请先判断。',
    'Only a hit judged infringing (of the gazette: near, to be opposed) can be acted on; judge it first.',
  ),
  'trademark-watch.hit.acted': refusal(409, '这条命中已经作过这种处置。', 'This has been done with the hit already.'),
  'trademark-watch.hit.no-subject': refusal(
    422,
    '命中没有店铺或主体名称，不能作为线索。',
    'The hit names no shop or subject.',
  ),
  'trademark-watch.hit.no-owner': refusal(
    422,
    '权利人没有匹配到登记主体，无法通知。',
    'The holder is linked to no party and cannot be told.',
  ),
  'trademark-watch.hit.not-published': refusal(
    422,
    '只有商标公告中的命中可以作为异议线索。',
    'Only a hit of the gazette can become an opposition lead.',
  ),
  'trademark-watch.hit.application-only': refusal(
    422,
    '公告的商标只是申请，还不是使用行为，不能作为案件、举报或者协查；可以提出异议线索、转维权援助或者通知权利人。',
    'A published application is no use of a sign yet: it can be opposed, or its holder helped or told.',
  ),
  'trademark-watch.hit.no-publication-day': refusal(
    422,
    '清单没有写明初审公告日和类别，或者该日没有可适用的异议期规定，算不出异议期限。',
    'The list gives no day and class of publication, or no term of opposition is kept for the day.',
  ),
  'trademark-watch.hit.not-in-register': refusal(
    422,
    '商标 {registrationNo} 在本区登记中没有有效注册，不能登记异议线索。',
    'The register holds no mark {registrationNo} in force to oppose with.',
  ),
  'trademark-watch.hit.no-place': refusal(
    422,
    '不知道店铺在哪里，请先认定店铺所在地。',
    'Nobody knows where the shop is; say so first.',
  ),
  'trademark-watch.hit.file-unfit': refusal(
    422,
    '{fileName} 不是可以保存的图片、网页或 PDF。',
    '{fileName} is no picture, page or PDF that can be kept.',
  ),
  'trademark-watch.hit.not-sealed': refusal(
    409,
    '这份证据还没有固定到批次，稍后再取证明。',
    'This was not sealed in a capture yet; ask for its proof later.',
  ),
  'trademark-watch.hit.party-missing': refusal(
    422,
    '请选择登记主体，或者写明外地所在地。',
    'Choose a party, or say where outside it is.',
  ),
  'trademark-watch.notice.several-shops': refusal(
    422,
    '一份通知只针对一个平台的一家店铺，所选命中涉及 {shops} 家。',
    'One notice is about one shop of one platform; the hits are of {shops}.',
  ),
  'trademark-watch.notice.not-a-listing': refusal(
    422,
    '平台通知只针对电商平台上的商品。',
    'A notice to a platform is about listings.',
  ),
  'trademark-watch.notice.day-in-future': refusal(422, '日期 {on} 晚于今天。', 'The day {on} is after today.'),
  'trademark-watch.notice.day-before': refusal(422, '日期 {on} 早于 {earlier}。', 'The day {on} is before {earlier}.'),
  'trademark-watch.campaign.days-reversed': refusal(
    422,
    '结束日期 {to} 早于开始日期 {from}。',
    'The end {to} is before the start {from}.',
  ),
};

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const trademarkWatchActions: Readonly<Record<string, Bilingual>> = {
  'trademark-watch.mark.nominate': both('提名重点保护商标', 'Nominate a mark'),
  [MARK_EDIT]: both('修改重点保护商标', 'Change a protected mark'),
  [POINT_EDIT]: both('修改辨认要点', 'Change points of identification'),
  [HIT_JUDGE]: both('判断监测命中', 'Judge a hit'),
  [HIT_ACT]: both('处置监测命中', 'Act on a hit'),
  [WATCH_RUN]: both('重新比对', 'Look through everything again'),
  [NOTICE_HANDLE]: both('拟制电商平台通知', 'Prepare a notice to a platform'),
  [CAMPAIGN_EDIT]: both('修改网剑行动', 'Change a campaign on line'),
};
