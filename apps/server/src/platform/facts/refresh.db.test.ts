import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { bumpRegisterVersion } from '../register-index/index.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { factsAreDue } from './facts.jobs.ts';
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
    expect(
      await rowsOf(sql`select subject_id, town, since, "yearsHere", "pieces.count", "pieces.any", "pieces.kinds",
      "pieces.heaviest", "pieces.lastOn" from facts.maker order by subject_id`),
    ).toEqual([
      {
        subject_id: id(1),
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
