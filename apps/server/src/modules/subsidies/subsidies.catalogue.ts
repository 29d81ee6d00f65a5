import type { Permission } from '../../platform/access/access.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const ENTITLEMENT_READ = 'subsidies.entitlement.read';
export const ENTITLEMENT_DECLINE = 'subsidies.entitlement.decline';
export const ENTITLEMENT_REFRESH = 'subsidies.entitlement.refresh';
export const CLAIM_READ = 'subsidies.claim.read';
export const CLAIM_FILE = 'subsidies.claim.file';
export const CLAIM_RECOMMEND = 'subsidies.claim.recommend';
export const CLAIM_ACCEPT = 'subsidies.claim.accept';
export const CLAIM_CHECK = 'subsidies.claim.check';
export const CLAIM_REVIEW = 'subsidies.claim.review';
export const CLAIM_DECIDE = 'subsidies.claim.decide';
export const CLAIM_PUBLISH = 'subsidies.claim.publish';
export const CLAIM_RELEASE = 'subsidies.claim.release';
export const CLAIM_CLAW_BACK = 'subsidies.claim.claw-back';
export const CLAIM_SWITCH = 'subsidies.claim.switch';
/** Of nobody: what follows from payments is noted by the system itself. */
export const CLAIM_SETTLE = 'subsidies.claim.settle';
export const PUBLICITY_READ = 'subsidies.publicity.read';
export const PUBLICITY_CORRECT = 'subsidies.publicity.correct';
export const OBJECTION_HANDLE = 'subsidies.objection.handle';
export const BAN_READ = 'subsidies.ban.read';
export const TERM_EDIT = 'subsidies.term.edit';

const OFFICERS = ['ip-officer', 'director', 'reviewer', 'finance-officer'];
const READERS = [...OFFICERS, 'liaison', 'enterprise'];

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const subsidyPermissions: readonly Permission[] = [
  { code: ENTITLEMENT_READ, label: both('查看应享名单', 'See entitlements'), roles: READERS },
  {
    code: ENTITLEMENT_DECLINE,
    label: both('登记放弃享受', 'Note that an entitlement is declined'),
    roles: ['ip-officer', 'liaison', 'enterprise'],
  },
  {
    code: ENTITLEMENT_REFRESH,
    label: both('重新查找应享', 'Look for entitlements anew'),
    roles: ['ip-officer', 'director'],
  },
  { code: CLAIM_READ, label: both('查看奖补申请', 'See claims'), roles: READERS },
  { code: CLAIM_FILE, label: both('申报奖补', 'File claims'), roles: ['enterprise', 'ip-officer', 'liaison'] },
  { code: CLAIM_RECOMMEND, label: both('推荐奖补申请', 'Recommend claims'), roles: ['liaison', 'ip-officer'] },
  { code: CLAIM_ACCEPT, label: both('受理奖补申请', 'Accept claims'), roles: ['ip-officer'] },
  { code: CLAIM_CHECK, label: both('初审奖补申请', 'Check claims'), roles: ['ip-officer'] },
  { code: CLAIM_REVIEW, label: both('复核奖补申请', 'Review claims'), roles: ['reviewer'] },
  { code: CLAIM_DECIDE, label: both('审定奖补申请', 'Decide claims'), roles: ['director'] },
  {
    code: CLAIM_PUBLISH,
    label: both('发布奖补公示', 'Publish publicity lists'),
    roles: ['ip-officer', 'director'],
  },
  { code: CLAIM_RELEASE, label: both('下达奖补资金', 'Release money of claims'), roles: ['director'] },
  { code: CLAIM_CLAW_BACK, label: both('决定追回奖补', 'Decide to claw back'), roles: ['director'] },
  {
    code: CLAIM_SWITCH,
    label: both('改用政策新版本', 'Put claims under another version'),
    roles: ['ip-officer'],
  },
  { code: CLAIM_SETTLE, label: both('登记拨付和退缴结果（系统）', 'Note payments (the system)'), roles: [] },
  {
    code: PUBLICITY_READ,
    label: both('查看公示和异议', 'See publicity and objections'),
    roles: OFFICERS,
  },
  {
    code: PUBLICITY_CORRECT,
    label: both('更正公示', 'Correct publicity lists'),
    roles: ['ip-officer', 'director'],
  },
  {
    code: OBJECTION_HANDLE,
    label: both('办理公示异议', 'Handle objections'),
    roles: ['ip-officer', 'director'],
  },
  { code: BAN_READ, label: both('查看限制申报名单', 'See who may not claim'), roles: OFFICERS },
  { code: TERM_EDIT, label: both('修改办理期限', 'Change terms of the procedure'), roles: ['director'] },
];

/** Actions on files (`subsidies.claim.accept` …) are named by the procedure itself. */
export const subsidyActions: Readonly<Record<string, Bilingual>> = {
  [ENTITLEMENT_DECLINE]: both('登记放弃享受', 'Decline an entitlement'),
  [ENTITLEMENT_REFRESH]: both('重新查找应享', 'Look for entitlements'),
  'subsidies.claim.create': both('建立奖补申请', 'Open a claim'),
  'subsidies.claim.update': both('修改奖补申请', 'Change a claim'),
  [CLAIM_SWITCH]: both('改用政策新版本', 'Put a claim under another version'),
  [CLAIM_PUBLISH]: both('发布公示', 'Publish a publicity list'),
  [PUBLICITY_CORRECT]: both('更正公示', 'Correct a publicity list'),
  'subsidies.objection.register': both('登记公示异议', 'Register an objection'),
  'subsidies.objection.answer': both('答复公示异议', 'Answer an objection'),
  [TERM_EDIT]: both('修改办理期限', 'Change a term'),
};
