import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { publishDatasets } from './commands/publish-now.ts';
import { withdrawDatasetVersion } from './commands/withdraw-version.ts';
import { publishDatasetsTask } from './jobs/publish-datasets.ts';
import * as may from './open-data.catalogue.ts';
import { readDatasetFile } from './queries/dataset-file.ts';
import { getDataset, getDatasetDifference, listDatasets } from './queries/show-datasets.ts';
import { verifyDatasetVersion } from './queries/verify-version.ts';

const done = { ok: true } as const;
const onChange = [publishDatasetsTask.task];

/** Open data: what is public anyway, as files with versions. */
export const openDataModule: ModuleDefinition = {
  name: 'open-data',
  permissions: may.openDataPermissions,
  errors: may.openDataErrors,
  actions: may.openDataActions,
  jobs: [publishDatasetsTask],
  subscribers: {
    'subsidies.publicity.changed': onChange,
    'policies.policy.published': onChange,
    'agencies.agency.changed': onChange,
    'agencies.grounds.changed': onChange,
    'discipline.entry.changed': onChange,
    'facts.refreshed': onChange,
  },
  routes: [
    bind('listDatasets', may.DATASET_READ, (ctx) => listDatasets(ctx)),
    bind('getDataset', may.DATASET_READ, (ctx, { params }) => getDataset(ctx, params.code)),
    bind('getDatasetDifference', may.DATASET_READ, (ctx, { params, query }) =>
      getDatasetDifference(ctx, { ...params, from: query.from }),
    ),
    bind('downloadDatasetVersion', may.DATASET_READ, (ctx, { params, query }) =>
      readDatasetFile(ctx, { ...params, format: query.format }),
    ),
    bind('verifyDatasetVersion', may.DATASET_READ, (ctx, { params }) =>
      verifyDatasetVersion(ctx, params.code, params.no),
    ),
    bind('publishDatasets', may.DATASET_PUBLISH, async (ctx) => ({ jobId: await publishDatasets(ctx) })),
    bind('withdrawDatasetVersion', may.VERSION_WITHDRAW, async (ctx, { params, body }) => {
      await withdrawDatasetVersion(ctx, params, body.reason);
      return done;
    }),
  ],
};
