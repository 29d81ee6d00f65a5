import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { ProcedureDefinition, Standing } from '../../../platform/procedures/index.ts';
import type { MatterSort } from '../domain/letter.ts';

export const COMPLAINT = 'complaints.complaint';
export const REPORT = 'complaints.report';
export const procedureOf = (sort: MatterSort) => (sort === 'complaint' ? COMPLAINT : REPORT);

type States = ProcedureDefinition['states'];
const state = (zh: string, en: string, standing: Standing) => ({ label: { zh, en }, standing });

/** In order of the way. */
export const complaintStates: States = {
  arriving: state('登记中', 'Being entered', 'draft'),
  registered: state('待受理', 'To be accepted', 'open'),
  mediating: state('调解中', 'In mediation', 'open'),
  joined: state('已并案', 'Joined', 'waiting'),
  settled: state('调解达成一致', 'Settled', 'done'),
  ended: state('调解终止', 'Mediation ended', 'done'),
  'not-accepted': state('不予受理', 'Not accepted', 'refused'),
  referred: state('已分送', 'Sent on', 'withdrawn'),
  withdrawn: state('已撤回', 'Withdrawn', 'withdrawn'),
};

export const reportStates: States = {
  arriving: state('登记中', 'Being entered', 'draft'),
  registered: state('核查中', 'Being looked into', 'open'),
  'in-case': state('已转案件线索', 'A clue of a case', 'waiting'),
  joined: state('已并案', 'Joined', 'waiting'),
  decided: state('待告知举报人', 'Reporter to be told', 'open'),
  answered: state('已告知', 'Told', 'done'),
  concluded: state('已办结（无须告知）', 'Concluded, nobody to tell', 'done'),
  referred: state('已分送', 'Sent on', 'withdrawn'),
  withdrawn: state('随清单撤回', 'Taken back with its list', 'withdrawn'),
};

export const statesOf = (sort: MatterSort): States => (sort === 'complaint' ? complaintStates : reportStates);

export function stateLabel(sort: MatterSort, name: string): Bilingual {
  return statesOf(sort)[name]?.label ?? { zh: name, en: name };
}
