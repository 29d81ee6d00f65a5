import type { AgencyFigures } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AGENCY_KINDS } from '../domain/agency.ts';
import { measureConcentration } from '../domain/concentration.ts';
import { agencyKindLabels } from '../labels.ts';
import { selectAllCards } from '../repositories/agency-repository.ts';
import type { FilingStats } from '../types.ts';
import { filingsSql, readFilingStats } from './read-filing-stats.ts';

const TREND_YEARS = 10;
const TOP = 10;

const RIGHTS: readonly FilingStats['right'][] = ['invention', 'utility', 'design', 'trademark'];

/** Sums over agencies; clients and towns are those of the largest agency's and are left to the caller. */
function sumByRight(stats: readonly FilingStats[]) {
  return RIGHTS.map((right) => {
    const own = stats.filter((one) => one.right === right);
    const sum = (field: 'filed' | 'granted' | 'refused' | 'withdrawn' | 'abnormal' | 'clients' | 'towns') =>
      own.reduce((total, one) => total + one[field], 0);
    return {
      right,
      filed: sum('filed'),
      granted: sum('granted'),
      refused: sum('refused'),
      withdrawn: sum('withdrawn'),
      abnormal: sum('abnormal'),
      clients: sum('clients'),
      towns: Math.max(0, ...own.map((one) => one.towns)),
    };
  });
}

async function readTrend(ctx: Ctx, year: number): Promise<AgencyFigures['trend']> {
  const { rows } = await sql<AgencyFigures['trend'][number]>`
    select y.year, count(f.id) filter (where f."right" <> 'trademark')::int as patents, count(f.id) filter (where f."right" = 'trademark')::int as trademarks,
      count(f.id) filter (where f."right" <> 'trademark' and a.in_district)::int as "localPatents",
      count(f.id) filter (where f.outcome = 'granted')::int as granted, count(f.id) filter (where f.outcome = 'refused')::int as refused,
      count(f.id) filter (where f.abnormal)::int as abnormal
    from generate_series(${year - TREND_YEARS + 1}::int, ${year}::int) y(year)
    left join (${filingsSql(ctx)}) f on extract(year from f.filed_on)::int = y.year
    left join agencies.agency a on a.district = ${ctx.district} and a.id = f.agency_id
    group by y.year order by y.year`.execute(ctx.db);
  return rows;
}

async function readYears(ctx: Ctx): Promise<number[]> {
  const { rows } = await sql<{
    year: number;
  }>`select distinct extract(year from f.filed_on)::int as year from (${filingsSql(ctx)}) f
    where f.filed_on is not null order by 1 desc limit 15`.execute(ctx.db);
  return rows.map((row) => row.year);
}

async function readPeople(ctx: Ctx, on: string) {
  const { rows } = await sql<{ total: number; qualified: number }>`
    select count(distinct e.id)::int as total, count(distinct e.id) filter (where e.qualification_no is not null or e.practice_no is not null)::int as qualified
    from agencies.practice p join agencies.person e on e.district = p.district and e.id = p.person_id
    join agencies.agency a on a.district = p.district and a.id = p.agency_id and a.in_district
    where p.district = ${ctx.district} and (p.from_on is null or p.from_on <= ${on}::date) and (p.to_on is null or p.to_on >= ${on}::date)`.execute(
    ctx.db,
  );
  return rows[0] ?? { total: 0, qualified: 0 };
}

async function readUnlinked(ctx: Ctx) {
  const { rows } = await sql<{
    names: number;
    filings: number;
  }>`select count(*)::int as names, coalesce(sum(patents + trademarks), 0)::int as filings
    from agencies.written_name where district = ${ctx.district} and agency_id is null`.execute(ctx.db);
  return rows[0] ?? { names: 0, filings: 0 };
}

async function readRegister(ctx: Ctx) {
  const cards = await selectAllCards(ctx.db, ctx.district);
  const local = cards.filter((card) => card.inDistrict);
  const byTown = Map.groupBy(local, (card) => card.townCode ?? '');
  return {
    total: cards.length,
    local: local.length,
    active: local.filter((card) => card.status === 'active').length,
    byKind: AGENCY_KINDS.map((kind) => ({
      code: kind,
      label: agencyKindLabels[kind][ctx.language],
      count: local.filter((card) => card.kinds.includes(kind)).length,
    })),
    byTown: [...byTown]
      .filter(([code]) => code !== '')
      .map(([code, own]) => ({ code, label: ctx.services.places.townName(code) ?? code, count: own.length }))
      .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}

function topOf(stats: readonly FilingStats[], names: ReadonlyMap<string, { name: string; inDistrict: boolean }>) {
  const total = stats.reduce((sum, one) => sum + one.filed, 0);
  return [...Map.groupBy(stats, (one) => one.agencyId)]
    .map(([id, own]) => {
      const sum = (field: 'filed' | 'granted' | 'refused') => own.reduce((all, one) => all + one[field], 0);
      return {
        id,
        name: names.get(id)?.name ?? id,
        inDistrict: names.get(id)?.inDistrict ?? false,
        filed: sum('filed'),
        granted: sum('granted'),
        refused: sum('refused'),
        share: total === 0 ? 0 : sum('filed') / total,
        clients: Math.max(...own.map((one) => one.clients)),
        towns: Math.max(...own.map((one) => one.towns)),
      };
    })
    .toSorted((a, b) => b.filed - a.filed || (a.id < b.id ? -1 : 1))
    .slice(0, TOP);
}

/** The industry in one year: register as of today, people at the year's end, filings of the year with what became of them. */
export async function getAgencyFigures(
  ctx: Ctx,
  query: { readonly year?: number | undefined },
): Promise<AgencyFigures> {
  const years = await readYears(ctx);
  // The last year that is over: the running one says little yet.
  const thisYear = Number(ctx.today.slice(0, 4));
  const year = query.year ?? years.find((one) => one < thisYear) ?? thisYear;
  const end = `${year}-12-31`;
  const asOf = end < ctx.today ? end : ctx.today;
  const stats = await readFilingStats(ctx, { from: `${year}-01-01`, to: end });
  const cards = await selectAllCards(ctx.db, ctx.district);
  const filed = [...Map.groupBy(stats, (one) => one.agencyId).values()].map((own) =>
    own.reduce((sum, one) => sum + one.filed, 0),
  );
  return {
    year,
    years,
    asOf,
    agencies: await readRegister(ctx),
    people: await readPeople(ctx, asOf),
    filings: sumByRight(stats),
    trend: await readTrend(ctx, year),
    concentration: measureConcentration(filed, ctx.language),
    top: topOf(stats, new Map(cards.map((card) => [card.id, card]))),
    unlinked: await readUnlinked(ctx),
  };
}
