import { bind, type ModuleDefinition } from '../../platform/module.ts';
import {
  agencyCreditActions,
  agencyCreditErrors,
  agencyCreditPermissions,
  EVALUATION_APPEAL,
  EVALUATION_DECIDE,
  EVALUATION_NOTICE,
  EVENT_ENTER,
  ROUND_OPEN,
  SCORE_READ,
} from './agency-credit.catalogue.ts';
import { objectToCredit, requestCreditRepair } from './commands/appeal.ts';
import { revokeCreditEvent, withdrawCreditEvent } from './commands/end-event.ts';
import { enterCreditEvent } from './commands/enter-credit-event.ts';
import { concludeCreditRound, noticeCreditRound } from './commands/move-round.ts';
import { openCreditRound } from './commands/open-credit-round.ts';
import { agencyCreditGroup } from './facts/agency-credit-facts.ts';
import { enterpriseCreditGroup } from './facts/enterprise-credit-facts.ts';
import {
  AGENCY_TASK,
  creditTasks,
  DISCIPLINE_GONE_TASK,
  DISCIPLINE_TASK,
  GROUNDS_TASK,
  SIGNAL_GONE_TASK,
  SIGNAL_TASK,
} from './jobs/tasks.ts';
import { evaluationProcedure } from './procedure/evaluation-procedure.ts';
import { exportScores } from './queries/export-scores.ts';
import { listEvaluations } from './queries/list-evaluations.ts';
import { getEvent, getProof, listEvents } from './queries/list-events.ts';
import { listScores } from './queries/list-scores.ts';
import { getCreditRound, listCreditRounds } from './queries/rounds.ts';
import { getEvaluation } from './queries/show-evaluation.ts';
import { getCreditRules } from './queries/show-rules.ts';
import { getCreditSubject } from './queries/show-subject.ts';

/** Actions of files are audited under the name of the procedure; each has its label there. */
const stepActions = Object.fromEntries(
  evaluationProcedure.actions.map(({ action, label }) => [`${evaluationProcedure.procedure}.${action}`, label]),
);

/** Credit of agencies and their people. */
export const agencyCreditModule: ModuleDefinition = {
  name: 'agency-credit',
  permissions: agencyCreditPermissions,
  errors: agencyCreditErrors,
  actions: { ...stepActions, ...agencyCreditActions },
  facts: { groups: [agencyCreditGroup, enterpriseCreditGroup] },
  procedures: [evaluationProcedure],
  jobs: creditTasks,
  subscribers: {
    'agencies.grounds.changed': [GROUNDS_TASK],
    'agencies.agency.changed': [AGENCY_TASK],
    'filing-supervision.signal.confirmed': [SIGNAL_TASK],
    'filing-supervision.signal.withdrawn': [SIGNAL_GONE_TASK],
    'association.penalty.decided': [DISCIPLINE_TASK],
    'association.penalty.withdrawn': [DISCIPLINE_GONE_TASK],
  },
  routes: [
    bind('listCreditScores', SCORE_READ, (ctx, { query }) => listScores(ctx, query)),
    bind('exportCreditScores', SCORE_READ, (ctx, { query }) => exportScores(ctx, query)),
    bind('getCreditSubject', SCORE_READ, (ctx, { params, query }) => getCreditSubject(ctx, params, query.on)),
    bind('getCreditRules', SCORE_READ, (ctx, { query }) => getCreditRules(ctx, query.on)),
    bind('listCreditEvents', SCORE_READ, (ctx, { query }) => listEvents(ctx, query)),
    bind('enterCreditEvent', EVENT_ENTER, async (ctx, { file }) => getEvent(ctx, await enterCreditEvent(ctx, file))),
    bind('getCreditProof', SCORE_READ, (ctx, { params }) => getProof(ctx, params.id)),
    bind('revokeCreditEvent', EVENT_ENTER, async (ctx, { params, body }) => {
      await revokeCreditEvent(ctx, params.id, body);
      return getEvent(ctx, params.id);
    }),
    bind('withdrawCreditEvent', EVENT_ENTER, async (ctx, { params, body }) => {
      await withdrawCreditEvent(ctx, params.id, body.reason);
      return getEvent(ctx, params.id);
    }),
    bind('listCreditRounds', SCORE_READ, (ctx) => listCreditRounds(ctx)),
    bind('getCreditRound', SCORE_READ, (ctx, { params }) => getCreditRound(ctx, params.id)),
    bind('openCreditRound', ROUND_OPEN, (ctx, { body }) => openCreditRound(ctx, body)),
    bind('noticeCreditRound', EVALUATION_NOTICE, (ctx, { params }) => noticeCreditRound(ctx, params.id)),
    bind('concludeCreditRound', EVALUATION_DECIDE, (ctx, { params }) => concludeCreditRound(ctx, params.id)),
    bind('listCreditEvaluations', SCORE_READ, (ctx, { query }) => listEvaluations(ctx, query)),
    bind('getCreditEvaluation', SCORE_READ, (ctx, { params }) => getEvaluation(ctx, params.id)),
    bind('objectToCredit', EVALUATION_APPEAL, async (ctx, { params, body }) => {
      await objectToCredit(ctx, params.id, body);
      return getEvaluation(ctx, params.id);
    }),
    bind('requestCreditRepair', EVALUATION_APPEAL, async (ctx, { params, body }) => {
      await requestCreditRepair(ctx, params.id, body);
      return getEvaluation(ctx, params.id);
    }),
  ],
};
