import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { Standing } from '../../../platform/procedures/index.ts';

const state = (zh: string, en: string, standing: Standing): { label: Bilingual; standing: Standing } => ({
  label: { zh, en },
  standing,
});

/** Stages of a case in the order of the way (domain fact sheet §8.2). */
export const caseStates = {
  clue: state('线索登记', 'Clue registered', 'draft'),
  verifying: state('核查', 'Verification', 'open'),
  filed: state('立案', 'Opened', 'open'),
  investigating: state('调查取证', 'Investigation', 'open'),
  suspended: state('中止', 'Suspended', 'waiting'),
  report: state('调查终结', 'Investigation ended', 'open'),
  review: state('审核', 'Review', 'waiting'),
  notified: state('告知', 'Notice given', 'waiting'),
  hearing: state('听证', 'Hearing', 'waiting'),
  deciding: state('拟作决定', 'To be decided', 'open'),
  decided: state('已决定', 'Decided', 'open'),
  served: state('已送达', 'Served', 'waiting'),
  executing: state('执行', 'Execution', 'waiting'),
  published: state('已公示', 'Published', 'open'),
  closed: state('结案', 'Closed', 'done'),
  archived: state('归档', 'Archived', 'done'),
  'not-filed': state('不予立案', 'Not opened', 'refused'),
  terminated: state('终止', 'Terminated', 'refused'),
  elsewhere: state('移送其他部门', 'Handed elsewhere', 'refused'),
} as const;

export type CaseState = keyof typeof caseStates;

export const STATE_ORDER = Object.keys(caseStates) as readonly CaseState[];
/** What nobody works on any more. */
export const ENDED: readonly CaseState[] = ['closed', 'archived', 'not-filed', 'terminated', 'elsewhere'];
/** Before the decision: facts, goods and parties may be edited. */
export const EDITABLE: readonly CaseState[] = [
  'clue',
  'verifying',
  'filed',
  'investigating',
  'suspended',
  'report',
  'review',
  'notified',
  'hearing',
  'deciding',
];
/** A further clue about the same is joined with a case in these states. */
export const JOINABLE: readonly CaseState[] = ['clue', 'verifying', 'filed', 'investigating', 'suspended'];
/** After filing and before the decision. */
export const UNDER_INVESTIGATION: readonly CaseState[] = EDITABLE.filter(
  (one) => one !== 'clue' && one !== 'verifying',
);
