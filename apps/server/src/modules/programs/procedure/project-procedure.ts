import type { Ctx } from '../../../platform/context/context.ts';
import type { ClockDefinition, ProcedureDefinition } from '../../../platform/procedures/index.ts';
import { PROJECT_READ } from '../programs.catalogue.ts';
import { findProject } from '../repositories/project-repository.ts';
import * as decisions from './decision-steps.ts';
import * as filing from './filing-steps.ts';
import { projectActions } from './project-actions.ts';
import { projectPapers } from './project-papers.ts';
import { projectStates } from './project-states.ts';
import { projectTemplates } from './project-templates.ts';
import * as reviews from './review-steps.ts';
import * as running from './running-steps.ts';

export const PROJECT_PROCEDURE = 'programs.project';

type Period = keyof Ctx['services']['jurisdiction']['programmes']['settings']['periods'];

const local = (clock: string, zh: string, en: string, period: Period): ClockDefinition => ({
  clock,
  label: { zh, en },
  term: (ctx) => ctx.services.jurisdiction.programmes.settings.periods[period],
});

const clocks: readonly ClockDefinition[] = [
  local('formal-check', '形式审查期限', 'Time for the formal check', 'formalCheck'),
  local('supplement', '补正期限', 'Time to supplement', 'supplement'),
  {
    clock: 'publicity',
    label: { zh: '公示期', en: 'Time for objections' },
    term: async (ctx, file) => {
      const project = await findProject(ctx.db, ctx.district, file.subjectId);
      return {
        count: project?.terms.publicityWorkingDays ?? 0,
        unit: 'working-day',
        article: project === undefined ? null : `申报通知 ${project.call_number}`,
      };
    },
  },
  local('objection', '异议答复期限', 'Time to answer the objection', 'objection'),
  local('agreement', '任务书签订期限', 'Time to sign the agreement', 'agreement'),
];

/** A project from the application to the evaluation (domain: common state machine of programmes). */
export const projectProcedure: ProcedureDefinition = {
  procedure: PROJECT_PROCEDURE,
  label: { zh: '知识产权项目', en: 'IP project' },
  prefix: 'XM',
  initial: 'draft',
  states: projectStates,
  clocks,
  documents: projectPapers,
  templates: projectTemplates,
  readPermission: PROJECT_READ,
  href: (file) => `/cultivation/projects/${file.subjectId}`,
  actions: projectActions,
  steps: {
    submit: filing.submit,
    supplement: filing.supplement,
    'start-review': reviews.startReview,
    rank: reviews.rank,
    publicise: decisions.publicise,
    'not-select': decisions.notSelect,
    object: decisions.object,
    'answer-objection': decisions.answerObjection,
    approve: decisions.approve,
    'sign-agreement': running.signAgreement,
    'pass-mid-term': running.passMidTerm,
    'request-change': running.requestChange,
    'approve-change': running.approveChange,
    'refuse-change': running.refuseChange,
    'apply-acceptance': running.applyAcceptance,
    accept: running.accept,
    fail: running.fail,
    terminate: running.terminate,
    evaluate: running.evaluate,
  },
};
