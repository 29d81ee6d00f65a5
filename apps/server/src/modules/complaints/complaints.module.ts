import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { assignComplaintMatter } from './commands/assign-matter.ts';
import { joinComplaintMatter, partComplaintMatter } from './commands/join-matters.ts';
import { registerComplaintLetter } from './commands/register-letter.ts';
import { revealComplaintPerson } from './commands/reveal-person.ts';
import { splitComplaintMatter } from './commands/split-matter.ts';
import * as may from './complaints.catalogue.ts';
import { clues12315Kind } from './imports/clues-12315.ts';
import { caseSubscribers, hearCaseTasks } from './jobs/hear-cases.ts';
import { foundSubscribers, foundTasks } from './jobs/take-found.ts';
import { takeListedTask } from './jobs/take-listed.ts';
import { takePublicTask } from './jobs/take-public.ts';
import type { PublicReports } from './ports.ts';
import { complaintProcedure } from './procedure/complaint-procedure.ts';
import { reportProcedure } from './procedure/report-procedure.ts';
import { checkComplaintLetter, getComplaintForm } from './queries/desk-form.ts';
import { listComplaintHandlers } from './queries/list-handlers-at.ts';
import { exportComplaintMatters, listComplaintMatters } from './queries/list-matters.ts';
import { getComplaintMatter } from './queries/show-matter.ts';

const done = { ok: true } as const;

/** Actions of files are audited under the names of their procedures; each has its label there. */
const stepActions = Object.fromEntries(
  [complaintProcedure, reportProcedure].flatMap(({ procedure, actions }) =>
    actions.map(({ action, label }) => [`${procedure}.${action}`, label]),
  ),
);

/** Complaints and reports under order 121. @param reports of the public, from the module that keeps them */
export function createComplaintModule(reports: PublicReports): ModuleDefinition {
  const takePublic = takePublicTask(reports);
  return {
    name: 'complaints',
    permissions: may.complaintPermissions,
    errors: may.complaintErrors,
    actions: { ...stepActions, ...may.complaintActions },
    procedures: [complaintProcedure, reportProcedure],
    importKinds: [clues12315Kind],
    jobs: [takeListedTask, takePublic, ...foundTasks, ...hearCaseTasks],
    subscribers: { 'reports.report.received': [takePublic.task], ...foundSubscribers, ...caseSubscribers },
    routes: [
      bind('listComplaintMatters', may.MATTER_READ, (ctx, { query }) => listComplaintMatters(ctx, query)),
      bind('exportComplaintMatters', may.MATTER_READ, (ctx, { query }) => exportComplaintMatters(ctx, query)),
      bind('getComplaintForm', may.MATTER_READ, (ctx) => getComplaintForm(ctx)),
      bind('checkComplaintLetter', may.MATTER_REGISTER, (ctx, { body }) => checkComplaintLetter(ctx, body)),
      bind('registerComplaintLetter', may.MATTER_REGISTER, (ctx, { body }) => registerComplaintLetter(ctx, body)),
      bind('listComplaintHandlers', may.MATTER_ASSIGN, async (ctx, { query }) => ({
        items: [...(await listComplaintHandlers(ctx, query.organisation))],
      })),
      bind('getComplaintMatter', may.MATTER_READ, (ctx, { params }) => getComplaintMatter(ctx, params.id)),
      bind('assignComplaintMatter', may.MATTER_ASSIGN, async (ctx, { params, body }) => {
        await assignComplaintMatter(ctx, params.id, body);
        return done;
      }),
      bind('joinComplaintMatter', may.MATTER_ASSIGN, async (ctx, { params, body }) => {
        await joinComplaintMatter(ctx, params.id, body);
        return done;
      }),
      bind('partComplaintMatter', may.MATTER_ASSIGN, async (ctx, { params, body }) => {
        await partComplaintMatter(ctx, params.id, body);
        return done;
      }),
      bind('splitComplaintMatter', may.MATTER_REGISTER, (ctx, { params, body }) =>
        splitComplaintMatter(ctx, params.id, body),
      ),
      bind('revealComplaintPerson', may.PERSON_REVEAL, (ctx, { params, body }) =>
        revealComplaintPerson(ctx, params.id, body.reason),
      ),
    ],
  };
}
