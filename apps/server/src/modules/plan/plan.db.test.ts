import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventoryQuery, routes } from '@jince/contract';
import { writeDemoFiles } from '@jince/wujiang';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModules } from '../../modules.ts';
import type { Ctx } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { importFile } from '../../platform/imports/import-file.ts';
import { drainJobs } from '../../platform/jobs/drain-jobs.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';

const SHENGZE = '320509105';
const { modules, tasks: all } = createModules();
/** The importer and the registers alone: nothing here asks for facts. */
const tasks = new Map([...all].filter(([name]) => !/^(facts|plan|cultivation|alerts)\./.test(name)));
let world: TestDatabase;
let folder: string;

/** Runs a bound route as HTTP would, without the wire. */
function call<T>(ctx: Ctx, name: string, input: { query?: object; params?: object }): Promise<T> {
  const binding = modules.flatMap((module) => module.routes).find((route) => route.name === name);
  if (binding === undefined) throw new Error(`${name} is not bound`);
  return binding.handle(ctx, { params: {}, query: {}, body: undefined, ...input } as never) as Promise<T>;
}

interface Table {
  readonly rows: { code: string; label: string }[];
  readonly columns: { code: string }[];
  readonly cells: number[][];
  readonly rowTotals: number[];
  readonly total: number;
  readonly definition: string;
}
const inventory = (ctx: Ctx, query: Record<string, unknown>) =>
  call<Table>(ctx, 'getInventory', { query: inventoryQuery.parse(query) });
const rowsBehind = (ctx: Ctx, query: Record<string, unknown>) =>
  call<{ items: { id: string; href: string; title: string }[]; total: number }>(ctx, 'listInventoryRows', {
    query: {
      page: 1,
      pageSize: 500,
      ...inventoryQuery.parse(query),
      rowCode: query.rowCode,
      columnCode: query.columnCode,
    },
  });

async function one(statement: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await statement.execute(world.services.db);
  return (rows[0] as { n: number }).n;
}

beforeAll(async () => {
  world = await openTestDatabase(modules);
  folder = mkdtempSync(join(tmpdir(), 'jince-plan-'));
  const manifest = await writeDemoFiles(folder, { scale: 0.08 });
  for (const file of manifest.files) {
    await importFile(world.system(), tasks, join(folder, file.file), { kind: file.kind, commit: true });
  }
  await drainJobs(world.services, tasks);
}, 240_000);

afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('inventory', () => {
  it.each(['2026-11-22', '2023-06-30', '2015-01-01'])(
    'counts valid patents by town on %s as SQL over the periods does',
    async (asOf) => {
      const table = await inventory(world.system(), { measure: 'patents', rows: 'town', asOf });
      const total =
        await one(sql`select count(*) as n from ip_rights.patent r join ip_rights.patent_period s on s.district = r.district and s.patent_id = r.id
      where s.status = 'granted' and s.valid_from <= ${asOf} and (s.valid_to is null or s.valid_to > ${asOf}) and r.application_no !~ '^[A-Z]'`);
      expect(total).toBeGreaterThan(asOf > '2020' ? 50 : 5);
      expect(table.total).toBe(total);
      expect(table.rowTotals.reduce((a, b) => a + b, 0)).toBe(total);
      expect(table.definition).not.toBe('');
    },
  );

  it('counts active parties by status and town as SQL does', async () => {
    const table = await inventory(world.system(), { measure: 'parties', rows: 'town', columns: 'party-kind' });
    expect(table.total).toBe(await one(sql`select count(*) as n from parties.party where status = 'active'`));
    const at = table.rows.findIndex((row) => row.code === SHENGZE);
    expect(table.rowTotals[at]).toBe(
      await one(sql`select count(*) as n from parties.party where status = 'active' and town_code = ${SHENGZE}`),
    );
    const kind = table.columns.findIndex((column) => column.code === 'co-operative');
    expect(table.cells[at]?.[kind]).toBe(
      await one(
        sql`select count(*) as n from parties.party where status = 'active' and town_code = ${SHENGZE} and kind = 'co-operative'`,
      ),
    );
  });

  it('opens every cell to exactly as many rows as it says', async () => {
    for (const query of [
      { measure: 'parties', rows: 'membership' },
      { measure: 'patents', rows: 'patent-kind', columns: 'patent-status' },
      { measure: 'trademarks', rows: 'nice-class', asOf: '2022-01-01' },
      { measure: 'parties-without-patent', rows: 'town', membership: 'high-tech,above-scale' },
      { measure: 'madrid', rows: 'town' },
    ]) {
      const table = await inventory(world.system(), query);
      expect(table.total).toBeGreaterThan(0);
      for (const [r, row] of table.rows.slice(0, 4).entries()) {
        for (const [c, column] of table.columns.slice(0, 3).entries()) {
          const behind = await rowsBehind(world.system(), { ...query, rowCode: row.code, columnCode: column.code });
          expect(behind.total, `${JSON.stringify(query)} ${row.code} × ${column.code}`).toBe(table.cells[r]?.[c]);
          expect(behind.items).toHaveLength(Math.min(500, behind.total));
        }
      }
    }
  });

  it('counts a party without a valid patent only when it holds none on the day', async () => {
    const behind = await rowsBehind(world.system(), { measure: 'parties-without-patent', rows: 'town' });
    const holders =
      await one(sql`select count(*) as n from parties.party p where p.id = any(${behind.items.map((item) => item.id)}::uuid[]) and exists (
      select 1 from parties.mention m join ip_rights.patent_holder h on h.mention_id = m.id join ip_rights.patent_period s on s.patent_id = h.patent_id
      where m.party_id = p.id and s.status = 'granted' and s.valid_from <= '2026-11-22' and (s.valid_to is null or s.valid_to > '2026-11-22'))`);
    expect(behind.total).toBeGreaterThan(0);
    expect(holders).toBe(0);
  });

  it('shows a liaison his own town only, in figures and in rows', async () => {
    const liaison = await world.as('liaison', 'town', SHENGZE);
    const table = await inventory(liaison, { measure: 'parties', rows: 'town' });
    expect(table.rows.map((row) => row.code)).toEqual([SHENGZE]);
    const all = await inventory(world.system(), { measure: 'parties', rows: 'town' });
    expect(table.total).toBeLessThan(all.total);
    const behind = await rowsBehind(liaison, { measure: 'parties', rows: 'town', rowCode: '320509104' });
    expect(behind.total).toBe(0);
  });

  it('refuses a cut that does not fit the measure', async () => {
    await expect(inventory(world.system(), { measure: 'parties', rows: 'nice-class' })).rejects.toThrowError(AppError);
  });
});

describe('home', () => {
  it('shows the same figures as the inventory', async () => {
    const home = await call<{
      figures: { code: string; value: number }[];
      cartogram: { tiles: unknown[] };
      trend: { points: { value: number }[] };
    }>(world.system(), 'getHome', {});
    const figure = (code: string) => home.figures.find((f) => f.code === code)?.value;
    expect(figure('patents')).toBe((await inventory(world.system(), { measure: 'patents', rows: 'town' })).total);
    expect(figure('trademarks')).toBe((await inventory(world.system(), { measure: 'trademarks', rows: 'town' })).total);
    expect(home.cartogram.tiles).toHaveLength(11);
    expect(home.trend.points.at(-1)?.value).toBe(figure('inventions'));
  });
});

describe('recent imports', () => {
  it('are those of as many days as the district looks back', async () => {
    const days = world.services.jurisdiction.plan.home.recentImportDays;
    const recent = async (ctx: Ctx) =>
      (await call<{ recentImports: { days: number; files: number } }>(ctx, 'getHome', {})).recentImports;
    const { rows } = await sql<{
      files: number;
    }>`select count(*) as files from imports.import where state = 'committed'`.execute(world.services.db);
    const files = rows[0]?.files as number;
    expect(files).toBeGreaterThan(0);
    const system = world.system();
    const later = (after: number) => ({ ...system, now: new Date(system.now.getTime() + after * 86_400_000) });
    expect(await recent(system)).toMatchObject({ days, files });
    expect(await recent(later(days + 1))).toMatchObject({ days, files: 0 });
  });
});

describe('what waits', () => {
  it('opens to lists that hold as many rows as it counts', async () => {
    const { waiting } = await call<{ waiting: { code: string; count: number; href: string }[] }>(
      world.system(),
      'getHome',
      {},
    );
    const lists = waiting.filter((item) => /^\/(patents|trademarks)\?/.test(item.href));
    expect(lists.length).toBeGreaterThan(0);
    for (const item of lists) {
      const url = new URL(item.href, 'http://x');
      const name = url.pathname === '/patents' ? 'listPatents' : 'listTrademarks';
      const query = routes[name].query.parse({ ...Object.fromEntries(url.searchParams), pageSize: 1 });
      expect((await call<{ total: number }>(world.system(), name, { query })).total, item.code).toBe(item.count);
    }
  });
});

describe('search', () => {
  it('finds an enterprise by name, code and initials, and a patent by its number with and without ZL', async () => {
    const { rows } = await sql<{
      id: string;
      name: string;
      uscc: string;
    }>`select id, name, uscc from parties.party where uscc is not null order by id limit 1`.execute(world.services.db);
    const party = rows[0] as { id: string; name: string; uscc: string };
    const hits = async (q: string) =>
      (await call<{ hits: { id: string }[] }>(world.system(), 'search', { query: { q, limit: 30 } })).hits.map(
        (hit) => hit.id,
      );
    expect(await hits(party.name)).toContain(party.id);
    expect(await hits(party.uscc)).toContain(party.id);
    const patents = await sql<{
      id: string;
      application_no: string;
    }>`select id, application_no from ip_rights.patent order by id limit 1`.execute(world.services.db);
    const patent = patents.rows[0] as { id: string; application_no: string };
    expect(await hits(patent.application_no)).toContain(patent.id);
    expect(await hits(`ZL${patent.application_no}`)).toContain(patent.id);
  });
});

describe('data quality', () => {
  it('opens every check to as many rows as it counts', async () => {
    const { checks } = await call<{ checks: { code: string; count: number; of: number; level: string }[] }>(
      world.system(),
      'listDataQuality',
      {},
    );
    expect(checks.length).toBeGreaterThan(8);
    expect(checks.find((check) => check.code === 'certificate.dead-edition')?.count).toBeGreaterThan(0);
    for (const check of checks) {
      const page = await call<{ total: number; items: unknown[] }>(world.system(), 'listDataQualityRows', {
        query: { check: check.code, page: 1, pageSize: 20 },
      });
      expect(page.total, check.code).toBe(check.count);
      expect(page.items).toHaveLength(Math.min(20, check.count));
      expect(check.level === 'good').toBe(check.count === 0);
    }
  });
});
