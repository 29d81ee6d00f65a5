import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { compareRows } from '../domain/compare-rows.ts';
import { type Dataset, inOrder } from '../domain/dataset.ts';
import { writeCsv, writeJson, writeSchema } from '../domain/write-formats.ts';
import { DATASET_PUBLISH } from '../open-data.catalogue.ts';
import {
  insertVersion,
  keepRows,
  listKept,
  listVersions,
  type StoredBytes,
  type VersionRow,
} from '../repositories/version-repository.ts';

const store = (ctx: Ctx, bytes: Buffer): Promise<StoredBytes> =>
  ctx.services.files.put(Readable.from([bytes]), bytes.length);

/** One publication of a dataset at a time, while the work goes on in a snapshot of its own taken after the turn came. */
async function inTurn<T>(ctx: Ctx, dataset: Dataset, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(async (turn) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`open-data:${ctx.district}:${dataset.code}`}, 0))`.execute(
      turn,
    );
    return ctx.db.transaction().setIsolationLevel('repeatable read').execute(work);
  });
}

/**
 * Publishes what a dataset holds now as a new version, if it is other than the newest one (even a withdrawn one: what was
 * taken back does not come again by itself). Position and rows are read in one snapshot of the database.
 * @returns the new version, or undefined when nothing is different
 */
export async function publishDataset(given: Ctx, dataset: Dataset): Promise<VersionRow | undefined> {
  return inTurn(given, dataset, async (tx) => {
    const ctx: Ctx = { ...given, db: tx as Ctx['db'] };
    const newest = (await listVersions(tx, ctx.district, dataset.code))[0];
    const position = (await dataset.position?.(ctx)) ?? {};
    const rows = inOrder(dataset, await dataset.read(ctx, position));
    const before = newest === undefined ? [] : await listKept(tx, ctx.district, dataset.code, newest.no);
    const schema = await store(ctx, writeSchema(dataset, ctx.services.jurisdiction.openDataSettings));
    const changes = compareRows(before, rows);
    if (newest !== undefined && changes.length === 0 && newest.schemaSha256 === schema.sha256) return undefined;
    const name = { no: (newest?.no ?? 0) + 1, asOf: ctx.today };
    const cells = rows.map((one) => one.row);
    const csv = await store(ctx, writeCsv(dataset.columns, cells));
    const json = await store(ctx, writeJson(dataset, name, cells));
    const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
    const version = {
      dataset: dataset.code,
      ...name,
      readAt: ctx.services.clock.now().toISOString(),
      position,
      rows: rows.length,
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      csvSha256: csv.sha256,
      csvSize: csv.size,
      jsonSha256: json.sha256,
      jsonSize: json.size,
      schemaSha256: schema.sha256,
      schemaSize: schema.size,
    };
    await insertVersion(tx, ctx.district, version);
    await keepRows(tx, ctx.district, version, {
      gone: changes.filter((change) => change.before !== null).map((change) => change.key),
      fresh: changes.flatMap(({ key, after }) => (after === null ? [] : [{ key, row: after }])),
    });
    return { ...version, withdrawnAt: null, withdrawnBy: null, withdrawnReason: null };
  }).then(async (version) => {
    if (version !== undefined) await noteInLog(given, version);
    return version;
  });
}

/** Beside the snapshot: the log's chain is written in order of time, which a snapshot cannot see. */
async function noteInLog(ctx: Ctx, version: VersionRow): Promise<void> {
  await ctx.db.transaction().execute((tx) =>
    writeAudit(tx, ctx, {
      action: DATASET_PUBLISH,
      subject: { kind: 'open-data.version', id: `${version.dataset}/${version.no}` },
      details: { rows: version.rows, csv: version.csvSha256, json: version.jsonSha256 },
    }),
  );
}
