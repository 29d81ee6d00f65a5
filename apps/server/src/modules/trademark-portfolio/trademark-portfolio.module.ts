import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { addThreat, decideThreat } from './commands/decide-threats.ts';
import {
  addWellKnownEntry,
  addWellKnownFilePart,
  closeWellKnownFile,
  openWellKnownFile,
  removeWellKnownEntry,
} from './commands/keep-material.ts';
import { addUseEvidence, addUseFile, withdrawUseEvidence } from './commands/keep-use.ts';
import { trademarkPortfolioFacts } from './facts/threat-facts.ts';
import { findThreatsTask } from './jobs/find-threats.ts';
import { takePublishedTask } from './jobs/take-published.ts';
import { downloadUseFile } from './queries/download-file.ts';
import { exportUseBundle } from './queries/export-bundle.ts';
import { getDueFigures, listDueMarks } from './queries/list-due-marks.ts';
import { listMadridTies } from './queries/list-madrid-ties.ts';
import { listThreats } from './queries/list-threats.ts';
import { getBrand } from './queries/show-brand.ts';
import { getMarkLife } from './queries/show-mark-life.ts';
import {
  downloadWellKnownPart,
  exportWellKnownFile,
  getWellKnownFile,
  listWellKnownFiles,
} from './queries/show-material.ts';
import {
  LIFE_READ,
  MATERIAL_KEEP,
  MATERIAL_READ,
  THREAT_DECIDE,
  trademarkPortfolioActions,
  trademarkPortfolioErrors,
  trademarkPortfolioPermissions,
  USE_KEEP,
  USE_READ,
} from './trademark-portfolio.catalogue.ts';

const ok = { ok: true } as const;

/** Life of a mark: renewal, use, opposition, Madrid, brand pages, well-known marks. */
export const trademarkPortfolioModule: ModuleDefinition = {
  name: 'trademark-portfolio',
  permissions: trademarkPortfolioPermissions,
  errors: trademarkPortfolioErrors,
  actions: trademarkPortfolioActions,
  facts: trademarkPortfolioFacts,
  jobs: [findThreatsTask, takePublishedTask],
  subscribers: {
    'imports.trademark.changed': [findThreatsTask.task],
    'trademark-watch.hit.opposition-ordered': [takePublishedTask.task],
  },
  routes: [
    bind('listDueMarks', LIFE_READ, (ctx, { query }) => listDueMarks(ctx, query)),
    bind('getDueFigures', LIFE_READ, (ctx, { query }) => getDueFigures(ctx, query)),
    bind('getMarkLife', LIFE_READ, (ctx, { params }) => getMarkLife(ctx, params.id)),
    bind('addUseEvidence', USE_KEEP, (ctx, { body }) => addUseEvidence(ctx, body)),
    bind('addUseFile', USE_KEEP, async (ctx, { params, file }) => {
      await addUseFile(ctx, params.id, file);
      return ok;
    }),
    bind('downloadUseFile', USE_READ, (ctx, { params }) => downloadUseFile(ctx, params.id, params.fileId)),
    bind('withdrawUseEvidence', USE_KEEP, async (ctx, { params, body }) => {
      await withdrawUseEvidence(ctx, params.id, body.reason);
      return ok;
    }),
    bind('exportUseBundle', USE_READ, (ctx, { params, query }) => exportUseBundle(ctx, params.id, query)),
    bind('listThreats', LIFE_READ, (ctx, { query }) => listThreats(ctx, query)),
    bind('addThreat', THREAT_DECIDE, (ctx, { body }) => addThreat(ctx, body)),
    bind('decideThreat', THREAT_DECIDE, async (ctx, { params, body }) => {
      await decideThreat(ctx, params.id, body);
      return ok;
    }),
    bind('listMadridTies', LIFE_READ, (ctx, { query }) => listMadridTies(ctx, query)),
    bind('getBrand', LIFE_READ, (ctx, { params }) => getBrand(ctx, params.id)),
    bind('listWellKnownFiles', MATERIAL_READ, (ctx, { query }) => listWellKnownFiles(ctx, query)),
    bind('openWellKnownFile', MATERIAL_KEEP, (ctx, { body }) => openWellKnownFile(ctx, body)),
    bind('getWellKnownFile', MATERIAL_READ, (ctx, { params }) => getWellKnownFile(ctx, params.id)),
    bind('addWellKnownEntry', MATERIAL_KEEP, (ctx, { params, body }) => addWellKnownEntry(ctx, params.id, body)),
    bind('removeWellKnownEntry', MATERIAL_KEEP, async (ctx, { params }) => {
      await removeWellKnownEntry(ctx, params.id);
      return ok;
    }),
    bind('addWellKnownFilePart', MATERIAL_KEEP, async (ctx, { params, file }) => {
      await addWellKnownFilePart(ctx, params.id, file);
      return ok;
    }),
    bind('downloadWellKnownPart', MATERIAL_READ, (ctx, { params }) =>
      downloadWellKnownPart(ctx, params.id, params.fileId),
    ),
    bind('closeWellKnownFile', MATERIAL_KEEP, async (ctx, { params, body }) => {
      await closeWellKnownFile(ctx, params.id, body.reason);
      return ok;
    }),
    bind('exportWellKnownFile', MATERIAL_READ, (ctx, { params, query }) =>
      exportWellKnownFile(ctx, params.id, query.format),
    ),
  ],
};
