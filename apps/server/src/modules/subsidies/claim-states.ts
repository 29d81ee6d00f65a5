import type { ClaimState } from '@jince/contract';
import type { Bilingual } from '../../platform/i18n/language.ts';
import type { ProcedureState, Standing } from '../../platform/procedures/definition.ts';

const state = (zh: string, en: string, standing: Standing): ProcedureState => ({ label: { zh, en }, standing });

/** Domain fact sheet §4.5, in order of the way. */
export const claimStates: Readonly<Record<ClaimState, ProcedureState>> = {
  draft: state('草稿', 'Draft', 'draft'),
  submitted: state('待推荐', 'Awaits the town', 'open'),
  recommended: state('待受理', 'Awaits acceptance', 'open'),
  supplementing: state('待补正', 'To be supplemented', 'waiting'),
  accepted: state('待初审', 'Awaits the check', 'open'),
  checked: state('待复核', 'Awaits review', 'open'),
  reviewed: state('待信用审查', 'Awaits the credit check', 'open'),
  cleared: state('待审议', 'Awaits the decision', 'open'),
  approved: state('待公示', 'Awaits publicity', 'open'),
  publicised: state('公示中', 'In publicity', 'waiting'),
  objected: state('异议处理中', 'Objection being handled', 'waiting'),
  ready: state('待下达', 'Awaits release', 'open'),
  released: state('待拨付', 'Awaits payment', 'waiting'),
  paid: state('已拨付', 'Paid', 'open'),
  archived: state('已归档', 'Archived', 'done'),
  'clawing-back': state('追回中', 'Being clawed back', 'waiting'),
  'clawed-back': state('已追回', 'Clawed back', 'done'),
  refused: state('不予扶持', 'Refused', 'refused'),
  'not-accepted': state('不予受理', 'Not accepted', 'refused'),
  withdrawn: state('已撤回', 'Withdrawn', 'withdrawn'),
};

export const claimStateLabel = (name: string): Bilingual =>
  claimStates[name as ClaimState]?.label ?? { zh: name, en: name };

export const claimStanding = (name: string): Standing => claimStates[name as ClaimState]?.standing ?? 'open';

/** Before the decision: what a newer version of the policy may still be applied to. */
export const UNDECIDED: readonly string[] = [
  'draft',
  'submitted',
  'recommended',
  'supplementing',
  'accepted',
  'checked',
  'reviewed',
  'cleared',
];

export const claimClockLabels: Readonly<Record<string, Bilingual>> = {
  recommendation: { zh: '区镇推荐期限', en: 'Time for the town to recommend' },
  acceptance: { zh: '受理期限', en: 'Time to accept' },
  supplement: { zh: '补正期限', en: 'Time to supplement' },
  decision: { zh: '审定期限', en: 'Time to decide' },
  publicity: { zh: '公示期', en: 'Publicity' },
};
