import { z } from 'zod';
import { localDate, ok, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

const datasetParams = z.object({ code: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/) });
const versionParams = datasetParams.extend({ no: z.coerce.number().int().min(1).max(1_000_000) });
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const version = z.object({
  no: z.number().int(),
  asOf: localDate,
  /** When the source was read and the version became public. */
  readAt: timestamp,
  rows: z.number().int(),
  added: z.number().int(),
  removed: z.number().int(),
  changed: z.number().int(),
  csvSha256: z.string(),
  csvSize: z.number(),
  jsonSha256: z.string(),
  jsonSize: z.number(),
  withdrawnAt: timestamp.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
});
export type DatasetVersion = z.output<typeof version>;

const dataset = z.object({
  code: z.string(),
  title: z.string(),
  description: z.string(),
  versions: z.number().int(),
  /** The newest that stands; null before the first. */
  current: version.nullable(),
  /** The newest was taken back: an older one stands, or none. */
  newestWithdrawn: z.boolean(),
  /** Every version can be read again from its source. */
  history: z.boolean(),
});
export type DatasetSummary = z.output<typeof dataset>;

const changeKind = z.enum(['added', 'removed', 'changed']);

/** Open data as the office watches over it; the public's own side is the public site. */
export const openDataRoutes = {
  listDatasets: route({
    method: 'GET',
    path: '/api/open-data',
    summary: 'Datasets with the version that stands',
    response: z.object({ items: z.array(dataset) }),
  }),
  getDataset: route({
    method: 'GET',
    path: '/api/open-data/:code',
    summary: 'One dataset with its columns and every version',
    params: datasetParams,
    response: dataset.extend({
      columns: z.array(z.object({ name: z.string(), title: z.string(), type: z.string() })),
      key: z.array(z.string()),
      all: z.array(version),
    }),
  }),
  getDatasetDifference: route({
    method: 'GET',
    path: '/api/open-data/:code/versions/:no/difference',
    summary: 'What a version changed, row by row; against the one before unless `from` says otherwise',
    params: versionParams,
    query: z.object({ from: z.coerce.number().int().min(1).optional() }),
    response: z.object({
      from: z.number().int().nullable(),
      to: z.number().int(),
      /** All of them; `items` holds at most 500. */
      total: z.number().int(),
      items: z.array(
        z.object({
          key: z.string(),
          kind: changeKind,
          cells: z.array(z.object({ name: z.string(), title: z.string(), before: cell, after: cell })),
        }),
      ),
    }),
  }),
  downloadDatasetVersion: route({
    method: 'GET',
    path: '/api/open-data/:code/versions/:no/file',
    summary: 'The file of a version as the public gets it',
    params: versionParams,
    query: z.object({ format: z.enum(['csv', 'json', 'schema']).default('csv') }),
    transport: 'file',
  }),
  verifyDatasetVersion: route({
    method: 'POST',
    path: '/api/open-data/:code/versions/:no/verify',
    summary: 'Read the database again as of the version, write its files anew and compare them byte by byte',
    params: versionParams,
    readOnly: true,
    response: z.object({
      ok: z.boolean(),
      /** What it was compared with beside the kept rows: the source as it was, as it is, or nothing else. */
      source: z.enum(['history', 'today', 'kept']),
      checks: z.array(z.object({ code: z.enum(['digest', 'kept', 'source']), ok: z.boolean(), text: z.string() })),
      differences: z.number().int(),
      shown: z.array(
        z.object({
          key: z.string(),
          kind: changeKind,
          before: z.record(z.string(), cell).nullable(),
          after: z.record(z.string(), cell).nullable(),
        }),
      ),
    }),
  }),
  publishDatasets: route({
    method: 'POST',
    path: '/api/open-data/publish',
    summary: 'Look at every dataset now and publish what is new',
    response: z.object({ jobId: uuid }),
  }),
  withdrawDatasetVersion: route({
    method: 'POST',
    path: '/api/open-data/:code/versions/:no/withdraw',
    summary: 'Take a version back with a reason; the entry stays',
    params: versionParams,
    body: z.object({ reason: z.string().trim().min(4).max(500) }),
    response: ok,
  }),
};
