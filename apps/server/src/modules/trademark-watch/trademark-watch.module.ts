import type { ModuleDefinition } from '../../platform/module.ts';
import { trademarkWatchActions, trademarkWatchErrors, trademarkWatchPermissions } from './trademark-watch.catalogue.ts';

/** Protected marks and the watch over gazettes, company names and listings. */
export const trademarkWatchModule: ModuleDefinition = {
  name: 'trademark-watch',
  permissions: trademarkWatchPermissions,
  errors: trademarkWatchErrors,
  actions: trademarkWatchActions,
  routes: [],
};
