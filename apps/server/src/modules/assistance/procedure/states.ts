import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { Standing } from '../../../platform/procedures/index.ts';

const state = (zh: string, en: string, standing: Standing): { label: Bilingual; standing: Standing } => ({
  label: { zh, en },
  standing,
});

export const aidStates = {
  draft: state('拟申请', 'Draft', 'draft'),
  submitted: state('待受理', 'To be accepted', 'waiting'),
  supplement: state('待补正', 'More asked for', 'waiting'),
  accepted: state('办理中', 'Under way', 'open'),
  given: state('已出具意见待反馈', 'Opinion given', 'waiting'),
  done: state('已办结', 'Done', 'done'),
  archived: state('已归档', 'Archived', 'done'),
  refused: state('不予受理', 'Not accepted', 'refused'),
  stopped: state('已终止', 'Stopped', 'withdrawn'),
} as const;

export const crossRegionStates = {
  draft: state('拟函', 'Draft', 'draft'),
  sent: state('已发函待签收', 'Sent', 'waiting'),
  awaiting: state('对方办理中', 'With the other district', 'waiting'),
  received: state('办理中', 'Under way', 'open'),
  answered: state('已复函', 'Answered', 'done'),
  withdrawn: state('已撤回', 'Withdrawn', 'withdrawn'),
} as const;
