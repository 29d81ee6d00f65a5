import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const CAMPAIGN_READ = 'cultivation.campaign.read';
export const CAMPAIGN_EDIT = 'cultivation.campaign.edit';
export const TARGET_READ = 'cultivation.target.read';
export const TARGET_ASSIGN = 'cultivation.target.assign';
export const VISIT_READ = 'cultivation.visit.read';
export const VISIT_LOG = 'cultivation.visit.log';
export const POOL_READ = 'cultivation.pool.read';
export const POOL_EDIT = 'cultivation.pool.edit';
export const ADVICE_READ = 'cultivation.advice.read';

const READERS = ['ip-officer', 'director', 'reviewer', 'finance-officer', 'enforcement-officer', 'liaison'];
const EDITORS = ['ip-officer', 'director'];

export const cultivationPermissions: readonly Permission[] = [
  { code: CAMPAIGN_READ, label: { zh: '查看培育行动', en: 'See campaigns' }, roles: READERS },
  { code: CAMPAIGN_EDIT, label: { zh: '开展培育行动', en: 'Run campaigns' }, roles: EDITORS },
  { code: TARGET_READ, label: { zh: '查看培育对象', en: 'See targets of campaigns' }, roles: READERS },
  {
    code: TARGET_ASSIGN,
    label: { zh: '分派培育对象', en: 'Assign targets of campaigns' },
    roles: [...EDITORS, 'liaison'],
  },
  { code: VISIT_READ, label: { zh: '查看走访记录', en: 'See visits' }, roles: READERS },
  {
    code: VISIT_LOG,
    label: { zh: '登记走访', en: 'Log visits' },
    roles: ['ip-officer', 'liaison', 'enforcement-officer'],
  },
  { code: POOL_READ, label: { zh: '查看商标培育库', en: 'See the cultivation pool of marks' }, roles: READERS },
  { code: POOL_EDIT, label: { zh: '维护商标培育库', en: 'Keep the cultivation pool of marks' }, roles: EDITORS },
  { code: ADVICE_READ, label: { zh: '查看类别建议和走访提要', en: 'See class advice and briefs' }, roles: READERS },
];

export const cultivationErrors: ErrorCatalogue = {
  'cultivation.rule.refused': {
    status: 422,
    zh: '规则有误，未保存：{first}',
    en: 'The rule is faulty and was not saved: {first}',
  },
  'cultivation.campaign.unknown-template': {
    status: 400,
    zh: '没有名为“{template}”的行动模板。',
    en: 'There is no campaign template “{template}”.',
  },
  'cultivation.campaign.unknown-subject': {
    status: 400,
    zh: '行动的对象只能是企业、专利、商标或马德里注册，不能是“{subject}”。',
    en: 'A campaign works on enterprises, patents, marks or Madrid registrations, not on “{subject}”.',
  },
  'cultivation.campaign.period-reversed': {
    status: 400,
    zh: '结束日期 {to} 早于开始日期 {from}。',
    en: 'The last day {to} is before the first day {from}.',
  },
  'cultivation.campaign.not-draft': {
    status: 409,
    zh: '该行动已经启动或结束，基期名单不再改变。',
    en: 'This campaign has started or ended; its baseline no longer changes.',
  },
  'cultivation.campaign.not-running': {
    status: 409,
    zh: '该行动尚未启动或已经结束。',
    en: 'This campaign has not started or has ended.',
  },
  'cultivation.campaign.changed-meanwhile': {
    status: 409,
    zh: '规则已被他人改为第 {version} 版，请在新版本上核对后再保存。您的修改仍在页面上。',
    en: 'Someone has saved version {version} of the rule; check against it and save again. Your change is still on the page.',
  },
  'cultivation.target.unknown-assignee': {
    status: 400,
    zh: '没有这个可分派的账号。',
    en: 'There is no such account to assign to.',
  },
  'cultivation.target.out-of-place': {
    status: 400,
    zh: '“{name}”不管辖所选对象中的 {count} 个，请改选或缩小范围。',
    en: '“{name}” is not responsible for {count} of the chosen targets; choose another or fewer.',
  },
  'cultivation.visit.in-future': {
    status: 400,
    zh: '走访日期 {visitedOn} 晚于今天。',
    en: 'The day of the visit {visitedOn} is in the future.',
  },
  'cultivation.visit.unknown-step': {
    status: 400,
    zh: '该行动没有步骤“{step}”。',
    en: 'This campaign has no step “{step}”.',
  },
  'cultivation.visit.step-is-read': {
    status: 400,
    zh: '“{step}”由导入的登记数据认定，不能手工填写。',
    en: '“{step}” is read from imported registers and cannot be entered by hand.',
  },
  'cultivation.visit.id-taken': {
    status: 409,
    zh: '该走访编号已用于另一条记录，请重新提交。',
    en: 'This id belongs to another visit; please submit again.',
  },
  'cultivation.photo.not-a-photo': {
    status: 400,
    zh: '“{fileName}”不是 JPEG、PNG 或 WebP 照片。',
    en: '“{fileName}” is not a JPEG, PNG or WebP photo.',
  },
  'cultivation.photo.too-many': {
    status: 409,
    zh: '每次走访最多 {most} 张照片。',
    en: 'A visit takes at most {most} photos.',
  },
  'cultivation.photo.not-yours': {
    status: 403,
    zh: '只有登记该次走访的人可以补充照片。',
    en: 'Only who logged the visit can add photos.',
  },
  'cultivation.pool.already-there': {
    status: 409,
    zh: '“{mark}”已在培育库中。',
    en: '“{mark}” is already in the pool.',
  },
  'cultivation.pool.not-registered': {
    status: 409,
    zh: '“{mark}”目前不是有效注册商标，不能入库。',
    en: '“{mark}” is not a valid registered mark now and cannot enter the pool.',
  },
  'cultivation.pool.changed-meanwhile': {
    status: 409,
    zh: '该条目已被他人修改，请刷新后再改。',
    en: 'Someone has changed this entry; refresh and change it again.',
  },
  'cultivation.pool.unknown-stage': {
    status: 400,
    zh: '培育库没有阶段或证据项“{code}”，或者它由登记数据认定。',
    en: 'The pool has no stage or evidence “{code}”, or it is read from the registers.',
  },
};

export const cultivationActions: Readonly<Record<string, Bilingual>> = {
  [CAMPAIGN_EDIT]: { zh: '修改培育行动', en: 'Change a campaign' },
  'cultivation.campaign.create': { zh: '新建培育行动', en: 'Open a campaign' },
  'cultivation.campaign.start': { zh: '启动培育行动', en: 'Start a campaign' },
  'cultivation.campaign.close': { zh: '结束培育行动', en: 'Close a campaign' },
  'cultivation.campaign.change-rule': { zh: '修改行动规则', en: 'Change the rule of a campaign' },
  [TARGET_ASSIGN]: { zh: '分派培育对象', en: 'Assign targets' },
  [VISIT_LOG]: { zh: '登记走访', en: 'Log a visit' },
  'cultivation.visit.add-photo': { zh: '补充走访照片', en: 'Add a photo to a visit' },
  [POOL_EDIT]: { zh: '维护商标培育库', en: 'Change the cultivation pool' },
};
