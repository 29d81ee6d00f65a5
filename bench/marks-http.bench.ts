import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { World } from '../apps/server/src/app.ts';
import { demoAccounts, ensureDemoAccounts } from '../apps/server/src/platform/auth/index.ts';
import { systemContext } from '../apps/server/src/platform/context/context.ts';
import { buildApp } from '../apps/server/src/platform/http/build-app.ts';
import { bumpRegisterVersion } from '../apps/server/src/platform/register-index/index.ts';
import { type BenchLine, openBenchWorld, percentile, round } from './bench-world.ts';
import { askAll, signIn } from './case-district.ts';
import { makeMarkQueries, makeMarkWorld, readRealNames } from './marks-data.ts';

const OWNERS = 20_000;
const PER_KIND = 80;
const SLICE = 20_000;
const CONCURRENT = 4;
/** One search feels immediate up to here; several at once up to the bar of any interaction. */
const BAR_MS = 60;
const MANY_BAR_MS = 200;

/** Registrations under real names, each with an owner and a state, as an import leaves them. */
async function fillRegister({ services }: World, names: readonly string[]): Promise<void> {
  const { db, district } = services;
  await sql`insert into parties.mention (district, id, name, name_key)
    select ${district.code}, gen_random_uuid(), '苏州第' || n || '号丝绸有限公司', 'bench-' || n
    from generate_series(1, ${OWNERS}::int) n`.execute(db);
  for (let from = 0; from < names.length; from += SLICE) {
    const part = names.slice(from, from + SLICE);
    await sql`insert into ip_rights.trademark (district, id, record_key, registration_no, nice_class, name, kind, filed_on, registered_on, expires_on, goods)
      select ${district.code}, gen_random_uuid(), (10000000 + n) || '/' || c, (10000000 + n)::text, c, name, 'ordinary', '2018-01-01', '2019-01-01', '2029-01-01', '{服装}'
      from (select name, ${from}::int + ordinality::int as n, 1 + (ordinality % 45)::int as c
        from unnest(${part}::text[]) with ordinality as u(name, ordinality)) rows`.execute(db);
  }
  await sql`insert into ip_rights.trademark_period (district, trademark_id, valid_from, status, reason)
    select district, id, '2019-01-01', 'registered', '注册' from ip_rights.trademark`.execute(db);
  await sql`insert into ip_rights.trademark_holder (district, trademark_id, position, mention_id)
    select t.district, t.id, 1, m.id
    from (select district, id, 1 + row_number() over () % ${OWNERS}::int as n from ip_rights.trademark) t
    join parties.mention m on m.district = t.district and m.name_key = 'bench-' || t.n`.execute(db);
  await db.transaction().execute((tx) => bumpRegisterVersion(tx, district.code, 'trademarks'));
  await sql`analyze ip_rights.trademark, ip_rights.trademark_period, ip_rights.trademark_holder, parties.mention`.execute(
    db,
  );
}

/** Ten names by trigrams in the same database, one at a time: no reasons, no goods, no owners. */
async function measurePeer({ pool }: World, texts: readonly string[]): Promise<number> {
  await pool.query('create extension if not exists pg_trgm');
  await pool.query('create index if not exists bench_names on ip_rights.trademark using gin (name gin_trgm_ops)');
  const took: number[] = [];
  for (const text of texts) {
    const started = performance.now();
    await pool.query(
      'select id, name from ip_rights.trademark where name % $1 order by similarity(name, $1) desc limit 10',
      [text],
    );
    took.push(performance.now() - started);
  }
  return percentile(took, 0.95);
}

/** Search of marks over HTTP as the page asks it: text and class in, ranked groups with reasons, goods, states and owners out. */
export async function runMarksHttpBench(): Promise<BenchLine[]> {
  const names = readRealNames();
  if (names === undefined) throw new Error('the real names of ../shared/data are not there');
  const world = await openBenchWorld('marks_http', { fresh: true });
  await fillRegister(world, names);
  await ensureDemoAccounts(world.services, demoAccounts(world.services));
  const app = await buildApp(
    world.services,
    world.modules.flatMap((module) => module.routes),
  );
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const [account] = demoAccounts(world.services);
  const { cookie } = await signIn(origin, account?.username ?? '', account?.password ?? '');
  const queries = makeMarkQueries(makeMarkWorld(names), { seed: 5, perKind: PER_KIND, pick: (at) => at % 2 === 1 });
  const texts = queries.map(({ text }) => text);
  const paths = texts.map(
    (text, at) => `/api/trademark-search?${new URLSearchParams({ text, classes: String(1 + (at % 45)) })}`,
  );
  const built = performance.now();
  for (const module of world.modules)
    if (module.name === 'trademark-search') await module.warmUp?.(systemContext(world.services, 'bench'));
  process.stderr.write(`indexes of ${names.length} names: ${round((performance.now() - built) / 1000)} s\n`);
  await askAll(origin, cookie, paths.slice(0, 100), 1);
  const one = percentile(await askAll(origin, cookie, [...paths], 1), 0.95);
  const many = percentile(await askAll(origin, cookie, [...paths], CONCURRENT), 0.95);
  const peerValue = round(await measurePeer(world, texts));
  await app.close();
  await world.close();
  const line = (metric: string, value: number, bar: number): BenchLine => ({
    bench: 'marks-http',
    metric: `search API, ${names.length.toLocaleString('en')} registrations under real names, ${metric}: p95`,
    value: round(value),
    unit: 'ms',
    peer: 'pg_trgm, the ten most similar names alone, one at a time: p95',
    peerValue,
    bar,
    met: value <= bar,
  });
  return [line('one at a time', one, BAR_MS), line(`${CONCURRENT} at a time`, many, MANY_BAR_MS)];
}
