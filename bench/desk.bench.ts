import { availableParallelism, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { demoAccounts, ensureDemoAccounts, findDemoActor } from '../apps/server/src/platform/auth/index.ts';
import { type Ctx, inTransaction, systemContext } from '../apps/server/src/platform/context/context.ts';
import { buildApp } from '../apps/server/src/platform/http/build-app.ts';
import { computedDesk } from '../apps/server/src/platform/procedures/testing/computed-desk.ts';
import { type BenchLine, openBenchWorld, percentile, round } from './bench-world.ts';
import { askAll, CASES, fillCases, signIn } from './case-district.ts';

const CONCURRENT = 10;
const ROUNDS = 12;
const BAR_MS = 500;
const LOAD_BAR_MS = 15_000;
const WHO = ['director', 'head', 'enforcement', 'branch'];
const PATHS = [
  '/api/desk',
  '/api/desk?bucket=overdue&page=3',
  '/api/desk?mine=true',
  '/api/procedures/files?mine=true&closed=false&pageSize=1',
  '/api/procedures/files?mine=true&closed=false&page=2',
];
const WORKLOAD = '/api/desk/workload';
/** Who may see it. */
const HEADS = 2;

/** Two officers for two of three files, and who proposed and began what is under way. */
async function fillHands({ district, db }: Ctx): Promise<number> {
  await sql`insert into procedures.handler (district, file_id, user_id, name, part, since)
    select o.district, o.case_id, coalesce(u.id, overlay(overlay(o.user_id::text placing '4' from 15) placing '8' from 20)::uuid), coalesce(u.display_name, o.name),
      case o.position when 0 then 'lead' else 'assist' end, c.registered_at
    from cases.officer o join cases.case_file c on c.district = o.district and c.id = o.case_id
    left join platform.user_account u on u.district = o.district and u.username = case right(o.name, 1) when '1' then 'enforcement' when '2' then 'branch' end
    where o.district = ${district} and abs(hashtext(c.number)) % 3 > 0 on conflict do nothing`.execute(db);
  await sql`insert into procedures.action_log (district, file_id, seq, action, state_from, state_to, actor_id, actor_name, at)
    select h.district, h.file_id, 2, 'propose', 'clue', 'verifying', h.user_id, h.name, h.since from procedures.handler h
    where h.district = ${district} and h.part = 'lead'`.execute(db);
  for (const table of ['handler', 'action_log', 'file_change'])
    await sql`analyze ${sql.table(`procedures.${table}`)}`.execute(db);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from procedures.file
    where district = ${district} and closed_at is null`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Each answer right after a change of a file, which must be in it. */
async function measureFresh(ctx: Ctx, origin: string, cookie: string): Promise<number[]> {
  const took: number[] = [];
  const { rows } = await sql<{
    id: string;
  }>`select id from procedures.file where district = ${ctx.district} and closed_at is null
    and organisations && array['WJ-MSB-ENF'] order by number limit ${ROUNDS}`.execute(ctx.db);
  const total = async () => {
    const answer = await fetch(`${origin}/api/procedures/files?closed=false&pageSize=1`, { headers: { cookie } });
    return ((await answer.json()) as { total: number }).total;
  };
  const before = await total();
  for (const [at, { id }] of rows.entries()) {
    await inTransaction(ctx, (tx) =>
      sql`update procedures.file set closed_at = now() where district = ${ctx.district} and id = ${id}`.execute(tx),
    );
    const started = performance.now();
    const now = await total();
    took.push(performance.now() - started);
    if (now !== before - at - 1) throw new Error('a change is not shown');
  }
  return took;
}

/** The desk, what waits, and the workload over all open files of a large district; ten askers at a time. */
export async function runDeskBench(): Promise<BenchLine[]> {
  const world = await openBenchWorld('desk', { fresh: true });
  try {
    const ctx = systemContext(world.services, 'bench');
    await ensureDemoAccounts(world.services, demoAccounts(world.services));
    await fillCases(ctx);
    const open = await fillHands(ctx);
    const app = await buildApp(
      world.services,
      world.modules.flatMap((module) => module.routes),
    );
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    const load = `load of the machine before: ${round(loadavg()[0] as number)} on ${availableParallelism()} cores`;
    const sessions = [];
    for (const username of WHO) {
      const password = demoAccounts(world.services).find((one) => one.username === username)?.password ?? '';
      sessions.push(await signIn(origin, username, password));
    }
    const first = sessions[0] as { cookie: string };
    const started = performance.now();
    await askAll(origin, first.cookie, ['/api/desk'], 1);
    const loadMs = performance.now() - started;
    const took: number[] = [];
    for (const [at, { cookie }] of sessions.entries()) {
      const paths = Array.from({ length: ROUNDS }, () => (at < HEADS ? [...PATHS, WORKLOAD] : PATHS)).flat();
      took.push(...(await askAll(origin, cookie, paths, CONCURRENT)));
    }
    const fresh = await measureFresh(ctx, origin, first.cookie);
    const peer: number[] = [];
    for (const username of WHO) {
      const actor = await findDemoActor(ctx, username);
      if (actor === undefined) throw new Error(`no account ${username}`);
      const asker = { ...ctx, actor };
      const from = performance.now();
      await computedDesk(asker);
      peer.push(performance.now() - from);
    }
    await app.close();
    const line = (metric: string, value: number, bar: number, peerOf?: number): BenchLine => ({
      bench: 'desk',
      metric,
      value: round(value),
      unit: 'ms',
      peer: peerOf === undefined ? 'none' : 'the turn worked out by PostgreSQL for each file, one at a time: slowest',
      peerValue: round(peerOf ?? 0),
      bar,
      met: value <= bar,
    });
    return [
      line(
        `desk, what waits and workload of four officers, ${open.toLocaleString('en')} open files of ${CASES.toLocaleString('en')} cases, ${CONCURRENT} concurrent: p95 (${load})`,
        percentile(took, 0.95),
        BAR_MS,
        Math.max(...peer),
      ),
      line(
        `list of open files right after a change, shown with it: slowest of ${fresh.length}`,
        Math.max(...fresh),
        BAR_MS,
      ),
      line('first answer after a start, with the load', loadMs, LOAD_BAR_MS),
    ];
  } finally {
    await world.close();
  }
}
