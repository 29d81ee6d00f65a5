import { z } from 'zod';
import { definePage } from '../../../../platform/http/public-page.ts';
import { readDatasetFile } from '../../../open-data/index.ts';
import { siteVersion } from '../../site/site-version.ts';
import { datasetCode } from './dataset-page.ts';

const FILES_PER_MINUTE = 60;
const FORMATS = { 'data.csv': 'csv', 'data.json': 'json', 'schema.json': 'schema' } as const;
const LATEST = { 'latest.csv': 'csv', 'latest.json': 'json' } as const;

const version = z
  .string()
  .regex(/^v[1-9]\d{0,5}$/)
  .transform((text) => Number(text.slice(1)));

/** A file of a version, at an address that never changes. @throws 410 once the version is withdrawn */
const versionFiles = Object.entries(FORMATS).map(([name, format]) =>
  definePage({
    name: `data.file.${format}`,
    path: `/data/:code/:version/${name}`,
    params: z.object({ code: datasetCode, version }),
    perMinute: FILES_PER_MINUTE,
    version: siteVersion,
    render: async (ctx, { params }) => ({
      kind: 'file',
      file: await readDatasetFile(ctx, { code: params.code, no: params.version, format }),
    }),
  }),
);

/** The same of the newest version that stands. */
const latestFiles = Object.entries(LATEST).map(([name, format]) =>
  definePage({
    name: `data.latest.${format}`,
    path: `/data/:code/${name}`,
    params: z.object({ code: datasetCode }),
    perMinute: FILES_PER_MINUTE,
    version: siteVersion,
    render: async (ctx, { params }) => ({
      kind: 'file',
      file: await readDatasetFile(ctx, { code: params.code, no: 'latest', format }),
    }),
  }),
);

export const dataFiles = [...versionFiles, ...latestFiles];
