import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { addHandOverProgress, addTaskProgress } from './commands/add-progress.ts';
import { addMatterItem, createMatter, withdrawMatterItem } from './commands/keep-matter.ts';
import { createMeeting, saveMeeting } from './commands/keep-meeting.ts';
import { createHandOver } from './commands/prepare-hand-over.ts';
import { referHandOver } from './commands/refer-hand-over.ts';
import { saveHandOver } from './commands/save-hand-over.ts';
import { addDecision, createJointTask } from './commands/set-joint-task.ts';
import * as may from './coordination.catalogue.ts';
import { coordinationContribution } from './facts/hand-over-subject.ts';
import { coordinationSubscribers, coordinationTasks } from './jobs/tasks.ts';
import { handOverProcedure } from './procedure/hand-over-procedure.ts';
import { referralProcedure } from './procedure/referral-procedure.ts';
import { taskProcedure } from './procedure/task-procedure.ts';
import { exportHandOvers, listHandOvers } from './queries/list-hand-overs.ts';
import { getMeeting, listMeetings } from './queries/list-meetings.ts';
import { listPartnerBodies } from './queries/list-partner-bodies.ts';
import { getJointTask, listJointTasks } from './queries/list-tasks.ts';
import { getPartnerDesk } from './queries/partner-desk.ts';
import { getHandOver, listHandOverVersions } from './queries/show-hand-over.ts';
import { getMatter, listMatters } from './queries/show-matter.ts';

const procedures = [handOverProcedure, referralProcedure, taskProcedure];

/** Actions of files are audited under the name of the procedure; each has its label there. */
const stepActions = Object.fromEntries(
  procedures.flatMap((one) => one.actions.map(({ action, label }) => [`${one.procedure}.${action}`, label])),
);

/** Coordination with police, courts, procuratorate and departments. */
export const coordinationModule: ModuleDefinition = {
  name: 'coordination',
  permissions: may.coordinationPermissions,
  errors: may.coordinationErrors,
  actions: { ...stepActions, ...may.coordinationActions },
  facts: coordinationContribution,
  procedures,
  jobs: coordinationTasks,
  subscribers: coordinationSubscribers,
  routes: [
    bind('getPartnerDesk', may.DESK_READ, (ctx) => getPartnerDesk(ctx)),
    bind('listPartnerBodies', may.BODY_READ, (ctx) => listPartnerBodies(ctx)),
    bind('listHandOvers', may.HAND_OVER_READ, (ctx, { query }) => listHandOvers(ctx, query)),
    bind('exportHandOvers', may.HAND_OVER_READ, (ctx, { query }) => exportHandOvers(ctx, query)),
    bind('getHandOver', may.HAND_OVER_READ, (ctx, { params }) => getHandOver(ctx, params.id)),
    bind('createHandOver', may.HAND_OVER_PREPARE, (ctx, { body }) => createHandOver(ctx, body)),
    bind('referHandOver', may.REFER, (ctx, { body }) => referHandOver(ctx, body)),
    bind('saveHandOver', may.HAND_OVER_PREPARE, (ctx, { params, body }) => saveHandOver(ctx, params.id, body)),
    bind('listHandOverVersions', may.HAND_OVER_PREPARE, (ctx, { params }) => listHandOverVersions(ctx, params.id)),
    bind('addHandOverProgress', may.SAY, (ctx, { params, body }) => addHandOverProgress(ctx, params.id, body.text)),
    bind('listJointTasks', may.TASK_READ, (ctx, { query }) => listJointTasks(ctx, query)),
    bind('getJointTask', may.TASK_READ, (ctx, { params }) => getJointTask(ctx, params.id)),
    bind('createJointTask', may.TASK_SET, (ctx, { body }) => createJointTask(ctx, body)),
    bind('addTaskProgress', may.TASK_REPORT, (ctx, { params, body }) => addTaskProgress(ctx, params.id, body.text)),
    bind('listMeetings', may.MEETING_READ, (ctx, { query }) => listMeetings(ctx, query)),
    bind('getMeeting', may.MEETING_READ, (ctx, { params }) => getMeeting(ctx, params.id)),
    bind('createMeeting', may.MEETING_EDIT, (ctx, { body }) => createMeeting(ctx, body)),
    bind('saveMeeting', may.MEETING_EDIT, (ctx, { params, body }) => saveMeeting(ctx, params.id, body)),
    bind('addDecision', may.MEETING_EDIT, (ctx, { params, body }) => addDecision(ctx, params.id, body)),
    bind('listMatters', may.MATTER_READ, (ctx, { query }) => listMatters(ctx, query)),
    bind('getMatter', may.MATTER_READ, (ctx, { params }) => getMatter(ctx, params.id)),
    bind('createMatter', may.MATTER_EDIT, (ctx, { body }) => createMatter(ctx, body)),
    bind('addMatterItem', may.MATTER_EDIT, (ctx, { params, body }) => addMatterItem(ctx, params.id, body)),
    bind('withdrawMatterItem', may.MATTER_EDIT, async (ctx, { params, query }) => {
      await withdrawMatterItem(ctx, params.id, params.itemId, query.reason);
      return { ok: true as const };
    }),
  ],
};
