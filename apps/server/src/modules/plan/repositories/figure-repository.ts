import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Figure } from '../domain/figure.ts';

/** Counts the writes to the plan's tables: what is kept in memory of them is good for one of its versions. */
export const PLAN_REGISTER = 'plan';

export interface StoredFigure extends Figure {
  readonly code: string;
  /** Empty: the whole district. */
  readonly cut: string;
  readonly bucket: string;
}

export interface Computation {
  readonly subject: string;
  readonly asOf: string;
  readonly basis: string;
  readonly computedAt: string;
}

export async function listComputations(db: Db, district: string): Promise<Computation[]> {
  const { rows } = await sql<Computation>`select subject, as_of as "asOf", basis, computed_at as "computedAt"
    from plan.computation where district = ${district} order by as_of, subject`.execute(db);
  return rows;
}

/** Figures of the whole district on all stored days. */
export async function listWholeFigures(db: Db, district: string): Promise<(StoredFigure & { asOf: string })[]> {
  const { rows } = await sql<StoredFigure & { asOf: string }>`
    select as_of as "asOf", code, cut, bucket, numerator, denominator, value, unknown from plan.indicator_value
    where district = ${district} and cut = '' order by as_of, code`.execute(db);
  return rows;
}

/** The cuts of one indicator on one day. */
export async function listCutFigures(db: Db, district: string, code: string, asOf: string): Promise<StoredFigure[]> {
  const { rows } = await sql<StoredFigure>`select code, cut, bucket, numerator, denominator, value, unknown
    from plan.indicator_value where district = ${district} and as_of = ${asOf} and code = ${code} and cut <> ''
    order by cut, bucket`.execute(db);
  return rows;
}

/** One job at a time computes the figures of a subject on a day. Held until the transaction ends. */
export async function lockFigures(tx: Tx, district: string, subject: string, asOf: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan:${district}:${subject}:${asOf}`}, 0))`.execute(tx);
}

export async function findBasis(tx: Tx, district: string, subject: string, asOf: string): Promise<string | undefined> {
  const { rows } = await sql<{ basis: string }>`select basis from plan.computation
    where district = ${district} and subject = ${subject} and as_of = ${asOf}`.execute(tx);
  return rows[0]?.basis;
}

/** Puts the figures of some indicators on a day in place of whatever was there. */
export async function replaceFigures(
  tx: Tx,
  district: string,
  { subject, asOf, basis }: Omit<Computation, 'computedAt'>,
  codes: readonly string[],
  figures: readonly StoredFigure[],
): Promise<void> {
  await sql`delete from plan.indicator_value where district = ${district} and as_of = ${asOf}
    and code = any(${codes}::text[])`.execute(tx);
  await sql`insert into plan.indicator_value (district, as_of, code, cut, bucket, numerator, denominator, value, unknown)
    select ${district}, ${asOf}, f.* from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb)
      as f(code text, cut text, bucket text, numerator float8, denominator float8, value float8, unknown int)`.execute(
    tx,
  );
  await sql`insert into plan.computation (district, subject, as_of, basis, computed_at)
    values (${district}, ${subject}, ${asOf}, ${basis}, clock_timestamp())
    on conflict (district, subject, as_of) do update set basis = excluded.basis, computed_at = excluded.computed_at`.execute(
    tx,
  );
}

/** Forgets days that are no longer shown and codes that no longer are. */
export async function dropFiguresBut(
  tx: Tx,
  district: string,
  days: readonly string[],
  codes: readonly string[],
): Promise<void> {
  await sql`delete from plan.indicator_value where district = ${district}
    and (as_of <> all(${days}::date[]) or code <> all(${codes}::text[]))`.execute(tx);
  await sql`delete from plan.computation where district = ${district} and as_of <> all(${days}::date[])`.execute(tx);
}
