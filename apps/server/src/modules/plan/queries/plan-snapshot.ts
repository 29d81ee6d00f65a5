import { sql } from 'kysely';
import type { Ctx, Services } from '../../../platform/context/context.ts';
import { registerVersions } from '../../../platform/register-index/index.ts';
import type { Figure } from '../domain/figure.ts';
import type { Indicator } from '../domain/indicator.ts';
import {
  type Computation,
  listComputations,
  listWholeFigures,
  PLAN_REGISTER,
} from '../repositories/figure-repository.ts';
import { readBases } from './figure-basis.ts';
import { readIndicators } from './read-indicators.ts';

export type FiguresByCode = ReadonlyMap<string, Figure>;

/** Everything the plan's pages show of the whole district, as stored: read once per change and kept. */
export interface PlanSnapshot {
  readonly version: string;
  readonly indicators: readonly Indicator[];
  /** Day of the latest figures; the present day while there are none. */
  readonly day: string;
  /** Whole figures by day and code. */
  readonly figures: ReadonlyMap<string, FiguresByCode>;
  readonly computations: readonly Computation[];
  /** Registers that know no past (lists, staff) → day of their first import: before it they are incomplete. */
  readonly knownSince: ReadonlyMap<string, string>;
}

export interface PlanFreshness {
  readonly asOf: string;
  readonly computedAt: string | null;
  readonly pending: boolean;
}

/** Registers made of lists that say who is on them now, and the type of their rows in the imports. */
const WITHOUT_PAST: Readonly<Record<string, string>> = { memberships: 'membership', officers: 'officer' };

async function readKnownSince(ctx: Ctx): Promise<Map<string, string>> {
  const kinds = [...ctx.services.importKinds.values()];
  const known = new Map<string, string>();
  for (const [register, type] of Object.entries(WITHOUT_PAST)) {
    const names = kinds.filter((kind) => kind.recordType.type === type).map((kind) => kind.kind);
    const { rows } = await sql<{ first: string | null }>`
      select min(coalesce(as_of, (committed_at at time zone 'Asia/Shanghai')::date)) as first from imports.import
      where district = ${ctx.district} and state = 'committed' and kind = any(${names}::text[])`.execute(ctx.db);
    known.set(register, rows[0]?.first ?? ctx.today);
  }
  return known;
}

/** The latest day that no kind of subject is missing of: at midnight one is computed after the other. */
function latestWholeDay(computations: readonly Computation[]): string | undefined {
  const subjects = Map.groupBy(computations, (one) => one.asOf);
  const most = Math.max(0, ...[...subjects.values()].map((ones) => ones.length));
  return [...subjects].findLast(([, ones]) => ones.length === most)?.[0];
}

async function readSnapshot(ctx: Ctx, version: string): Promise<PlanSnapshot> {
  const figures = new Map<string, Map<string, Figure>>();
  for (const { asOf, code, numerator, denominator, value, unknown } of await listWholeFigures(ctx.db, ctx.district)) {
    const day = figures.get(asOf) ?? new Map<string, Figure>();
    figures.set(asOf, day);
    day.set(code, { numerator, denominator, value, unknown });
  }
  const computations = await listComputations(ctx.db, ctx.district);
  return {
    version,
    indicators: await readIndicators(ctx),
    day: latestWholeDay(computations) ?? ctx.today,
    figures,
    computations,
    knownSince: await readKnownSince(ctx),
  };
}

/** One per process and language (a rule's problem is a sentence): the database says by one number whether it still holds. */
const kept = new WeakMap<Services, Map<string, Promise<PlanSnapshot>>>();

export async function getSnapshot(ctx: Ctx): Promise<PlanSnapshot> {
  // The first import of a list and the catalogue change with the registers, whose refresh computes anew.
  const version = await registerVersions(ctx.db, ctx.district, [PLAN_REGISTER]);
  const mine = kept.get(ctx.services) ?? new Map<string, Promise<PlanSnapshot>>();
  kept.set(ctx.services, mine);
  const key = `${ctx.district} ${ctx.language}`;
  const known = await mine.get(key)?.catch(() => undefined);
  if (known?.version === version) return known;
  const reading = readSnapshot(ctx, version);
  mine.set(key, reading);
  return reading;
}

/** How fresh the latest figures are: pending while the facts, or the figures over them, wait for newer rows. */
export async function freshnessOf(ctx: Ctx, snapshot: PlanSnapshot): Promise<PlanFreshness> {
  const { day, computations, indicators } = snapshot;
  const bases = await readBases(ctx.db, ctx, indicators);
  const of = (subject: string) => computations.find((one) => one.subject === subject && one.asOf === day);
  const behind = bases.some((base) => base.pending || of(base.subject)?.basis !== base.basisOn(day));
  const times = bases.flatMap((base) => of(base.subject)?.computedAt ?? []).toSorted();
  return { asOf: day, computedAt: times[0] ?? null, pending: behind };
}
