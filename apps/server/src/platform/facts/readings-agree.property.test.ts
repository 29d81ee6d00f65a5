import { createEvaluator, type Rule } from '@jince/rules';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { compileFor, factSource, factsModule, loadFacts, needsOf, refreshFacts, requireRule } from './index.ts';
import { createWorkshop, workshopModule } from './testing/workshop.ts';

const TODAY = '2026-11-22';
let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase([factsModule, workshopModule]);
  await createWorkshop(test.services.db);
  test.setNow(`${TODAY}T02:00:00Z`);
});
afterAll(() => test.close());

const id = (kind: string, n: number) => `00000000-0000-4000-8000-${kind}${String(n).padStart(11, '0')}`;
const day = fc.integer({ min: 0, max: 4000 }).map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));
const maker = fc.record({
  town: fc.option(fc.constantFrom('320509105', '320509108')),
  since: day,
  until: fc.option(day, { freq: 5 }),
});
const piece = fc.record({
  maker: fc.nat(11),
  kind: fc.option(fc.constantFrom('pot', 'cup'), { freq: 6 }),
  weight: fc.option(fc.integer({ min: -4, max: 30 }).map((n) => n / 2)),
  tags: fc.subarray(['a', 'b', 'c']),
  on: day,
  broken: fc.option(day, { freq: 2 }),
});

const sign = fc.constantFrom('<', '<=', '>', '>=', '==', '!=');
const small = fc.integer({ min: -2, max: 20 });
const ofItem = fc.oneof(
  fc.tuple(sign, small).map(([s, n]) => `p.weight ${s} ${n}`),
  fc.tuple(sign, small).map(([s, n]) => `p.weight ${s} maker.pieces.heaviest - ${n}`),
  fc.constantFrom(
    "p.kind == 'pot'",
    "p.kind != 'cup'",
    "'a' in p.tags",
    'has(p.weight)',
    'p.ageDays > 900',
    '!(p.weight > 3)',
  ),
);
const ofMaker = fc.oneof(
  fc.tuple(sign, small).map(([s, n]) => `maker.pieces.count ${s} ${n}`),
  fc.tuple(sign, small).map(([s, n]) => `maker.pieces.heaviest ${s} ${n}`),
  fc.tuple(sign, small).map(([s, n]) => `maker.pieces.heaviest / maker.pieces.count ${s} ${n}`),
  fc.tuple(sign, small).map(([s, n]) => `maker.pieces.map(p, p.weight).sum() ${s} ${n}`),
  fc.constantFrom(
    'maker.pieces.any',
    "maker.town == '320509105'",
    "'cup' in maker.pieces.kinds",
    'has(maker.pieces.lastOn)',
    'maker.pieces.lastOn >= today - years(3)',
    'maker.yearsHere >= 2',
    "maker.name.contains('1')",
    'size(maker.pieces.kinds) == 1',
  ),
  fc.tuple(fc.constantFrom('exists', 'all', 'exists_one'), ofItem).map(([q, p]) => `maker.pieces.${q}(p, ${p})`),
  fc.tuple(ofItem, sign, small).map(([p, s, n]) => `size(maker.pieces.filter(p, ${p})) ${s} ${n}`),
);
const text = fc.oneof(
  ofMaker,
  fc.tuple(ofMaker, fc.constantFrom('&&', '||'), ofMaker, ofMaker).map(([a, o, b, c]) => `${a} ${o} (${b} && !(${c}))`),
);

interface District {
  readonly makers: readonly { town: string | null; since: string; until: string | null }[];
  readonly pieces: readonly {
    maker: number;
    kind: string | null;
    weight: number | null;
    tags: string[];
    on: string;
    broken: string | null;
  }[];
}

async function store({ makers, pieces }: District): Promise<void> {
  const { db, district } = test.services;
  await sql`truncate workshop.maker, workshop.piece, facts.state`.execute(db);
  for (const [n, one] of makers.entries())
    await sql`insert into workshop.maker values (${district.code}, ${id('a', n)}, ${`m${n}`}, ${one.town}, ${one.since}, ${one.until})`.execute(
      db,
    );
  for (const [n, one] of pieces.entries())
    await sql`insert into workshop.piece values (${district.code}, ${id('b', n)}, ${id('a', one.maker)}, ${one.kind}, ${one.weight},
      ${one.tags}, ${one.on}, ${one.broken})`.execute(db);
}

/** Outcome of each rule for each subject, as a statement over the relations of the day finds them. */
async function inSql(rules: readonly Rule[], asOf: string | undefined) {
  const ctx = test.system();
  const source = await factSource(ctx.db, ctx, needsOf('maker', rules, [], asOf));
  const { joins, expressions } = compileFor(rules, source.freshness.asOf);
  const columns = expressions.map((expression, n) => sql`${expression} as ${sql.id(`r${n}`)}`);
  const { rows } = await sql<Record<string, boolean | null | string>>`with ${source.relations}
    select s.subject_id, ${sql.join(columns)} from f_maker s ${joins} order by 1`.execute(ctx.db);
  return rows.map(({ subject_id, ...outcomes }) => [subject_id, ...Object.values(outcomes)]);
}

async function inMemory(rules: readonly Rule[], asOf: string) {
  const all = Array.from({ length: 12 }, (_, n) => id('a', n));
  const { rows } = await loadFacts(test.system(), { subject: 'maker', ids: all, rules, asOf });
  const evaluators = rules.map(createEvaluator);
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([subject, row]) => [subject, ...evaluators.map((evaluate) => evaluate(row, asOf).value)]);
}

describe('facts that are kept, computed, and loaded one by one', () => {
  it('give every rule the same outcome for everybody', async () => {
    let compared = 0;
    let unknown = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          makers: fc.array(maker, { minLength: 12, maxLength: 12 }),
          pieces: fc.array(piece, { maxLength: 30 }),
        }),
        fc.array(text, { minLength: 8, maxLength: 8 }),
        day,
        async (district, texts, past) => {
          await store(district);
          const rules = texts.map((one) => requireRule(test.system(), 'maker', one));
          const computed = await inSql(rules, TODAY);
          await refreshFacts(test.system());
          const kept = await inSql(rules, undefined);
          expect(kept).toEqual(computed);
          expect(await inMemory(rules, TODAY)).toEqual(kept);
          expect(await inMemory(rules, past)).toEqual(await inSql(rules, past));
          compared += kept.length * rules.length;
          unknown += kept.flat().filter((value) => value === null).length;
        },
      ),
      { numRuns: 40, interruptAfterTimeLimit: 40_000 },
    );
    expect(compared).toBeGreaterThan(300);
    expect(unknown / compared).toBeGreaterThan(0.05);
  });
});
