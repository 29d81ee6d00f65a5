import { performance } from 'node:perf_hooks';
import { systemContext } from '../apps/server/src/platform/context/context.ts';
import { type BenchLine, percentile, round } from './bench-world.ts';
import { openDistrict } from './district.ts';

const PARTIES = 200_000;
const PATENTS = 100_000;
const BAR_MS = 500;
const DAYS = ['2026-11-22', '2024-06-30', '2019-12-31', '2012-01-01'];
const CUTS: readonly [string, string, string?][] = [
  ['parties', 'town'],
  ['parties', 'industry', 'party-status'],
  ['parties', 'zone', 'party-kind'],
  ['parties-without-patent', 'town', 'industry-section'],
  ['patents', 'town', 'patent-kind'],
  ['patents', 'industry', 'patent-status'],
  ['patents', 'filing-year', 'town'],
  ['patents', 'ipc-section', 'party-kind'],
  ['patents', 'zone', 'filing-year'],
];

export async function runInventoryBench(): Promise<BenchLine[]> {
  const world = await openDistrict(PARTIES, PATENTS);
  const ctx = systemContext(world.services, 'bench');
  const route = world.modules.flatMap((module) => module.routes).find((binding) => binding.name === 'getInventory');
  if (route === undefined) throw new Error('getInventory is not bound');
  const run = (measure: string, rows: string, columns: string | undefined, asOf: string) =>
    route.handle(ctx, { params: {}, query: { measure, rows, columns, asOf }, body: undefined } as never) as Promise<{
      total: number;
    }>;
  await run('patents', 'town', undefined, DAYS[0] as string);
  const took: number[] = [];
  for (const day of DAYS) {
    for (const [measure, rows, columns] of CUTS) {
      const started = performance.now();
      const { total } = await run(measure, rows, columns, day);
      took.push(performance.now() - started);
      if (total === 0) throw new Error(`nothing counted: ${measure} ${rows} ${day}`);
    }
  }
  const peer: number[] = [];
  for (const day of DAYS) {
    const started = performance.now();
    await world.pool.query(
      `select p.town_code, r.kind, count(distinct r.id) from ip_rights.patent r
       join ip_rights.patent_period s on s.district = r.district and s.patent_id = r.id and s.status = 'granted' and s.valid_from <= $1 and (s.valid_to is null or s.valid_to >= $1)
       join ip_rights.patent_holder h on h.district = r.district and h.patent_id = r.id and h.position = 1
       join parties.mention m on m.district = h.district and m.id = h.mention_id
       join parties.party p on p.district = m.district and p.id = m.party_id where r.district = '320509' group by 1, 2`,
      [day],
    );
    peer.push(performance.now() - started);
  }
  await world.close();
  const worst = Math.max(...took);
  return [
    {
      bench: 'inventory',
      metric: `any cut, ${PARTIES.toLocaleString('en')} enterprises, ${PATENTS.toLocaleString('en')} patents, any date: slowest of ${took.length}`,
      value: round(worst),
      unit: 'ms',
      peer: 'one such cut grouped in SQL, slowest',
      peerValue: round(Math.max(...peer)),
      bar: BAR_MS,
      met: worst <= BAR_MS,
    },
    {
      bench: 'inventory',
      metric: 'any cut: median',
      value: round(percentile(took, 0.5)),
      unit: 'ms',
      peer: 'one such cut grouped in SQL, median',
      peerValue: round(percentile(peer, 0.5)),
      bar: BAR_MS,
      met: percentile(took, 0.5) <= BAR_MS,
    },
  ];
}
