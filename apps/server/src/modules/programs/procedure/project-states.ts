import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { Standing } from '../../../platform/procedures/index.ts';

const state = (zh: string, en: string, standing: Standing): { label: Bilingual; standing: Standing } => ({
  label: { zh, en },
  standing,
});

/** From the draft to the evaluation, in the order of the way. */
export const projectStates = {
  draft: state('草稿', 'Draft', 'draft'),
  returned: state('退回修改', 'Returned', 'waiting'),
  submitted: state('待推荐', 'Waits for the town', 'open'),
  recommended: state('待形式审查', 'Waits for the formal check', 'open'),
  supplementing: state('待补正', 'To be supplemented', 'waiting'),
  supplemented: state('已补正待审查', 'Supplemented', 'waiting'),
  checked: state('待评审', 'Waits for review', 'open'),
  reviewing: state('评审中', 'Under review', 'open'),
  ranked: state('已排序待定', 'Ranked', 'open'),
  publicised: state('公示中', 'Published for objections', 'open'),
  objected: state('异议处理中', 'Objected to', 'waiting'),
  approved: state('已立项待签任务书', 'Approved', 'open'),
  running: state('实施中', 'Running', 'open'),
  midterm: state('中期评估中', 'Mid-term evaluation', 'waiting'),
  'change-requested': state('变更审批中', 'Change asked for', 'waiting'),
  'acceptance-applied': state('待验收', 'Waits for acceptance', 'open'),
  accepted: state('验收通过', 'Accepted', 'open'),
  closed: state('已办结', 'Closed', 'done'),
  'not-accepted': state('不予受理', 'Not taken', 'refused'),
  'not-selected': state('未予立项', 'Not selected', 'refused'),
  failed: state('验收不通过', 'Acceptance failed', 'refused'),
  terminated: state('已终止', 'Terminated', 'refused'),
  withdrawn: state('已撤回', 'Withdrawn', 'withdrawn'),
} as const;

export type ProjectState = keyof typeof projectStates;

/** States in which the application itself can be changed. */
export const EDITABLE: readonly string[] = ['draft', 'returned', 'supplementing'];
/** States in which progress is reported. */
export const REPORTING: readonly string[] = ['running', 'midterm', 'change-requested', 'acceptance-applied'];
/** States before the decision, in which an application can be taken back. */
export const BEFORE_DECISION: readonly string[] = [
  'draft',
  'returned',
  'submitted',
  'recommended',
  'supplementing',
  'supplemented',
  'checked',
  'reviewing',
  'ranked',
  'publicised',
  'objected',
];
