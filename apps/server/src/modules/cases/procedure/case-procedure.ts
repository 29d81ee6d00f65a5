import type { Ctx } from '../../../platform/context/context.ts';
import type { ClockDefinition, ProcedureDefinition, ProcedureFile } from '../../../platform/procedures/index.ts';
import { CASE_READ } from '../cases.catalogue.ts';
import { settleCases } from '../commands/settle-case.ts';
import { clockLabels } from '../domain/case-words.ts';
import { caseActionList } from './case-actions.ts';
import { barredBy } from './case-of-step.ts';
import { caseStates } from './case-states.ts';
import * as decision from './decision-steps.ts';
import * as enforcement from './enforcement-steps.ts';
import * as work from './investigation-steps.ts';
import * as mediation from './mediation-steps.ts';
import * as opening from './opening-steps.ts';

export const CASE_PROCEDURE = 'cases.case';

const RULES: Readonly<Record<keyof typeof clockLabels, string>> = {
  filing: 'case.filing-decision',
  decision: 'case.decision',
  review: 'case.review',
  statement: 'case.statement',
  'hearing-request': 'case.hearing-request',
  service: 'case.service',
  payment: 'case.fine-payment',
  reconsideration: 'case.reconsideration',
  suit: enforcement.SUIT_RULES[0],
  demand: 'case.demand',
  enforcement: 'case.enforcement-request',
  publication: 'publicity.publication',
  closing: 'case.closing',
};

/** What the party has time for; the office waits. */
const THEIRS: ReadonlySet<string> = new Set(['hearing-request', 'reconsideration', 'suit', 'demand']);

const ruleOf = (clock: keyof typeof RULES) =>
  clock === 'suit' ? { rule: enforcement.suitRule, rules: enforcement.SUIT_RULES } : { rule: RULES[clock] };

const clocks = (Object.keys(RULES) as (keyof typeof RULES)[]).map(
  (clock): ClockDefinition => ({
    clock,
    label: clockLabels[clock],
    ...ruleOf(clock),
    ...(THEIRS.has(clock) ? { theirs: true } : {}),
  }),
);

const PEOPLE = ['officers!', 'certificate', 'conflict'];
/** Which stop signs bar which action; with `!` a warning bars it, too. */
const BARS: Readonly<Record<string, readonly string[]>> = {
  file: [...PEOPLE, 'limitation'],
  'decide-on-spot': [...PEOPLE, 'criminal', 'limitation'],
  begin: PEOPLE,
  report: PEOPLE,
  notify: PEOPLE,
  decide: ['criminal', ...PEOPLE, 'limitation!', 'hearing', 'notice-days', 'legal-review', 'discussion'],
};

const both = (zh: string, en: string) => ({ zh, en });

/** An administrative case, from the clue to the archive; the file's id is the case's id. */
export const caseProcedure: ProcedureDefinition = {
  procedure: CASE_PROCEDURE,
  label: both('知识产权案件', 'Case'),
  prefix: 'AJ',
  initial: 'clue',
  states: caseStates,
  actions: caseActionList,
  clocks,
  documents: [
    { kind: 'source', label: both('案件来源材料', 'Papers of the source') },
    { kind: 'record', label: both('笔录', 'Record') },
    { kind: 'notice', label: both('通知、告知', 'Notice') },
    { kind: 'decision', label: both('决定书', 'Decision') },
    { kind: 'approval', label: both('审批表、审核表', 'Approval') },
    { kind: 'service', label: both('送达材料', 'Service') },
    { kind: 'other', label: both('其他材料', 'Other papers') },
  ],
  readPermission: CASE_READ,
  href: (file) => `/protection/cases/${file.id}`,
  guards: {
    ...Object.fromEntries(
      Object.entries(BARS).map(([action, names]) => [
        action,
        (ctx: Ctx, file: ProcedureFile) => barredBy(ctx, file, names),
      ]),
    ),
    'begin-mediation': mediation.barsMediation('none'),
    'conclude-mediation': mediation.barsMediation('open'),
    'end-mediated': mediation.barsEndMediated,
    'record-dispute': enforcement.barsDispute('none'),
    'conclude-dispute': enforcement.barsDispute('open'),
    'ask-court': enforcement.barsAskCourt,
  },
  steps: {
    'exclude-verification': opening.excludeVerification,
    'extend-verification': opening.extendVerification,
    propose: opening.propose,
    file: opening.file,
    'not-file': opening.notFile,
    'hand-elsewhere': opening.handElsewhere,
    'decide-on-spot': opening.decideOnSpot,
    'exclude-days': work.excludeDays,
    extend: work.extend,
    'extend-collective': work.extendCollective,
    suspend: work.suspend,
    resume: work.resume,
    terminate: work.terminate,
    report: work.report,
    'send-back': work.sendBack,
    review: work.review,
    notify: work.notify,
    'conclude-review': work.concludeReview,
    'serve-notice': work.serveNotice,
    'state-case': work.stateCase,
    waive: work.waive,
    'request-hearing': work.requestHearing,
    'conclude-hearing': work.concludeHearing,
    discuss: work.discuss,
    'decide-transfer': decision.decideTransfer,
    decide: decision.decide,
    reopen: decision.reopen,
    serve: decision.serve,
    'record-payment': decision.recordPayment,
    'defer-payment': decision.deferPayment,
    'ask-court': enforcement.askCourt,
    demand: enforcement.demand,
    'begin-mediation': mediation.beginMediation,
    'conclude-mediation': mediation.concludeMediation,
    'end-mediated': mediation.endMediated,
    'record-dispute': enforcement.recordDispute,
    'conclude-dispute': enforcement.concludeDispute,
    publish: decision.publish,
    close: decision.close,
  },
  settled: (tx, ctx, fileId) => settleCases(tx, ctx, [fileId]),
};
