import { performance } from 'node:perf_hooks';
import { creditRuleSets, creditRulesOn } from '@jince/law';
import { sql } from 'kysely';
import type { World } from '../apps/server/src/app.ts';
import { scoreAgencies, scoreOneAgency } from '../apps/server/src/modules/agency-credit/index.ts';
import { type Ctx, systemContext } from '../apps/server/src/platform/context/context.ts';
import { type BenchLine, openBenchWorld, percentile, randomOf, round } from './bench-world.ts';
import { plusDays } from './district.ts';

const AGENCIES = 5000;
const EVENTS = 40_000;
const DAYS = ['2023-05-01', '2024-02-29', '2025-01-01', '2025-09-30', '2026-06-15', '2026-11-20'];
const ASKED_AGAIN = 3;

const rules = creditRuleSets.find((set) => set.appliesTo.people);
const sorts = rules?.versions.flatMap((version) => version.items.flatMap((item) => item.sorts)) ?? [];

/** Agencies of the district and what counts for them; few have many events, as in life. */
async function fill(world: World, ctx: Ctx): Promise<void> {
  const { db } = world.services;
  await sql`insert into agencies.agency (district, id, name, name_key, kinds, status, town_code, in_district, licensed_on)
    select ${ctx.district}, gen_random_uuid(), '苏州示例' || n || '专利代理事务所', '苏州示例' || n, array['patent'], 'active', '320509105', true, '2012-01-01'
    from generate_series(1, ${AGENCIES}::int) n`.execute(db);
  const { rows } = await sql<{
    id: string;
  }>`select id from agencies.agency where district = ${ctx.district} order by name`.execute(db);
  const random = randomOf(17);
  const events = Array.from({ length: EVENTS }, () => {
    const on = plusDays('2022-06-01', Math.floor(random() * 1630));
    return {
      agency: rows[Math.floor(random() ** 2 * rows.length)]?.id,
      sort: sorts[Math.floor(random() * sorts.length)],
      on,
      revoked: random() < 0.05 ? plusDays(on, 30 + Math.floor(random() * 300)) : null,
      document: random() < 0.3 ? `示例〔2025〕${Math.floor(random() * 4000)}号` : null,
    };
  });
  await sql`insert into agency_credit.event (district, id, subject_type, subject_id, subject_label, agency_id, sort, happened_on, revoked_on,
      revoked_basis, document_no, document_key, text, origin, origin_key, entered_by_name, entered_at)
    select ${ctx.district}, gen_random_uuid(), 'agency', e.agency, '示例', e.agency, e.sort, e."on", e.revoked,
      case when e.revoked is not null then '判决' end, e.document, e.document, '示例', 'register', n::text, 'bench', now()
    from rows from (jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
      as (agency uuid, sort text, "on" date, revoked date, document text)) with ordinality as e(agency, sort, "on", revoked, document, n)`.execute(
    db,
  );
  await sql`analyze agency_credit.event`.execute(db);
}

/** The credit of all agencies of a district on any day, beside asking for each by itself. */
export async function runAgencyCreditBench(): Promise<BenchLine[]> {
  const world = await openBenchWorld('agency_credit', { fresh: true });
  const ctx = systemContext(world.services, 'bench');
  await fill(world, ctx);
  await scoreAgencies(ctx, DAYS[0] as string);
  const took: number[] = [];
  let wrong = 0;
  let alone = 0;
  for (const day of DAYS) {
    for (let n = 0; n < ASKED_AGAIN; n++) {
      const started = performance.now();
      await scoreAgencies(ctx, day);
      took.push(performance.now() - started);
    }
    if (creditRulesOn(rules as (typeof creditRuleSets)[number], day) === undefined)
      throw new Error(`no rules on ${day}`);
    const together = await scoreAgencies(ctx, day);
    if (together.length !== AGENCIES) throw new Error(`${together.length} of ${AGENCIES} agencies scored`);
    const started = performance.now();
    for (const one of together) {
      const own = await scoreOneAgency(ctx, one.id, day);
      if (own.score !== one.score || own.grade !== one.grade) wrong += 1;
    }
    alone = Math.max(alone, performance.now() - started);
  }
  await world.close();
  const slowest = Math.max(...took) / 1000;
  const size = `${AGENCIES.toLocaleString('en')} agencies, ${EVENTS.toLocaleString('en')} events`;
  return [
    {
      bench: 'agency-credit',
      metric: `credit of ${size} on any past day, slowest of ${DAYS.length} days (median ${round(percentile(took, 0.5), 0)} ms)`,
      value: round(slowest, 3),
      unit: 's',
      peer: 'each agency by itself',
      peerValue: round(alone / 1000, 1),
      bar: 1,
      met: slowest <= 1,
    },
    {
      bench: 'agency-credit',
      metric: `agencies whose score differs from the one worked out by itself, of ${(AGENCIES * DAYS.length).toLocaleString('en')}`,
      value: wrong,
      unit: 'agencies',
      peer: 'none may',
      peerValue: 0,
      bar: 0,
      met: wrong === 0,
    },
  ];
}
