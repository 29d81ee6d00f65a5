import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { adviseOnSign } from './queries/advise-on-sign.ts';
import { searchMarks } from './queries/search-marks.ts';
import { getMarkNames } from './search/get-mark-names.ts';
import {
  MARK_SEARCH,
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
  warmUp: getMarkNames,
  routes: [
    bind('searchMarks', MARK_SEARCH, async (ctx, { query }) => ({
      ...(await searchMarks(ctx, query, 'actor')),
      grounds: adviseOnSign(ctx, query.text),
    })),
  ],
};
