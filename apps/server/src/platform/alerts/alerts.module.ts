import { bind, type ModuleDefinition } from '../module.ts';
import { ALERT_HANDLE, ALERT_READ, alertActions, alertErrors, alertPermissions } from './alerts.catalogue.ts';
import { getDigest } from './get-digest.ts';
import { handleAlert } from './handle-alerts.ts';
import { exportAlerts, listAlerts } from './list-alerts.ts';
import { REFRESH_ALERTS, refreshAlertsTask } from './refresh-alerts.ts';

/** What falls due or is amiss, for whom, and what is done about it: rules of the jurisdiction over the facts of the day. */
export const alertsModule: ModuleDefinition = {
  name: 'alerts',
  permissions: alertPermissions,
  errors: alertErrors,
  actions: alertActions,
  jobs: [refreshAlertsTask],
  subscribers: { 'facts.refreshed': [REFRESH_ALERTS] },
  routes: [
    bind('listAlerts', ALERT_READ, (ctx, { query }) => listAlerts(ctx, query)),
    bind('exportAlerts', ALERT_READ, (ctx, { query }) => exportAlerts(ctx, query)),
    bind('handleAlert', ALERT_HANDLE, (ctx, { body }) => handleAlert(ctx, body)),
    bind('getDigest', ALERT_READ, (ctx, { query }) => getDigest(ctx, query)),
  ],
};
