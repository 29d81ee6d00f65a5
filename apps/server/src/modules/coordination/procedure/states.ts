import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { Standing } from '../../../platform/procedures/index.ts';

const state = (zh: string, en: string, standing: Standing): { label: Bilingual; standing: Standing } => ({
  label: { zh, en },
  standing,
});

export const handOverStates = {
  draft: state('拟稿', 'Draft', 'draft'),
  approval: state('待批准', 'For approval', 'waiting'),
  approved: state('已批准待移送', 'Approved, to be sent', 'open'),
  sent: state('待签收', 'For receipt', 'waiting'),
  received: state('已签收', 'Received', 'open'),
  supplement: state('待补充材料', 'More asked for', 'waiting'),
  accepted: state('已受理', 'Accepted', 'open'),
  refused: state('不予立案', 'Refused', 'waiting'),
  objected: state('复议中', 'Reconsidered', 'waiting'),
  answered: state('已答复', 'Answered', 'done'),
  withdrawn: state('已撤回', 'Withdrawn', 'withdrawn'),
} as const;

export const referralStates = {
  draft: state('拟稿', 'Draft', 'draft'),
  sent: state('待签收', 'For receipt', 'waiting'),
  received: state('已签收', 'Received', 'open'),
  supplement: state('待补充材料', 'More asked for', 'waiting'),
  accepted: state('办理中', 'Under way', 'open'),
  answered: state('已答复', 'Answered', 'done'),
  declined: state('不属职责退回', 'Not competent', 'refused'),
  withdrawn: state('已撤回', 'Withdrawn', 'withdrawn'),
} as const;

export const taskStates = {
  draft: state('拟定', 'Draft', 'draft'),
  open: state('办理中', 'Under way', 'open'),
  reported: state('已报告待验收', 'Reported', 'waiting'),
  done: state('已完成', 'Done', 'done'),
  cancelled: state('已取消', 'Cancelled', 'withdrawn'),
} as const;
