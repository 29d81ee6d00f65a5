import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { judgeReportGroup } from './commands/judge-group.ts';
import { linkReportAgency } from './commands/link-agency.ts';
import { revealReporter } from './commands/reveal-reporter.ts';
import { followComplaintTask } from './jobs/follow-complaint.ts';
import { forgetCountsTask } from './jobs/forget-counts.ts';
import { linkAgenciesTask } from './jobs/link-agencies.ts';
import { exportReportsOfPublic } from './queries/export-reports.ts';
import { getReportGroup, listReportGroups } from './queries/list-groups.ts';
import { listReportsOfPublic } from './queries/list-reports.ts';
import { downloadReportPaper, getReportOfPublic } from './queries/show-report.ts';
import { reportProcedure } from './report-procedure.ts';
import * as may from './reports.catalogue.ts';

const done = { ok: true } as const;

/** Reports and complaints of the public. */
export const reportModule: ModuleDefinition = {
  name: 'reports',
  permissions: may.reportPermissions,
  errors: may.reportErrors,
  actions: may.reportActions,
  procedures: [reportProcedure],
  jobs: [forgetCountsTask, followComplaintTask, linkAgenciesTask],
  subscribers: {
    'complaints.matter.moved': [followComplaintTask.task],
    'agencies.agency.changed': [linkAgenciesTask.task],
  },
  routes: [
    bind('listReportsOfPublic', may.REPORT_READ, (ctx, { query }) => listReportsOfPublic(ctx, query)),
    bind('exportReportsOfPublic', may.REPORT_READ, async (ctx, { query }) => exportReportsOfPublic(ctx, query)),
    bind('getReportOfPublic', may.REPORT_READ, (ctx, { params }) => getReportOfPublic(ctx, params.id)),
    bind('downloadReportPaper', may.REPORT_READ, (ctx, { params }) => downloadReportPaper(ctx, params.id, params.no)),
    bind('revealReporter', may.REPORTER_REVEAL, (ctx, { params, body }) => revealReporter(ctx, params.id, body.reason)),
    bind('linkReportAgency', may.REPORT_ASSIGN, async (ctx, { params, body }) => {
      await linkReportAgency(ctx, params.id, body.agencyId);
      return getReportOfPublic(ctx, params.id);
    }),
    bind('listReportGroups', may.GROUP_JUDGE, (ctx, { query }) => listReportGroups(ctx, query)),
    bind('getReportGroup', may.GROUP_JUDGE, (ctx, { params }) => getReportGroup(ctx, params.id)),
    bind('judgeReportGroup', may.GROUP_JUDGE, async (ctx, { params, body }) => {
      await judgeReportGroup(ctx, params.id, body);
      return done;
    }),
  ],
};
