import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { drainJobs } from '../jobs/drain-jobs.ts';
import { bumpRegisterVersion } from '../register-index/index.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { SubjectEntry } from './fact-registry.ts';
import { selectMaterialised } from './fact-statements.ts';
import { factsAreDue, refreshFactsTask } from './facts.jobs.ts';
import { factsModule, markAllStale, markStale } from './index.ts';
import { refreshFacts } from './refresh-facts.ts';
import { createWorkshop, workshopModule } from './testing/workshop.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase([factsModule, workshopModule]);
  await createWorkshop(test.services.db);
});
afterAll(() => test.close());

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const district = () => test.services.district.code;

const run = (statement: ReturnType<typeof sql>) => statement.execute(test.services.db);
const rowsOf = async <T>(statement: ReturnType<typeof sql<T>>) => (await statement.execute(test.services.db)).rows;

async function addMaker(n: number, since = '2020-01-01', tx = test.services.db as unknown as Tx) {
  await sql`insert into workshop.maker values (${district()}, ${id(n)}, ${`工匠${n}`}, ${n % 2 === 0 ? 'T1' : 'T2'}, ${since}, null)`.execute(
    tx,
  );
}
async function addPiece(n: number, maker: number, on = '2021-05-01', tx = test.services.db as unknown as Tx) {
  await sql`insert into workshop.piece values (${district()}, ${id(n)}, ${id(maker)}, ${n % 3 === 0 ? 'cup' : 'pot'}, ${n / 4},
    ${[`t${n % 5}`]}, ${on}, null)`.execute(tx);
}

/** A change as a module makes one: rows, register, marks, all in one transaction. */
const change = (work: (tx: Tx) => Promise<void>, makers: readonly number[], pieces: readonly number[] = []) =>
  inTransaction(test.system(), async (tx) => {
    await work(tx);
    await bumpRegisterVersion(tx, district(), 'makers');
    await bumpRegisterVersion(tx, district(), 'pieces');
    await markStale(tx, test.system(), 'maker', sql`select unnest(${makers.map(id)}::uuid[])`);
    await markStale(tx, test.system(), 'piece', sql`select unnest(${pieces.map(id)}::uuid[])`);
  });

const contents = async () => ({
  maker: await rowsOf(sql`select * from facts.maker order by subject_id`),
  piece: await rowsOf(sql`select * from facts.piece order by subject_id`),
  links: await rowsOf(sql`select * from facts.maker_pieces order by owner_id, item_id`),
});

beforeEach(async () => {
  await run(sql`truncate workshop.maker, workshop.piece, facts.maker, facts.piece, facts.maker_pieces, facts.state, facts.stale,
    platform.register_version, platform.job_run`);
  await run(sql`delete from graphile_worker._private_jobs`);
  test.setNow('2026-11-22T02:00:00Z');
});

describe('the facts of today', () => {
  it('are computed whole the first time, with what is absent filled in', async () => {
    await addMaker(1);
    await addMaker(2, '2027-01-01');
    await addMaker(3);
    await addPiece(10, 1);
    await addPiece(12, 1);
    expect(await refreshFacts(test.system())).toEqual({
      subjects: ['piece', 'maker'],
      whole: true,
      asOf: '2026-11-22',
    });
    const entry = test.services.facts.subjects.get('maker') as SubjectEntry;
    const facts = selectMaterialised(entry, [...entry.facts.keys()], district());
    expect(await rowsOf(sql`${facts} order by subject_id`)).toEqual([
      {
        subject_id: id(1),
        name: '工匠1',
        town: 'T2',
        since: '2020-01-01',
        yearsHere: 6,
        'pieces.count': 2,
        'pieces.any': true,
        'pieces.kinds': ['cup', 'pot'],
        'pieces.heaviest': 3,
        'pieces.lastOn': '2021-05-01',
      },
      {
        subject_id: id(3),
        name: '工匠3',
        town: 'T2',
        since: '2020-01-01',
        yearsHere: 6,
        'pieces.count': 0,
        'pieces.any': false,
        'pieces.kinds': [],
        'pieces.heaviest': null,
        'pieces.lastOn': null,
      },
    ]);
    expect((await contents()).links).toHaveLength(2);
    expect(await refreshFacts(test.system())).toBeUndefined();
  });
});

const refresh = () => refreshFacts(test.system());
const staleLeft = async () => (await rowsOf(sql<{ n: number }>`select count(*) as n from facts.stale`))[0]?.n;

/** Computes everything from nothing and compares with what is stored. */
async function expectEqualToWhole(): Promise<void> {
  const kept = await contents();
  await run(sql`truncate facts.maker, facts.piece, facts.maker_pieces, facts.state`);
  await refresh();
  expect(kept).toEqual(await contents());
}

describe('a change of registers', () => {
  beforeEach(async () => {
    for (const n of [1, 2, 3]) await addMaker(n);
    await addPiece(10, 1);
    await refresh();
  });

  it('computes the marked anew and nothing else', async () => {
    await run(sql`update facts.maker set "pieces.count" = 77 where subject_id = ${id(3)}`);
    await change((tx) => addPiece(11, 2, '2022-01-01', tx), [2], [11]);
    expect(await refresh()).toEqual({ subjects: ['piece', 'maker'], whole: false, asOf: '2026-11-22' });
    expect(await rowsOf(sql`select "pieces.count" as n from facts.maker order by subject_id`)).toEqual([
      { n: 1 },
      { n: 1 },
      { n: 77 },
    ]);
    expect(await staleLeft()).toBe(0);
  });

  it('takes away who is gone, with the links', async () => {
    await change(
      async (tx) => {
        await sql`delete from workshop.piece where id = ${id(10)}`.execute(tx);
        await sql`update workshop.maker set until = '2026-01-01' where id = ${id(1)}`.execute(tx);
      },
      [1],
      [10],
    );
    await refresh();
    const { maker, piece, links } = await contents();
    expect([maker.length, piece.length, links.length]).toEqual([2, 0, 0]);
  });

  it('that nobody marked makes everything be computed anew', async () => {
    await inTransaction(test.system(), async (tx) => {
      await addPiece(12, 3, '2022-01-01', tx);
      await bumpRegisterVersion(tx, district(), 'pieces');
    });
    expect(await factsAreDue(test.system())).toBe(true);
    expect(await refresh()).toMatchObject({ whole: true });
    await expectEqualToWhole();
  });

  it('that touched nobody costs nothing', async () => {
    await change(async () => undefined, []);
    expect(await refresh()).toMatchObject({ whole: false });
    expect(await factsAreDue(test.system())).toBe(false);
  });

  it('of all computes all', async () => {
    await run(sql`update facts.maker set "pieces.count" = 77`);
    await inTransaction(test.system(), (tx) => markAllStale(tx, test.system(), 'maker'));
    expect(await refresh()).toEqual({ subjects: ['maker'], whole: true, asOf: '2026-11-22' });
    await expectEqualToWhole();
  });

  it('that is rolled back marks nobody and orders nothing', async () => {
    const failing = change(
      async (tx) => {
        await addPiece(13, 1, '2022-01-01', tx);
        throw new Error('stopped');
      },
      [1],
    );
    await expect(failing).rejects.toThrow('stopped');
    expect([await staleLeft(), await rowsOf(sql`select 1 from platform.job_run`)]).toEqual([0, []]);
  });
});

describe('the order to refresh', () => {
  it('is given once for many marks', async () => {
    await addMaker(1);
    await change(async () => undefined, [1]);
    await change(async () => undefined, [1]);
    expect(await rowsOf(sql`select task, state from platform.job_run`)).toEqual([
      { task: 'facts.refresh', state: 'queued' },
    ]);
  });

  it('is given anew when the former is being carried out', async () => {
    await addMaker(1);
    await change(async () => undefined, [1]);
    await run(sql`update platform.job_run set state = 'running'`);
    await change(async () => undefined, [1]);
    expect(await rowsOf(sql`select state from platform.job_run order by queued_at`)).toEqual([
      { state: 'running' },
      { state: 'queued' },
    ]);
  });

  it('cannot begin before the mark that relies on it is committed', async () => {
    await addMaker(1);
    await change(async () => undefined, [1]);
    let begun = false;
    let start: Promise<unknown> = Promise.resolve();
    await change(async () => undefined, [1]);
    await inTransaction(test.system(), async (tx) => {
      await markStale(tx, test.system(), 'maker', sql`select ${id(1)}::uuid`);
      start = sql`update platform.job_run set state = 'running' where state = 'queued'`
        .execute(test.services.db)
        .then(() => {
          begun = true;
        });
      await sql`select pg_sleep(0.2)`.execute(tx);
      expect(begun).toBe(false);
    });
    await start;
    expect(begun).toBe(true);
  });
});

describe('what happens at the same time', () => {
  it('a mark committed while facts are computed is kept for the next time', async () => {
    await addMaker(1);
    await refresh();
    await change((tx) => addPiece(20, 1, '2022-01-01', tx), [1], [20]);
    // Written but not committed when the refresh takes the marks, although its number is lower than later ones.
    const late = await test.pool.connect();
    await late.query('begin');
    await late.query(
      `insert into facts.stale (district, subject, subject_id) values ('${district()}', 'maker', '${id(1)}')`,
    );
    await late.query(
      `insert into workshop.piece values ('${district()}', '${id(21)}', '${id(1)}', 'pot', 1, '{}', '2022-01-01')`,
    );
    await change(async () => undefined, [1]);
    await refresh();
    await late.query('commit');
    late.release();
    expect(await staleLeft()).toBe(1);
    expect(await rowsOf(sql`select "pieces.count" as n from facts.maker`)).toEqual([{ n: 1 }]);
    await refresh();
    expect(await rowsOf(sql`select "pieces.count" as n from facts.maker`)).toEqual([{ n: 2 }]);
  });

  it('two refreshes do not get in each other’s way', async () => {
    for (const n of [1, 2, 3]) await addMaker(n);
    await Promise.all([refresh(), refresh(), refresh()]);
    await change((tx) => addPiece(22, 2, '2022-01-01', tx), [2], [22]);
    const done = await Promise.all([refresh(), refresh()]);
    expect(done.filter((one) => one !== undefined)).toHaveLength(1);
    await expectEqualToWhole();
  });

  it('a refresh that is killed leaves facts and marks as they were', async () => {
    await addMaker(1);
    await refresh();
    const before = await contents();
    await change((tx) => addPiece(23, 1, '2022-01-01', tx), [1], [23]);
    await run(sql`alter table workshop.maker rename column town to place`);
    await expect(refresh()).rejects.toThrow('town');
    expect([await contents(), await staleLeft()]).toEqual([before, 2]);
    await run(sql`alter table workshop.maker rename column place to town`);
    await refresh();
    await expectEqualToWhole();
  });
});

describe('a new day', () => {
  it('makes everything be computed anew', async () => {
    await addMaker(1);
    await addMaker(2, '2026-11-23');
    await addPiece(30, 1, '2026-11-20');
    await refresh();
    expect(await factsAreDue(test.system())).toBe(false);
    test.setNow('2026-11-22T16:00:00Z');
    expect(await factsAreDue(test.system())).toBe(true);
    expect(await refresh()).toEqual({ subjects: ['piece', 'maker'], whole: true, asOf: '2026-11-23' });
    expect(await rowsOf(sql`select "ageDays" as n from facts.piece`)).toEqual([{ n: 3 }]);
    expect((await contents()).maker).toHaveLength(2);
    expect(await rowsOf(sql`select distinct as_of from facts.state`)).toEqual([{ as_of: '2026-11-23' }]);
  });
});

describe('the job', () => {
  it('brings facts up to date and tidies up after writing all of them', async () => {
    for (const n of [1, 2, 3]) await addMaker(n);
    await change(async () => undefined, [1]);
    await drainJobs(test.services, new Map([[refreshFactsTask.task, refreshFactsTask]]));
    expect(await rowsOf(sql`select state from platform.job_run`)).toEqual([{ state: 'succeeded' }]);
    expect((await contents()).maker).toHaveLength(3);
    // Not its effect: another reader's snapshot may keep rows from becoming visible to all.
    const vacuumed = async () => {
      const { rows } = await sql<{ n: number }>`select vacuum_count as n from pg_stat_user_tables
        where relid = 'facts.maker'::regclass`.execute(test.services.db);
      return rows[0]?.n;
    };
    await expect.poll(vacuumed, { timeout: 10_000 }).toBe(1);
  });
});
