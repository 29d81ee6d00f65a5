import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { keepMarkPicture, removeMarkPicture } from './commands/keep-mark-picture.ts';
import { adviseOnFiling } from './queries/advise-on-filing.ts';
import { adviseOnSign } from './queries/advise-on-sign.ts';
import { findPriorRights } from './queries/find-prior-rights.ts';
import { searchMarks } from './queries/search-marks.ts';
import { searchUploadedPicture } from './queries/search-picture.ts';
import { describeMarkPicture, readMarkPicture } from './queries/show-picture.ts';
import { downloadClearance } from './report/download-clearance.ts';
import { getMarkNames } from './search/get-mark-names.ts';
import { getMarkPictures } from './search/mark-pictures.ts';
import { tradeNames } from './search/trade-names.ts';
import {
  MARK_SEARCH,
  PICTURE_EDIT,
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
  warmUp: async (ctx) => {
    await getMarkNames(ctx);
    await getMarkPictures(ctx);
    await tradeNames.get(ctx);
  },
  routes: [
    bind('searchMarks', MARK_SEARCH, async (ctx, { query }) => ({
      ...(await searchMarks(ctx, query, 'actor')),
      grounds: adviseOnSign(ctx, query.text),
    })),
    bind('adviseOnFiling', MARK_SEARCH, (ctx, { query }) => adviseOnFiling(ctx, query)),
    bind('searchPriorRights', MARK_SEARCH, (ctx, { query }) => findPriorRights(ctx, query, 'actor')),
    bind('downloadClearance', MARK_SEARCH, (ctx, { query }) => downloadClearance(ctx, query)),
    bind('searchPicture', MARK_SEARCH, (ctx, { file }) => searchUploadedPicture(ctx, file)),
    bind('getMarkPicture', MARK_SEARCH, (ctx, { params, query }) => readMarkPicture(ctx, { ...params, ...query })),
    bind('describeMarkPicture', MARK_SEARCH, (ctx, { params, query }) =>
      describeMarkPicture(ctx, { ...params, ...query }),
    ),
    bind('keepMarkPicture', PICTURE_EDIT, (ctx, { params, query, file }) =>
      keepMarkPicture(ctx, { ...params, ...query }, file),
    ),
    bind('removeMarkPicture', PICTURE_EDIT, async (ctx, { params, query }) => {
      await removeMarkPicture(ctx, { ...params, ...query });
      return { ok: true } as const;
    }),
  ],
};
