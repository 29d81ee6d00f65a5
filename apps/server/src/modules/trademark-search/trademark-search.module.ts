import type { ModuleDefinition } from '../../platform/module.ts';
import {
  trademarkSearchActions,
  trademarkSearchErrors,
  trademarkSearchPermissions,
} from './trademark-search.catalogue.ts';

/** Search of the register for marks confusingly close to a text or a picture. */
export const trademarkSearchModule: ModuleDefinition = {
  name: 'trademark-search',
  permissions: trademarkSearchPermissions,
  errors: trademarkSearchErrors,
  actions: trademarkSearchActions,
  routes: [],
};
