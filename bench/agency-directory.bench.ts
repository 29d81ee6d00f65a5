import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { World } from '../apps/server/src/app.ts';
import { listPublicAgencies } from '../apps/server/src/modules/ip-agencies/index.ts';
import { type Ctx, inTransaction, systemContext } from '../apps/server/src/platform/context/context.ts';
import { refreshFacts } from '../apps/server/src/platform/facts/index.ts';
import { type BenchLine, openBenchWorld, percentile, randomOf, round } from './bench-world.ts';

const AGENCIES = 5_000;
const PEOPLE = 50_000;
const REQUESTS = 1_500;
const PEER_REQUESTS = 60;
const BAR_MS = 30;
const FIRST = '锦恒盛华瑞丰泰源润达安信明远嘉和宏博';
const SECOND = '衡诺铭睿哲谨卓朗清越川泽澜屿岚峰宁';
const FORMS = ['专利代理事务所(普通合伙)', '知识产权代理有限公司', '专利商标事务所有限公司', '知识产权服务有限公司'];
const KINDS = ['patent', 'trademark', 'consulting', 'information', 'law-firm'];
const TOWNS = ['320509105', '320509104', '320509001', '320509110', null];
/** Parts of names, a whole name, a former one, pinyin, initials, codes. */
const WORDS = ['专利', '知识产权', '锦', '锦衡', '事务所', 'jinheng', 'jhzl', 'zhishi', '32', '苏州', '泽澜', 'zscq'];

const nameOf = (at: number): string => {
  const brand = `${FIRST[at % FIRST.length]}${SECOND[Math.floor(at / FIRST.length) % SECOND.length]}`;
  return `苏州${brand}${Math.floor(at / (FIRST.length * SECOND.length)) || ''}${FORMS[at % FORMS.length]}`;
};

/** The register filled straight into its tables: what is measured is the reading. */
async function fill(world: World, ctx: Ctx): Promise<void> {
  const random = randomOf(3);
  const agencies = Array.from({ length: AGENCIES }, (_, at) => ({
    name: nameOf(at),
    code: String(32_000 + (at % 60_000)).padStart(5, '0'),
    kind: KINDS[at % KINDS.length],
    town: TOWNS[Math.floor(random() * TOWNS.length)],
  }));
  await inTransaction(ctx, async (tx) => {
    await sql`insert into agencies.agency (district, id, name, name_key, agency_code, kinds, status, town_code, in_district)
      select ${ctx.district}, md5('agency' || n)::uuid, d.name, d.name, d.code, array[d.kind], 'active', d.town, d.town is not null
      from jsonb_array_elements(${JSON.stringify(agencies)}::jsonb) with ordinality as e(v, n)
      cross join lateral jsonb_to_record(e.v) as d(name text, code text, kind text, town text)`.execute(tx);
    await sql`insert into agencies.person (district, id, person_key, name, qualification_no)
      select ${ctx.district}, md5('person' || n)::uuid, 'q:' || n, '沈' || n, (3200000 + n)::text from generate_series(1, ${PEOPLE}::int) n`.execute(
      tx,
    );
    await sql`insert into agencies.practice (district, list, record_key, person_id, written, agency_id, from_on)
      select ${ctx.district}, 'people', n::text, md5('person' || n)::uuid, 'x', md5('agency' || (1 + n % ${AGENCIES}::int))::uuid, '2020-01-01'
      from generate_series(1, ${PEOPLE}::int) n`.execute(tx);
  });
  for (const table of ['agency', 'person', 'practice']) await world.pool.query(`analyze agencies.${table}`);
}

/** Any search of the public directory among 5,000 agencies and 50,000 people, at its 95th percentile. */
export async function runAgencyDirectoryBench(): Promise<BenchLine[]> {
  const world = await openBenchWorld('agencies', { fresh: true });
  try {
    const ctx = systemContext(world.services, 'bench');
    await fill(world, ctx);
    await refreshFacts(ctx);
    const loading = performance.now();
    await listPublicAgencies(ctx, {});
    const loadMs = performance.now() - loading;
    const random = randomOf(17);
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    const took: number[] = [];
    let found = 0;
    for (let at = 0; at < REQUESTS; at++) {
      const query = {
        q: at % 7 === 0 ? nameOf(Math.floor(random() * AGENCIES)) : `${pick(WORDS)}${at % 5 === 0 ? at % 10 : ''}`,
        ...(at % 3 === 0 ? { business: [pick(KINDS)] } : {}),
        ...(at % 4 === 0 ? { town: [pick(TOWNS) ?? '320509001'] } : {}),
        page: 1 + (at % 3),
      };
      const started = performance.now();
      const { total } = await listPublicAgencies(ctx, query);
      took.push(performance.now() - started);
      found += total;
    }
    if (found === 0) throw new Error('nothing was found');
    // The peer: the same search as one statement over the tables, with the count.
    const peer: number[] = [];
    for (let at = 0; at < PEER_REQUESTS; at++) {
      const started = performance.now();
      await world.pool.query(
        `select a.id, a.name, count(p.*) as people, count(*) over () as total from agencies.agency a
         left join agencies.practice p on p.district = a.district and p.agency_id = a.id
         where a.district = $1 and a.name like $2 group by a.district, a.id, a.name order by a.in_district desc, a.name limit 20`,
        [ctx.district, `%${WORDS[at % WORDS.length]}%`],
      );
      peer.push(performance.now() - started);
    }
    const value = percentile(took, 0.95);
    return [
      {
        bench: 'agency-directory',
        metric: `search among ${AGENCIES} agencies and ${PEOPLE} people, p95 (index built in ${Math.round(loadMs)} ms)`,
        value: round(value, 2),
        unit: 'ms',
        peer: 'one SQL statement with LIKE and count, p95',
        peerValue: round(percentile(peer, 0.95)),
        bar: BAR_MS,
        met: value <= BAR_MS,
      },
    ];
  } finally {
    await world.close();
  }
}
