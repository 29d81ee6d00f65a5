import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { applyProjectChange } from './commands/apply-project-change.ts';
import { assignExperts } from './commands/assign-experts.ts';
import { closeProgramCall } from './commands/close-program-call.ts';
import { createProgramCall } from './commands/create-program-call.ts';
import { createProject } from './commands/create-project.ts';
import { createExpert, declareConflict, updateExpert } from './commands/keep-experts.ts';
import { publishProgramCall } from './commands/publish-program-call.ts';
import { rankProgramCall } from './commands/rank-program-call.ts';
import { reportMilestone, reportTargets } from './commands/report-progress.ts';
import { saveProject } from './commands/save-project.ts';
import { scoreProject } from './commands/score-project.ts';
import { updateProgramCall } from './commands/update-program-call.ts';
import { withdrawReviewer } from './commands/withdraw-reviewer.ts';
import { enterpriseProjects } from './facts/enterprise-projects.ts';
import { projectFacts, projectSubject } from './facts/project-subject.ts';
import { FAILED_TASK, noteFailedPaymentTask, notePaymentTask, PAID_TASK } from './jobs/note-payment.ts';
import { projectProcedure } from './procedure/project-procedure.ts';
import {
  CALL_EDIT,
  CALL_PUBLISH,
  CALL_READ,
  EXPERT_EDIT,
  EXPERT_READ,
  PROJECT_FILE,
  PROJECT_READ,
  PROJECT_REVIEW,
  PROJECT_SIGN,
  programActions,
  programErrors,
  programPermissions,
} from './programs.catalogue.ts';
import { checkFiling } from './queries/check-filing.ts';
import { checkTargets } from './queries/judge-targets.ts';
import { listProgramCalls, listProgramKinds } from './queries/list-program-calls.ts';
import { listProjects } from './queries/list-projects.ts';
import { getExpert, listExperts } from './queries/show-experts.ts';
import { getProgramCall } from './queries/show-program-call.ts';
import { getProject } from './queries/show-project.ts';
import { getReviewPanel } from './queries/show-review.ts';

const done = { ok: true } as const;
const at = (params: { id: string; expertId: string }) => ({ projectId: params.id, expertId: params.expertId });

/** Actions of files are audited under the name of the procedure; each has its label there. */
const stepActions = Object.fromEntries(
  projectProcedure.actions.map(({ action, label }) => [`${projectProcedure.procedure}.${action}`, label]),
);

/** Calls, projects, reviews and acceptance. */
export const programsModule: ModuleDefinition = {
  name: 'programs',
  permissions: programPermissions,
  errors: programErrors,
  actions: { ...stepActions, ...programActions },
  facts: { subjects: [projectSubject], groups: [enterpriseProjects, projectFacts] },
  procedures: [projectProcedure],
  jobs: [notePaymentTask, noteFailedPaymentTask],
  subscribers: { 'funds.payable.paid': [PAID_TASK], 'funds.payable.failed': [FAILED_TASK] },
  routes: [
    bind('listProgramKinds', CALL_READ, (ctx) => listProgramKinds(ctx)),
    bind('listProgramCalls', CALL_READ, (ctx, { query }) => listProgramCalls(ctx, query)),
    bind('getProgramCall', CALL_READ, (ctx, { params }) => getProgramCall(ctx, params.id)),
    bind('createProgramCall', CALL_EDIT, async (ctx, { body }) => ({ id: await createProgramCall(ctx, body) })),
    bind('updateProgramCall', CALL_EDIT, async (ctx, { params, body }) => {
      await updateProgramCall(ctx, params.id, body);
      return done;
    }),
    bind('publishProgramCall', CALL_PUBLISH, async (ctx, { params }) => {
      await publishProgramCall(ctx, params.id);
      return done;
    }),
    bind('closeProgramCall', CALL_PUBLISH, async (ctx, { params, body }) => {
      await closeProgramCall(ctx, params.id, body.note);
      return done;
    }),
    bind('rankProgramCall', PROJECT_REVIEW, (ctx, { params }) => rankProgramCall(ctx, params.id)),
    bind('listProjects', PROJECT_READ, (ctx, { query }) => listProjects(ctx, query)),
    bind('getProject', PROJECT_READ, (ctx, { params }) => getProject(ctx, params.id)),
    bind('createProject', PROJECT_FILE, (ctx, { params, body }) => createProject(ctx, params.id, body)),
    bind('saveProject', PROJECT_FILE, (ctx, { params, body }) => saveProject(ctx, params.id, body)),
    bind('applyProjectChange', PROJECT_SIGN, async (ctx, { params, body }) => {
      await applyProjectChange(ctx, params.id, params.changeId, body);
      return done;
    }),
    bind('checkTargets', CALL_READ, async (ctx, { body }) => checkTargets(ctx, body)),
    bind('checkFiling', PROJECT_READ, (ctx, { params }) => checkFiling(ctx, params.id)),
    bind('reportTargets', PROJECT_FILE, async (ctx, { params, body }) => {
      await reportTargets(ctx, params.id, body.items);
      return done;
    }),
    bind('reportMilestone', PROJECT_FILE, async (ctx, { params, body }) => {
      await reportMilestone(ctx, params.id, { position: params.position, ...body });
      return done;
    }),
    bind('getReviewPanel', EXPERT_READ, (ctx, { params }) => getReviewPanel(ctx, params.id)),
    bind('assignExperts', PROJECT_REVIEW, async (ctx, { params, body }) => {
      await assignExperts(ctx, params.id, body.expertIds);
      return done;
    }),
    bind('withdrawReviewer', PROJECT_REVIEW, async (ctx, { params, body }) => {
      await withdrawReviewer(ctx, at(params), body);
      return done;
    }),
    bind('scoreProject', PROJECT_REVIEW, async (ctx, { params, body }) => ({
      total: await scoreProject(ctx, at(params), body),
    })),
    bind('listExperts', EXPERT_READ, (ctx, { query }) => listExperts(ctx, query)),
    bind('getExpert', EXPERT_READ, (ctx, { params }) => getExpert(ctx, params.id)),
    bind('createExpert', EXPERT_EDIT, async (ctx, { body }) => ({ id: await createExpert(ctx, body) })),
    bind('updateExpert', EXPERT_EDIT, async (ctx, { params, body }) => {
      await updateExpert(ctx, params.id, body);
      return done;
    }),
    bind('declareConflict', EXPERT_EDIT, async (ctx, { params, body }) => ({
      id: await declareConflict(ctx, params.id, body),
    })),
  ],
};
