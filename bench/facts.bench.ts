import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createEvaluator } from '@jince/rules';
import { sql } from 'kysely';
import type { World } from '../apps/server/src/app.ts';
import { type Ctx, systemContext } from '../apps/server/src/platform/context/context.ts';
import {
  countRules,
  loadFacts,
  type Rule,
  refreshFacts,
  requireRule,
} from '../apps/server/src/platform/facts/index.ts';
import { importFile } from '../apps/server/src/platform/imports/import-file.ts';
import { drainJobs } from '../apps/server/src/platform/jobs/drain-jobs.ts';
import { BENCH_DATA, type BenchLine, percentile, round } from './bench-world.ts';
import { writeLines } from './district.ts';
import { openFactDistrict, PARTIES } from './fact-district.ts';
import { REGISTER_HEADERS, registerRows } from './register-rows.ts';

const RULES = [
  "enterprise.kind == 'enterprise' && enterprise.active",
  'enterprise.patents.valid == 0 && (enterprise.highTech || enterprise.aboveScale)',
  "enterprise.industry.within(['C17', 'C18']) && enterprise.patents.invention.valid >= 1",
  "enterprise.name.contains('纺织') && enterprise.capitalFen > 500000000",
  "enterprise.scope.contains('丝绸') && enterprise.trademarks.valid == 0",
  'enterprise.establishedOn >= today - years(3) && enterprise.patents.total >= 1',
  'enterprise.patents.annuity.dueIn90 > 0 || enterprise.patents.annuity.late > 0',
  'enterprise.patents.valid >= 1 && enterprise.patents.invention.valid / enterprise.patents.valid > 0.5',
  "enterprise.patents.exists(p, p.valid && p.ipc.within(['H01B', 'G02B6']))",
  "size(enterprise.patents.filter(p, p.kind == 'invention' && p.filedOn >= today - years(3))) >= 2",
  'enterprise.patents.map(p, p.yearsMaintained).max() > 10',
  "enterprise.trademarks.exists(t, 25 in t.classes && t.valid) && !enterprise.memberships.exists(m, m.kind == 'high-tech')",
];
const PAST = ['2022-06-30', '2016-12-31'];
const TOUCHED = 1000;

async function timed(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
  }
  return percentile(took, 0.5);
}

const countOf = (ctx: Ctx, rule: Rule, asOf?: string) =>
  countRules(ctx, { subject: 'enterprise', asOf, measures: { n: { where: rule } } });

/** Slowest of the rules, each the middle of its runs. */
async function slowest(ctx: Ctx, rules: readonly Rule[], times: number, asOf?: string): Promise<number> {
  const took: number[] = [];
  for (const rule of rules) took.push(await timed(times, () => countOf(ctx, rule, asOf)));
  return Math.max(...took);
}

/** The same by hand: facts of all subjects read into memory and the rule evaluated for each. */
async function evaluateAll(ctx: Ctx, rule: Rule, asOf: string): Promise<number> {
  const { rows: all } = await sql<{
    id: string;
  }>`select id from parties.party where district = ${ctx.district}`.execute(ctx.db);
  const { rows } = await loadFacts(ctx, { subject: 'enterprise', ids: all.map((row) => row.id), rules: [rule], asOf });
  const evaluate = createEvaluator(rule);
  let count = 0;
  for (const row of rows.values()) if (evaluate(row, asOf).value === true) count += 1;
  return count;
}

/** A register file that changes the capital of 1,000 enterprises to what no earlier run gave them. */
async function importChange(world: World, ctx: Ctx, round_: number): Promise<void> {
  const path = join(BENCH_DATA, `facts-change-${round_}.csv`);
  const step = PARTIES / TOUCHED;
  const capital = 20_000 + (Math.floor(Date.now() / 1000) % 100_000_000);
  function* rows() {
    let n = 0;
    for (const row of registerRows(PARTIES)) {
      if (n % step === round_) yield row.map((cell, at) => (at === 6 ? `${capital + n}万元` : cell));
      n += 1;
    }
  }
  await writeLines(path, REGISTER_HEADERS, rows());
  const withoutRefresh = new Map([...world.tasks].filter(([task]) => task !== 'facts.refresh'));
  const done = await importFile(ctx, withoutRefresh, path, { kind: 'market-register', commit: true });
  if (done.state !== 'committed') throw new Error(`change not committed: ${done.state}`);
}

async function freshAfterImport(world: World, ctx: Ctx): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < 3; n++) {
    await importChange(world, ctx, n + 1 + 3 * Math.floor(Math.random() * 60));
    const before = await countOf(ctx, requireRule(ctx, 'enterprise', 'true'));
    if (!before.freshness.pending) throw new Error('the import marked nobody');
    const only = new Map([...world.tasks].filter(([task]) => task === 'facts.refresh'));
    const started = performance.now();
    await drainJobs(world.services, only);
    took.push((performance.now() - started) / 1000);
    const after = await countOf(ctx, requireRule(ctx, 'enterprise', 'true'));
    if (after.freshness.pending) throw new Error('the facts are not fresh');
  }
  return Math.max(...took);
}

/** Rules over a whole district, today and on past days, and how soon facts follow an import. */
export async function runFactsBench(): Promise<BenchLine[]> {
  const world = await openFactDistrict();
  const ctx = systemContext(world.services, 'bench');
  await sql`insert into facts.stale (district, subject) select ${ctx.district}, subject from facts.state`.execute(
    world.services.db,
  );
  await world.tasks.get('facts.refresh')?.run(ctx, {} as never, { progress: async () => undefined } as never);
  const rules = RULES.map((text) => requireRule(ctx, 'enterprise', text));
  for (const rule of rules) await countOf(ctx, rule);
  const today = await slowest(ctx, rules, 7);
  // The day after tomorrow is no day the tables are of, and its facts are very nearly today's.
  const later = new Date(ctx.now.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
  const unmaterialised = await slowest(ctx, rules, 1, later);
  let slowestPast = 0;
  for (const day of PAST) slowestPast = Math.max(slowestPast, await slowest(ctx, rules, 1, day));
  const inMemory = await timed(1, () => evaluateAll(ctx, rules[8] as Rule, PAST[0] as string));
  const fresh = await freshAfterImport(world, ctx);
  await sql`delete from facts.state`.execute(world.services.db);
  const whole = await timed(1, () => refreshFacts(ctx));
  await world.close();
  const size = `${PARTIES.toLocaleString('en')} enterprises`;
  return [
    {
      bench: 'facts',
      metric: `any rule over ${size} as SQL: slowest of ${RULES.length}`,
      value: round(today),
      unit: 'ms',
      peer: 'slowest of the same without materialised facts',
      peerValue: round(unmaterialised),
      bar: 200,
      met: today <= 200,
    },
    {
      bench: 'facts',
      metric: `the same on a past day: slowest of ${RULES.length} on ${PAST.length} days`,
      value: round(slowestPast),
      unit: 'ms',
      peer: 'one of them evaluated row by row in memory',
      peerValue: round(inMemory),
      bar: 2000,
      met: slowestPast <= 2000,
    },
    {
      bench: 'facts',
      metric: `facts fresh after an import that touches ${TOUCHED.toLocaleString('en')} of ${size}: slowest of 3`,
      value: round(fresh, 2),
      unit: 's',
      peer: 'all facts computed anew',
      peerValue: round(whole / 1000, 2),
      bar: 3,
      met: fresh <= 3,
    },
  ];
}
