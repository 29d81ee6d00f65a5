import { lawNumber } from '@jince/law';
import type { ClockDefinition, ProcedureAction, ProcedureDefinition } from '../../../platform/procedures/index.ts';
import { ENTRY_ANSWER, ENTRY_CONCLUDE, ENTRY_DECIDE, ENTRY_PROPOSE, ENTRY_READ } from '../discipline.catalogue.ts';
import { actionFields as fields } from './action-fields.ts';
import { entryStates, LISTED } from './entry-states.ts';
import * as steps from './entry-steps.ts';

export const ENTRY_PROCEDURE = 'discipline.listing';

const both = (zh: string, en: string) => ({ zh, en });

const clock = (name: string, zh: string, en: string, key: string): ClockDefinition => ({
  clock: name,
  label: { zh, en },
  term: (_ctx, _file, on) => {
    const { value, article } = lawNumber(key, on);
    return { count: value, unit: 'working-day', article };
  },
});

const PROPOSED = ['notice'];
const decider = { permission: ENTRY_DECIDE, apart: PROPOSED };

const actions: readonly ProcedureAction[] = [
  {
    action: 'notice',
    label: both('事先告知', 'Tell beforehand'),
    from: ['proposed'],
    to: 'noticed',
    permission: ENTRY_PROPOSE,
    starts: ['statement'],
    notify: ['applicant', 'town'],
  },
  {
    action: 'state',
    label: both('陈述申辩', 'State a case'),
    from: ['noticed'],
    to: 'noticed',
    permission: ENTRY_ANSWER,
    fields: fields.text,
    notify: [{ permission: ENTRY_DECIDE }],
  },
  {
    action: 'list',
    label: both('决定列入', 'Decide to list'),
    from: ['noticed'],
    to: 'listed',
    ...decider,
    fields: fields.list,
    needs: [{ clock: 'statement', is: 'expired' }],
    stops: ['statement'],
    notify: ['applicant', 'town', { permission: ENTRY_PROPOSE }],
    confirm: both('列入后惩戒措施当日生效。确定列入？', 'The effects begin today. List?'),
  },
  {
    action: 'drop',
    label: both('不予列入', 'Not to list'),
    from: ['proposed', 'noticed'],
    to: 'dropped',
    ...decider,
    fields: fields.reason,
    stops: ['statement'],
    notify: ['applicant'],
  },
  {
    action: 'ask-repair',
    label: both('申请信用修复', 'Ask for repair'),
    from: ['listed'],
    to: 'repair',
    permission: ENTRY_ANSWER,
    fields: fields.repair,
    starts: ['repair'],
    notify: [{ permission: ENTRY_DECIDE }],
  },
  {
    action: 'grant-repair',
    label: both('准予修复并移出', 'Grant the repair'),
    from: ['repair'],
    to: 'repaired',
    permission: ENTRY_DECIDE,
    apart: ['ask-repair'],
    fields: fields.decision,
    stops: ['repair'],
    notify: ['applicant', 'town'],
  },
  {
    action: 'refuse-repair',
    label: both('不予修复', 'Refuse the repair'),
    from: ['repair'],
    to: 'listed',
    permission: ENTRY_DECIDE,
    apart: ['ask-repair'],
    fields: fields.reason,
    stops: ['repair'],
    notify: ['applicant'],
  },
  {
    action: 'remove',
    label: both('移出名单', 'Remove'),
    from: LISTED,
    to: 'removed',
    permission: ENTRY_DECIDE,
    fields: fields.remove,
    stops: ['repair'],
    notify: ['applicant', 'town'],
    confirm: both('移出后惩戒措施当日停止。确定移出？', 'The effects stop today. Remove?'),
  },
  {
    action: 'conclude',
    label: both('期限届满', 'Run out'),
    from: LISTED,
    to: 'expired',
    permission: ENTRY_CONCLUDE,
    stops: ['repair'],
    notify: ['applicant'],
  },
];

/** An entry of a list of joint discipline, from the proposal to its end. */
export const entryProcedure: ProcedureDefinition = {
  procedure: ENTRY_PROCEDURE,
  label: both('联合惩戒', 'Joint discipline'),
  prefix: 'CJ',
  initial: 'proposed',
  states: entryStates,
  clocks: [
    clock('statement', '陈述申辩期限', 'Time to state a case', 'discipline.statement.days'),
    clock('repair', '修复审查期限', 'Time to decide on the repair', 'discipline.repair.decision-days'),
  ],
  documents: [
    { kind: 'basis', label: both('列入依据（处罚决定、裁判、通报）', 'What the entry rests on') },
    { kind: 'notice', label: both('告知书', 'Notice') },
    { kind: 'statement', label: both('陈述申辩材料', 'Statement') },
    { kind: 'decision', label: both('决定书', 'Decision') },
    { kind: 'repair', label: both('修复材料', 'Papers for the repair') },
  ],
  readPermission: ENTRY_READ,
  href: (file) => `/agencies/discipline/${file.subjectId}`,
  actions,
  steps: {
    state: steps.state,
    list: steps.list,
    'ask-repair': steps.askRepair,
    'grant-repair': steps.grantRepair,
    remove: steps.remove,
    conclude: steps.conclude,
  },
};
