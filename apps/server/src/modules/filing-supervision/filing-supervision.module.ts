import type { ModuleDefinition } from '../../platform/module.ts';
import {
  filingSupervisionActions,
  filingSupervisionErrors,
  filingSupervisionPermissions,
} from './filing-supervision.catalogue.ts';

/** Signals of abnormal filing and of irregular agencies. */
export const filingSupervisionModule: ModuleDefinition = {
  name: 'filing-supervision',
  permissions: filingSupervisionPermissions,
  errors: filingSupervisionErrors,
  actions: filingSupervisionActions,
  routes: [],
};
