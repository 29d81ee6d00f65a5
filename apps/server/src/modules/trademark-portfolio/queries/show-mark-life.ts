import type { MarkLife, UseCoverage } from '@jince/contract';
import { hasLaw } from '@jince/law';
import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { madridDependency, nonUseExposure, oppositionPeriod } from '../../ip-rights/index.ts';
import { coverUse, type UseSpan } from '../domain/cover-use.ts';
import { dueDays } from '../domain/due-days.ts';
import { exposureSentence } from '../domain/exposure-words.ts';
import {
  listRegisterUse,
  type MarkRecord,
  marksWithin,
  partiesWithin,
  selectMarks,
} from '../repositories/mark-repository.ts';
import { ofMark, selectUse, type UseRow } from '../repositories/use-repository.ts';
import { LIFE_READ, USE_KEEP, USE_READ } from '../trademark-portfolio.catalogue.ts';
import { BUCKETS, bucketTest, lifeIndex } from './life-index.ts';
import { clockDay, useEvidence } from './words.ts';

/** A mark the actor may do this with. @throws AppError 404 otherwise */
export async function reachMark(ctx: Ctx, id: string, permission: string): Promise<MarkRecord> {
  const [mark] = may(ctx, permission)
    ? await selectMarks(ctx.db, ctx, sql`r.id = ${id} and ${marksWithin(ctx, permission)}`)
    : [];
  if (mark === undefined) throw new AppError('platform.not-found');
  return mark;
}

/** Whether it is in force; only then renewal and use are a matter. */
const inForce = (mark: MarkRecord) =>
  mark.country === 'CN' && (mark.status === 'registered' || mark.status === 'grace');

export const countsNow = (row: UseRow) => row.withdrawn_on === null && row.files.length > 0;

/** What all evidence together covers: that of the locker with a file, and that of the register. */
export function coverageOf(
  ctx: Ctx,
  mark: MarkRecord,
  evidence: readonly UseRow[],
  register: readonly { on: string }[],
): UseCoverage | null {
  const { registered_on: registeredOn } = mark;
  if (!inForce(mark) || registeredOn === null || !hasLaw('trademark.non-use.years', registeredOn)) return null;
  const spans: UseSpan[] = [
    ...evidence.filter(countsNow).map((row) => ({ from: row.used_from, until: row.used_until })),
    ...register.map(({ on }) => ({ from: on, until: on })),
  ];
  const last = spans
    .map((span) => span.until)
    .filter((day) => day <= ctx.today)
    .toSorted()
    .at(-1);
  const exposure = nonUseExposure(registeredOn, last ?? null);
  const { exposedFrom, years, article, reasons } = exposure;
  const covered = coverUse({ registeredOn, today: ctx.today, years, spans });
  return {
    ...covered,
    months: [...covered.months],
    gaps: [...covered.gaps],
    years,
    exposedFrom,
    exposed: exposedFrom <= ctx.today,
    sentence: exposureSentence(ctx.language, {
      niceClass: mark.nice_class,
      registeredOn,
      lastUsedOn: covered.lastUsedOn,
      exposedFrom,
      years,
      today: ctx.today,
      months: covered.months.length,
      emptyMonths: covered.months.filter((month) => month.pieces === 0).length,
    }),
    article,
    reasons,
  };
}

function oppositionOf(mark: MarkRecord): MarkLife['opposition'] {
  const { preliminary_on: on } = mark;
  if (mark.status !== 'preliminary' || on === null || !hasLaw('trademark.opposition.months', on)) return null;
  const period = oppositionPeriod(on);
  return {
    dueOn: period.dueOn,
    article: period.article,
    reasons: period.reasons,
    straddles: period.straddlesLawChange,
    byNewLaw: period.endsOnByNewLaw ?? null,
  };
}

async function madridOf(ctx: Ctx, mark: MarkRecord): Promise<MarkLife['madrid']> {
  if (mark.country !== 'CN') return [];
  const { rows } = await sql<{ id: string; ir_no: string; registered_on: string | null }>`
    select id, ir_no, registered_on from ip_rights.madrid
    where district = ${ctx.district} and base_registration_no = ${mark.registration_no} order by ir_no`.execute(ctx.db);
  return rows.map((row) => {
    const known = row.registered_on !== null && hasLaw('madrid.dependency-years', row.registered_on);
    const tie = known ? madridDependency(row.registered_on as string, ctx.today) : undefined;
    return { id: row.id, irNo: row.ir_no, dependent: tie?.active ?? false, dependencyEndsOn: tie?.endsOn ?? null };
  });
}

async function bucketsOf(ctx: Ctx, id: string): Promise<MarkLife['buckets']> {
  const data = await lifeIndex.get(ctx);
  const row = data.marks.rights.ids.indexOf(id);
  return row === -1 ? [] : BUCKETS.filter((bucket) => bucketTest(ctx, data, bucket)(row));
}

async function mayKeep(ctx: Ctx, mark: MarkRecord): Promise<boolean> {
  if (!may(ctx, USE_KEEP)) return false;
  const ids = mark.holders.flatMap((holder) => holder.partyId ?? []);
  const { rows } =
    await sql`select 1 from parties.party p where p.district = ${ctx.district} and p.id = any(${ids}::uuid[])
    and ${partiesWithin(ctx, USE_KEEP)} limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** One mark in one class over its life: terms with their reasons, use and its gaps, the evidence kept of it. */
export async function getMarkLife(ctx: Ctx, id: string): Promise<MarkLife> {
  const mark = await reachMark(ctx, id, LIFE_READ);
  const all = await selectUse(ctx.db, ctx, ofMark(mark));
  const register = mark.country === 'CN' ? await listRegisterUse(ctx.db, ctx, mark) : [];
  const seen = may(ctx, USE_READ)
    ? await selectUse(ctx.db, ctx, sql`${ofMark(mark)} and ${partiesWithin(ctx, USE_READ)}`)
    : null;
  const { endsOn } = dueDays({
    country: mark.country,
    registeredOn: mark.registered_on,
    expiresOn: mark.expires_on,
    preliminaryOn: mark.preliminary_on,
    lastUsedOn: null,
  });
  return {
    mark: {
      id: mark.id,
      registrationNo: mark.registration_no,
      niceClass: mark.nice_class,
      name: mark.name,
      goods: mark.goods,
      status: mark.status,
      holders: mark.holders,
      registeredOn: mark.registered_on,
      expiresOn: endsOn,
      preliminaryOn: mark.preliminary_on,
    },
    buckets: await bucketsOf(ctx, id),
    renewal: inForce(mark) ? clockDay(ctx, 'trademark.renewal', endsOn) : null,
    opposition: oppositionOf(mark),
    coverage: coverageOf(ctx, mark, all, register),
    registerEvidence: register,
    evidence: seen === null ? null : seen.map(useEvidence),
    mayKeep: await mayKeep(ctx, mark),
    madrid: await madridOf(ctx, mark),
  };
}
