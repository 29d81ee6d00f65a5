import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../context/context.ts';
import { bumpRegisterVersion } from '../register-index/index.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { factsModule, markStale } from './index.ts';
import { refreshFacts } from './refresh-facts.ts';
import { createWorkshop, workshopModule } from './testing/workshop.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase([factsModule, workshopModule]);
  await createWorkshop(test.services.db);
});
afterAll(() => test.close());

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const MAKERS = 150;
const day = fc.integer({ min: 0, max: 2500 }).map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));

const change = fc.oneof(
  fc.record({
    kind: fc.constant('maker' as const),
    n: fc.integer({ min: 1, max: MAKERS }),
    since: day,
    until: fc.option(day),
  }),
  fc.record({
    kind: fc.constant('piece' as const),
    n: fc.integer({ min: 1001, max: 1100 }),
    maker: fc.integer({ min: 1, max: MAKERS }),
    weight: fc.option(fc.integer({ min: 0, max: 50 })),
    on: day,
    broken: fc.option(day),
  }),
  fc.record({ kind: fc.constant('no-piece' as const), n: fc.integer({ min: 1001, max: 1100 }) }),
  fc.record({ kind: fc.constant('no-maker' as const), n: fc.integer({ min: 1, max: MAKERS }) }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** One change with its marks: the owner before and the owner after. */
async function apply(one: Change): Promise<void> {
  const ctx = test.system();
  const { district } = ctx;
  await inTransaction(ctx, async (tx) => {
    const owner = () => sql`select maker_id from workshop.piece where id = ${id(one.n)}`;
    const ofMaker = one.kind === 'maker' || one.kind === 'no-maker';
    await markStale(tx, ctx, 'maker', ofMaker ? sql`select ${id(one.n)}::uuid` : owner());
    if (one.kind === 'no-maker') await sql`delete from workshop.maker where id = ${id(one.n)}`.execute(tx);
    else if (one.kind === 'no-piece') await sql`delete from workshop.piece where id = ${id(one.n)}`.execute(tx);
    else if (one.kind === 'maker')
      await sql`insert into workshop.maker values (${district}, ${id(one.n)}, 'm', 'T1', ${one.since}, ${one.until})
        on conflict (district, id) do update set since = excluded.since, until = excluded.until`.execute(tx);
    else
      await sql`insert into workshop.piece values (${district}, ${id(one.n)}, ${id(one.maker)}, 'pot', ${one.weight}, '{a}', ${one.on}, ${one.broken})
        on conflict (district, id) do update set maker_id = excluded.maker_id, weight = excluded.weight, made_on = excluded.made_on,
          broken_on = excluded.broken_on`.execute(tx);
    await markStale(tx, ctx, 'maker', owner());
    await markStale(tx, ctx, 'piece', ofMaker ? sql`select null::uuid` : sql`select ${id(one.n)}::uuid`);
    await bumpRegisterVersion(tx, district, 'makers');
    await bumpRegisterVersion(tx, district, 'pieces');
  });
}

const contents = async () => {
  const tables = [
    'select * from facts.maker order by subject_id',
    'select * from facts.piece order by subject_id',
    'select * from facts.maker_pieces order by owner_id, item_id',
  ];
  return Promise.all(tables.map(async (statement) => (await sql.raw(statement).execute(test.services.db)).rows));
};

describe('facts kept by refreshing what was marked', () => {
  it('are those that computing everything gives, after any changes', async () => {
    let incremental = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 }),
        async (batches) => {
          await sql`truncate workshop.maker, workshop.piece`.execute(test.services.db);
          await sql`insert into workshop.maker select ${test.services.district.code}, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
          'm', 'T1', '2020-01-01', null from generate_series(1, ${MAKERS}) n where n % 3 > 0`.execute(test.services.db);
          await sql`truncate facts.state`.execute(test.services.db);
          await refreshFacts(test.system());
          for (const batch of batches) {
            for (const one of batch) await apply(one);
            if ((await refreshFacts(test.system()))?.whole === false) incremental += 1;
          }
          const kept = await contents();
          await sql`truncate facts.maker, facts.piece, facts.maker_pieces, facts.state`.execute(test.services.db);
          await refreshFacts(test.system());
          expect(kept).toEqual(await contents());
        },
      ),
      { numRuns: 15 },
    );
    expect(incremental).toBeGreaterThan(10);
  });
});
