import type { RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { DATASETS, findDataset } from '../datasets/index.ts';
import { compareRows } from '../domain/compare-rows.ts';
import type { Dataset } from '../domain/dataset.ts';
import { findVersion, listKept, listVersions, type VersionRow } from '../repositories/version-repository.ts';

export interface PublicDataset {
  readonly dataset: Dataset;
  /** The newest first; withdrawn ones stay with their reason. */
  readonly versions: readonly VersionRow[];
  /** The newest that stands. */
  readonly current: VersionRow | undefined;
}

const withVersions = (dataset: Dataset, versions: readonly VersionRow[]): PublicDataset => ({
  dataset,
  versions,
  current: versions.find((one) => one.withdrawnAt === null),
});

/** Every dataset with its versions, as the public may see them. */
export async function listPublicDatasets(ctx: Ctx): Promise<PublicDataset[]> {
  const versions = Map.groupBy(await listVersions(ctx.db, ctx.district), (one) => one.dataset);
  return DATASETS.map((dataset) => withVersions(dataset, versions.get(dataset.code) ?? []));
}

/** @throws AppError 404 */
export async function getPublicDataset(ctx: Ctx, code: string): Promise<PublicDataset> {
  const dataset = findDataset(code);
  if (dataset === undefined) throw new AppError('platform.not-found');
  return withVersions(dataset, await listVersions(ctx.db, ctx.district, code));
}

function toVersion({
  no,
  asOf,
  readAt,
  rows,
  added,
  removed,
  changed,
  csvSha256,
  csvSize,
  jsonSha256,
  jsonSize,
  withdrawnAt,
  withdrawnBy,
  withdrawnReason,
}: VersionRow) {
  return {
    no,
    asOf,
    readAt,
    rows,
    added,
    removed,
    changed,
    csvSha256,
    csvSize,
    jsonSha256,
    jsonSize,
    withdrawnAt,
    withdrawnBy,
    withdrawnReason,
  };
}

const describe = (ctx: Ctx, { dataset, versions, current }: PublicDataset) => ({
  code: dataset.code,
  title: dataset.title[ctx.language],
  description: dataset.description[ctx.language],
  versions: versions.length,
  current: current === undefined ? null : toVersion(current),
  /** Whether the newest version was taken back, so that an older one stands for it. */
  newestWithdrawn: versions[0] !== undefined && versions[0].withdrawnAt !== null,
  history: dataset.position !== undefined,
});

export async function listDatasets(ctx: Ctx): Promise<RouteOutput<(typeof routes)['listDatasets']>> {
  return { items: (await listPublicDatasets(ctx)).map((one) => describe(ctx, one)) };
}

export async function getDataset(ctx: Ctx, code: string): Promise<RouteOutput<(typeof routes)['getDataset']>> {
  const found = await getPublicDataset(ctx, code);
  return {
    ...describe(ctx, found),
    columns: found.dataset.columns.map((column) => ({
      name: column.name,
      title: column.title[ctx.language],
      type: column.type,
    })),
    key: [...found.dataset.key],
    all: found.versions.map(toVersion),
  };
}

const MOST_DIFFERENCES = 500;

/** What a version changed, row by row, against the one before or another. @throws AppError 404 */
export async function getDatasetDifference(
  ctx: Ctx,
  at: { readonly code: string; readonly no: number; readonly from?: number | undefined },
): Promise<RouteOutput<(typeof routes)['getDatasetDifference']>> {
  const from = at.from ?? at.no - 1;
  const found = await findVersion(ctx.db, ctx.district, at.code, at.no);
  const dataset = findDataset(at.code);
  if (
    found === undefined ||
    dataset === undefined ||
    (from > 0 && (await findVersion(ctx.db, ctx.district, at.code, from)) === undefined)
  )
    throw new AppError('platform.not-found');
  const before = from > 0 ? await listKept(ctx.db, ctx.district, at.code, from) : [];
  const changes = compareRows(before, await listKept(ctx.db, ctx.district, at.code, at.no));
  return {
    from: from > 0 ? from : null,
    to: at.no,
    total: changes.length,
    items: changes.slice(0, MOST_DIFFERENCES).map(({ key, kind, before: was, after: is }) => ({
      key,
      kind,
      cells: dataset.columns.flatMap((column) => {
        const [a, b] = [was?.[column.name] ?? null, is?.[column.name] ?? null];
        return kind === 'changed' && a === b
          ? []
          : [{ name: column.name, title: column.title[ctx.language], before: a, after: b }];
      }),
    })),
  };
}
