import type { Bilingual } from '../../platform/i18n/language.ts';
import type { ProcedureState, Standing } from '../../platform/procedures/definition.ts';

const state = (zh: string, en: string, standing: Standing): ProcedureState => ({ label: { zh, en }, standing });

/** In order of the way. */
export const reportStates = {
  arriving: state('登记中', 'Being entered', 'draft'),
  received: state('待分办', 'To be assigned', 'open'),
  assigned: state('核查中', 'Being looked into', 'open'),
  handling: state('办理中', 'Being handled', 'open'),
  answered: state('已答复', 'Answered', 'done'),
  transferred: state('已移送', 'Handed over', 'done'),
  'not-accepted': state('不予受理', 'Not accepted', 'refused'),
} as const satisfies Readonly<Record<string, ProcedureState>>;

export const reportStateLabel = (name: string): Bilingual =>
  reportStates[name as keyof typeof reportStates]?.label ?? { zh: name, en: name };
