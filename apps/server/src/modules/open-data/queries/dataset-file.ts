import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { findDataset } from '../datasets/index.ts';
import { findVersion, listVersions, type VersionRow } from '../repositories/version-repository.ts';
import { readStored } from './read-stored.ts';

type DataFormat = 'csv' | 'json' | 'schema';

const MEDIA_TYPES: Readonly<Record<DataFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  schema: 'application/schema+json; charset=utf-8',
};

async function versionAt(ctx: Ctx, code: string, no: number | 'latest'): Promise<VersionRow> {
  const version =
    no === 'latest'
      ? (await listVersions(ctx.db, ctx.district, code)).find((one) => one.withdrawnAt === null)
      : await findVersion(ctx.db, ctx.district, code, no);
  if (findDataset(code) === undefined || version === undefined) throw new AppError('platform.not-found');
  if (version.withdrawnAt !== null)
    throw new AppError('open-data.version.withdrawn', { reason: version.withdrawnReason, no: version.no });
  return version;
}

/**
 * The bytes of a version, which are always the same, or of the newest that stands.
 * @throws AppError 404, 410 open-data.version.withdrawn
 */
export async function readDatasetFile(
  ctx: Ctx,
  at: { readonly code: string; readonly no: number | 'latest'; readonly format: DataFormat },
): Promise<FileAnswer & { readonly content: Buffer; readonly sha256: string }> {
  const version = await versionAt(ctx, at.code, at.no);
  const sha256 = { csv: version.csvSha256, json: version.jsonSha256, schema: version.schemaSha256 }[at.format];
  const ending = at.format === 'schema' ? 'schema.json' : at.format;
  return {
    fileName: `${at.code}-v${version.no}.${ending}`,
    mediaType: MEDIA_TYPES[at.format],
    content: await readStored(ctx, sha256),
    sha256,
  };
}
