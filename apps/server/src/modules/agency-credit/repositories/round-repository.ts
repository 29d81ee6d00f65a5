import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface RoundRow {
  readonly id: string;
  readonly title: string;
  readonly as_of: string;
  readonly rule_set: string;
  readonly rule_version: string;
  readonly opened_by_name: string;
  readonly opened_at: string;
  readonly states: readonly { readonly state: string; readonly grade: string | null; readonly count: number }[];
}

/** Rounds, newest first, with how their evaluations stand; one of them when `id` is given. */
export async function listRounds(db: Db, district: string, id: string | null = null): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select r.id, r.title, r.as_of, r.rule_set, r.rule_version, r.opened_by_name, r.opened_at,
      coalesce((select jsonb_agg(jsonb_build_object('state', s.state, 'grade', s.grade, 'count', s.n)) from (
        select f.state, coalesce(v.final_grade, v.preliminary_grade) as grade, count(*) as n
        from agency_credit.evaluation v join procedures.file f on f.district = v.district and f.id = v.file_id
        where v.district = r.district and v.round_id = r.id group by 1, 2) s), '[]') as states
    from agency_credit.round r
    where r.district = ${district} and (${id}::uuid is null or r.id = ${id}::uuid)
    order by r.as_of desc, r.opened_at desc`.execute(db);
  return rows;
}

export async function isTitleTaken(db: Db, district: string, title: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from agency_credit.round where district = ${district} and title = ${title}`.execute(db);
  return rows.length > 0;
}

export async function insertRound(
  tx: Tx,
  district: string,
  round: {
    readonly id: string;
    readonly title: string;
    readonly asOf: string;
    readonly ruleSet: string;
    readonly version: string;
    readonly by: string | null;
    readonly byName: string;
    readonly at: Date;
    readonly demo: boolean;
  },
): Promise<void> {
  await sql`insert into agency_credit.round (district, id, title, as_of, rule_set, rule_version, opened_by, opened_by_name, opened_at, demo)
    values (${district}, ${round.id}, ${round.title}, ${round.asOf}, ${round.ruleSet}, ${round.version}, ${round.by}, ${round.byName},
      ${round.at}, ${round.demo})`.execute(tx);
}
