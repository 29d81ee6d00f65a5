import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModules } from '../../modules.ts';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { drainJobs } from '../../platform/jobs/drain-jobs.ts';
import { publishEvent } from '../../platform/jobs/enqueue-job.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { withdrawDatasetVersion } from './commands/withdraw-version.ts';
import { catalogueJsonLd, getPublicDataset, readDatasetFile, verifyDatasetVersion } from './index.ts';
import { getDatasetDifference } from './queries/show-datasets.ts';

const ROWS = 'public-list-rows';
/** What the datasets read, and what those need. */
const NEEDED = new Set([
  'jobs',
  'procedures',
  'facts',
  'organisation',
  'parties',
  'ip-rights',
  'ip-agencies',
  'funds',
  'policies',
  'subsidies',
  'open-data',
]);
const all = createModules();
const modules = all.modules.filter((module) => NEEDED.has(module.name) || module.name.startsWith('platform'));
const tasks = all.tasks;
let test: TestDatabase;
let ctx: Ctx;
let officer: Ctx;
let director: Ctx;
let serial = 0;

beforeAll(async () => {
  test = await openTestDatabase(modules);
  ctx = test.system();
  officer = await test.as('ip-officer');
  director = await test.as('director');
});
afterAll(() => test.close());

interface Line {
  readonly name: string;
  readonly matter?: string;
  readonly amountFen?: number;
}

/** A list as the publishing of claims leaves it, with its event, in one transaction. */
async function publishList(lines: readonly Line[]): Promise<string> {
  const id = uuidv7();
  const no = ++serial;
  await inTransaction(ctx, async (tx) => {
    await sql`insert into subsidies.public_list (district, id, year, serial, number, title, issuer, version_id, policy_title, working_days,
        opened_on, contact, published_by_name, published_at)
      values (${ctx.district}, ${id}, 2026, ${no}, ${`公示〔2026〕${no}号`}, '拟奖补名单公示', '区局', ${uuidv7()}, '若干政策', 5, '2026-11-20', '促进科',
        '经办人', ${ctx.now})`.execute(tx);
    for (const [at, line] of lines.entries())
      await sql`insert into subsidies.public_row (district, list_id, no, claim_id, line_id, name, uscc, category, clause, matter, amount_fen)
        values (${ctx.district}, ${id}, ${at + 1}, ${uuidv7()}, ${uuidv7()}, ${line.name}, '', '奖励', '第三条', ${line.matter ?? '事项'},
          ${line.amountFen ?? 3_000_000})`.execute(tx);
    await publishEvent(tx, ctx, 'subsidies.publicity.changed', { listId: id });
  });
  return id;
}

const correct = async (listId: string, no: number, body: Record<string, string>) => {
  const route = modules.flatMap((module) => module.routes).find((one) => one.name === 'correctPublicityRow');
  await route?.handle(officer, { params: { id: listId, no }, body } as never);
};
const settle = () => drainJobs(test.services, tasks);
const versions = async (code = ROWS) => (await getPublicDataset(ctx, code)).versions;
const file = async (no: number | 'latest', format: 'csv' | 'json' | 'schema' = 'csv') =>
  (await readDatasetFile(ctx, { code: ROWS, no, format })).content.toString('utf8');
const codeOf = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown);
  return error instanceof AppError ? error.code : undefined;
};

describe('open data', () => {
  it('is published by the event of approval, equal to what was approved, and once', async () => {
    const list = await publishList([
      { name: '=cmd|"/c calc"!A1', matter: '<script>alert(1)</script>' },
      { name: '盛泽甲公司', amountFen: 1_234_567 },
    ]);
    await settle();
    const [version] = await versions();
    expect(version).toMatchObject({ no: 1, rows: 2, added: 2, asOf: '2026-11-22' });
    const approved = await sql<{
      at: string;
    }>`select published_at as at from subsidies.public_list where id = ${list}`.execute(ctx.db);
    expect(Date.parse(version?.readAt as string) - Date.parse(approved.rows[0]?.at as string)).toBeLessThan(60_000);
    const lines = (await file(1)).split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFyear,serial,row,list/);
    expect(lines[1]).toContain(`"'=cmd|""/c calc""!A1"`);
    const json = JSON.parse(await file(1, 'json'));
    expect(json.rows[0]).toMatchObject({
      name: '=cmd|"/c calc"!A1',
      matter: '<script>alert(1)</script>',
      standing: 'listed',
    });
    expect(json.rows[1]).toMatchObject({ name: '盛泽甲公司', amount_yuan: 12_345.67 });
    const { properties } = JSON.parse(await file(1, 'schema')).properties.rows.items;
    expect(Object.keys(properties)).toEqual(Object.keys(json.rows[0]));
    await inTransaction(ctx, (tx) => publishEvent(tx, ctx, 'subsidies.publicity.changed', {}));
    await settle();
    expect(await versions()).toHaveLength(1);
  });

  it('equals the database byte by byte, old versions the database as it was', async () => {
    const list = await publishList([{ name: '更正前公司' }, { name: '不变公司' }]);
    await settle();
    await correct(list, 1, { reason: '名称有误', name: '更正后公司' });
    await settle();
    await correct(list, 1, { reason: '再次更正', name: '再更正公司', note: '说明' });
    await settle();
    const made = await versions();
    expect(made.length).toBeGreaterThanOrEqual(4);
    for (const { no } of made)
      expect(await verifyDatasetVersion(ctx, ROWS, no), `version ${no}`).toMatchObject({
        ok: true,
        source: 'history',
        differences: 0,
      });
    const newest = made[0]?.no as number;
    expect(await file(newest - 1)).toContain('更正后公司');
    expect(await file(newest - 2)).toContain('更正前公司');
    expect(await file('latest')).toBe(await file(newest));
    expect((await getDatasetDifference(ctx, { code: ROWS, no: newest - 1 })).items).toMatchObject([
      {
        kind: 'changed',
        cells: [
          { name: 'name', before: '更正前公司', after: '更正后公司' },
          { name: 'standing', before: 'listed', after: 'corrected' },
        ],
      },
    ]);
    const changes = JSON.parse(
      (await readDatasetFile(ctx, { code: 'public-list-changes', no: 'latest', format: 'json' })).content.toString(),
    );
    expect(changes.rows).toMatchObject([
      { kind: 'correction', reason: '名称有误' },
      { kind: 'correction', reason: '再次更正' },
    ]);
  });

  it('shows who meddles with the database, with the rows kept, or with a file', async () => {
    const [newest] = await versions();
    const { no } = newest as { no: number };
    await sql`update subsidies.public_row set amount_fen = amount_fen + 1 where name = '不变公司'`.execute(ctx.db);
    expect(await verifyDatasetVersion(ctx, ROWS, no)).toMatchObject({
      ok: false,
      differences: 1,
      checks: [{ ok: true }, { ok: true }, { code: 'source', ok: false }],
    });
    await sql`update subsidies.public_row set amount_fen = amount_fen - 1 where name = '不变公司'`.execute(ctx.db);
    await sql`update open_data.kept_row set cells = jsonb_set(cells, '{name}', '"别的公司"') where cells->>'name' = '不变公司'`.execute(
      ctx.db,
    );
    expect((await verifyDatasetVersion(ctx, ROWS, no)).checks.map((one) => one.ok)).toEqual([true, false, true]);
    await sql`update open_data.kept_row set cells = jsonb_set(cells, '{name}', '"不变公司"') where cells->>'name' = '别的公司'`.execute(
      ctx.db,
    );
    expect((await verifyDatasetVersion(ctx, ROWS, no)).ok).toBe(true);
    await expect(sql`update open_data.version set rows = 0`.execute(ctx.db)).rejects.toThrow(/never changes/);
    await expect(sql`delete from open_data.version`.execute(ctx.db)).rejects.toThrow(/append-only/);
  });

  it('goes on at the address of a version taken back with its reason alone, and does not come back by itself', async () => {
    const before = await versions();
    const newest = before[0]?.no as number;
    await withdrawDatasetVersion(director, { code: ROWS, no: newest }, '个人信息未隐去');
    expect(await codeOf(file(newest))).toBe('open-data.version.withdrawn');
    expect(await file('latest')).toBe(await file(newest - 1));
    expect(await codeOf(withdrawDatasetVersion(director, { code: ROWS, no: newest }, '再撤一次'))).toBe(
      'open-data.version.withdrawn',
    );
    await inTransaction(ctx, (tx) => publishEvent(tx, ctx, 'subsidies.publicity.changed', {}));
    await settle();
    expect(await versions()).toHaveLength(before.length);
    expect((await versions())[0]).toMatchObject({
      withdrawnReason: '个人信息未隐去',
      withdrawnBy: director.actor.displayName,
    });
    await publishList([{ name: '之后的公司' }]);
    await settle();
    expect(await file('latest')).toContain('之后的公司');
  });

  it('a catalogue names every version that stands, with its digest and schema', async () => {
    const text = JSON.stringify(await catalogueJsonLd(ctx, 'https://data.example'));
    const catalogue = JSON.parse(text);
    const [rows] = catalogue['dcat:dataset'];
    const { current } = await getPublicDataset(ctx, ROWS);
    expect(rows['dcat:distribution'][0]).toMatchObject({
      'dcat:downloadURL': { '@id': `https://data.example/public/data/${ROWS}/v${current?.no}/data.csv` },
      'spdx:checksum': { 'spdx:checksumValue': { '@value': current?.csvSha256 } },
    });
    const withdrawn = (await versions()).find((one) => one.withdrawnAt !== null);
    expect(text).not.toContain(`/v${withdrawn?.no}"`);
  });

  it('of unknown names is not found', async () => {
    expect(await codeOf(readDatasetFile(ctx, { code: 'none', no: 1, format: 'csv' }))).toBe('platform.not-found');
    expect(await codeOf(readDatasetFile(ctx, { code: ROWS, no: 9999, format: 'csv' }))).toBe('platform.not-found');
    expect(await codeOf(verifyDatasetVersion(ctx, 'none', 1))).toBe('platform.not-found');
  });
});
