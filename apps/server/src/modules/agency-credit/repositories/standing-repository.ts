import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';

export interface StandingRow {
  readonly subjectType: 'agency' | 'person';
  readonly subjectId: string;
  readonly basis: 'current' | 'published';
  readonly ruleSet: string;
  readonly from: string;
  readonly to: string | null;
  readonly score: number | null;
  readonly grade: string | null;
}

/** Replaces what is derived of some subjects. */
export async function replaceStandings(
  tx: Tx,
  district: string,
  subjectIds: readonly string[],
  rows: readonly StandingRow[],
): Promise<void> {
  await sql`delete from agency_credit.standing where district = ${district} and subject_id = any(${subjectIds}::uuid[])`.execute(
    tx,
  );
  if (rows.length === 0) return;
  const column = <T>(pick: (row: StandingRow) => T) => rows.map(pick);
  await sql`insert into agency_credit.standing (district, subject_type, subject_id, basis, rule_set, from_on, to_on, score, grade)
    select ${district}, * from unnest(${column((one) => one.subjectType)}::text[], ${column((one) => one.subjectId)}::uuid[],
      ${column((one) => one.basis)}::text[], ${column((one) => one.ruleSet)}::text[], ${column((one) => one.from)}::date[],
      ${column((one) => one.to)}::date[], ${column((one) => one.score)}::numeric[], ${column((one) => one.grade)}::text[])`.execute(
    tx,
  );
}
