import { bind, type ModuleDefinition } from '../../platform/module.ts';
import type { RegisterIndex } from '../../platform/register-index/index.ts';
import type { PartyIndexData } from '../parties/index.ts';
import { saveIndicatorRule } from './commands/save-indicator-rule.ts';
import { clearTarget, setTarget } from './commands/set-target.ts';
import { computeIndicatorsTask, computeTrendsTask, orderDueFigures } from './jobs/compute-figures.ts';
import { planActions, planErrors, planPermissions } from './plan.catalogue.ts';
import type { CampaignsPort } from './ports.ts';
import { listDataQuality, listDataQualityRows } from './queries/data-quality.ts';
import { getHome } from './queries/get-home.ts';
import { getIndicator } from './queries/get-indicator.ts';
import { getInventory, listInventoryRows } from './queries/get-inventory.ts';
import { getMeta } from './queries/get-meta.ts';
import { getClause, getPlan, listIndicators } from './queries/get-plan.ts';
import { exportIndicatorRows, listIndicatorRows } from './queries/list-indicator-rows.ts';
import { listRuleUsers } from './queries/list-rule-users.ts';
import { planCampaigns } from './queries/plan-campaigns.ts';
import { previewIndicatorRule } from './queries/preview-rule.ts';
import { search } from './queries/search.ts';
import { downloadReport, listReports } from './reports/list-reports.ts';
import { makeReport } from './reports/make-report.ts';
import { makeReportTask } from './reports/run-report.ts';

/** Reads all modules and is called by none: the plan with its indicators, home, inventory, data quality, search. */
export function createPlanModule(
  parties: RegisterIndex<PartyIndexData>,
  campaigns: CampaignsPort = planCampaigns,
): ModuleDefinition {
  return {
    name: 'plan',
    permissions: planPermissions,
    errors: planErrors,
    actions: planActions,
    facts: { users: listRuleUsers },
    jobs: [computeIndicatorsTask, computeTrendsTask, makeReportTask(campaigns)],
    subscribers: { 'facts.refreshed': [computeIndicatorsTask.task] },
    warmUp: async (ctx) => {
      await getHome(ctx, parties);
      await orderDueFigures(ctx);
    },
    routes: [
      bind('getMeta', { open: 'anyone' }, (ctx) => getMeta(ctx)),
      bind('getHome', 'plan.home.read', (ctx, { query }) => getHome(ctx, parties, query.asOf)),
      bind('getPlan', 'plan.plan.read', (ctx, { query }) => getPlan(ctx, campaigns, query.asOf)),
      bind('getClause', 'plan.plan.read', (ctx, { params, query }) =>
        getClause(ctx, campaigns, params.code, query.asOf),
      ),
      bind('listIndicators', 'plan.indicator.read', (ctx, { query }) => listIndicators(ctx, query)),
      bind('getIndicator', 'plan.indicator.read', (ctx, { params, query }) =>
        getIndicator(ctx, params.code, query.asOf),
      ),
      bind('listIndicatorRows', 'plan.indicator.read', (ctx, { params, query }) =>
        listIndicatorRows(ctx, params.code, query),
      ),
      bind('exportIndicatorRows', 'plan.indicator.read', (ctx, { params, query }) =>
        exportIndicatorRows(ctx, params.code, query),
      ),
      bind('setTarget', 'plan.target.set', (ctx, { params, body }) => setTarget(ctx, params, body)),
      bind('clearTarget', 'plan.target.set', (ctx, { params }) => clearTarget(ctx, params)),
      bind('previewIndicatorRule', 'plan.rule.edit', (ctx, { params, body }) =>
        previewIndicatorRule(ctx, params.code, body),
      ),
      bind('saveIndicatorRule', 'plan.rule.edit', (ctx, { params, body }) => saveIndicatorRule(ctx, params.code, body)),
      bind('listReports', 'plan.report.read', (ctx) => listReports(ctx)),
      bind('makeReport', 'plan.report.make', (ctx, { body }) => makeReport(ctx, body)),
      bind('downloadReport', 'plan.report.read', (ctx, { params, query }) =>
        downloadReport(ctx, params.id, query.format),
      ),
      bind('getInventory', 'plan.inventory.read', (ctx, { query }) => getInventory(ctx, parties, query)),
      bind('listInventoryRows', 'plan.inventory.read', (ctx, { query }) => listInventoryRows(ctx, parties, query)),
      bind('listDataQuality', 'plan.data-quality.read', (ctx) => listDataQuality(ctx)),
      bind('listDataQualityRows', 'plan.data-quality.read', (ctx, { query }) => listDataQualityRows(ctx, query)),
      bind('search', 'plan.search.use', (ctx, { query }) => search(ctx, parties, query.q, query.limit)),
    ],
  };
}
