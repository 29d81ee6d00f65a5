import { createHash } from 'node:crypto';
import type { RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { findDataset } from '../datasets/index.ts';
import { compareRows } from '../domain/compare-rows.ts';
import { type Dataset, inOrder } from '../domain/dataset.ts';
import { writeCsv, writeJson } from '../domain/write-formats.ts';
import { findVersion, listKept, listVersions, type VersionRow } from '../repositories/version-repository.ts';
import { readStored } from './read-stored.ts';

type Answer = RouteOutput<(typeof routes)['verifyDatasetVersion']>;
type Check = Answer['checks'][number];

const MOST_SHOWN = 20;
const check = (code: Check['code'], ok: boolean, zh: string, en: string, ctx: Ctx): Check => ({
  code,
  ok,
  text: ctx.language === 'zh' ? zh : en,
});

/** Where the rows can be read from again: the source as it was, as it is, or nowhere but what was kept. */
async function sourceRows(
  ctx: Ctx,
  dataset: Dataset,
  version: VersionRow,
): Promise<{ from: Answer['source']; rows: ReturnType<typeof inOrder> } | undefined> {
  if (dataset.position !== undefined)
    return { from: 'history', rows: inOrder(dataset, await dataset.read(ctx, version.position)) };
  const newest = (await listVersions(ctx.db, ctx.district, dataset.code))[0];
  if (newest?.no !== version.no) return undefined;
  return { from: 'today', rows: inOrder(dataset, await dataset.read(ctx, {})) };
}

/**
 * Reads the database again as it was when a version was approved, writes its files anew and compares them byte by byte with
 * what is given out. A source without a history can be read again for the newest version alone; older ones are compared
 * with the rows that were kept with them.
 * @throws AppError 404
 */
export async function verifyDatasetVersion(ctx: Ctx, code: string, no: number): Promise<Answer> {
  const dataset = findDataset(code);
  const version = await findVersion(ctx.db, ctx.district, code, no);
  if (dataset === undefined || version === undefined) throw new AppError('platform.not-found');
  const [csv, json] = [await readStored(ctx, version.csvSha256), await readStored(ctx, version.jsonSha256)];
  const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const whole = sha(csv) === version.csvSha256 && sha(json) === version.jsonSha256;
  const equal = (rows: ReturnType<typeof inOrder>) => {
    const cells = rows.map((one) => one.row);
    return (
      writeCsv(dataset.columns, cells).equals(csv) && writeJson(dataset, { no, asOf: version.asOf }, cells).equals(json)
    );
  };
  const kept = await listKept(ctx.db, ctx.district, code, no);
  const source = await sourceRows(ctx, dataset, version);
  const differences = source === undefined ? [] : compareRows(kept, source.rows);
  const checks = [
    check('digest', whole, '文件内容与登记的 SHA-256 一致', 'The files have the SHA-256 that was recorded', ctx),
    check(
      'kept',
      equal(kept),
      '按随版本封存的行重新生成，逐字节相同',
      'Written anew from the rows kept with it: equal byte by byte',
      ctx,
    ),
    ...(source === undefined
      ? []
      : [
          source.from === 'history'
            ? check(
                'source',
                equal(source.rows),
                '按批准时的数据库内容重新读取，逐字节相同',
                'Read again from the database as of its approval: equal byte by byte',
                ctx,
              )
            : check(
                'source',
                equal(source.rows),
                '按数据库现有内容重新读取，逐字节相同',
                'Read again from the database as it is: equal byte by byte',
                ctx,
              ),
        ]),
  ];
  return {
    ok: checks.every((one) => one.ok),
    source: source?.from ?? 'kept',
    checks,
    differences: differences.length,
    shown: differences.slice(0, MOST_SHOWN).map(({ key, kind, before, after }) => ({ key, kind, before, after })),
  };
}
