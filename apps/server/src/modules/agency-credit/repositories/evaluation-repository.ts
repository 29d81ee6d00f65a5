import type { CreditLine } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface StoredLines {
  readonly lines: readonly CreditLine[];
}

export interface EvaluationRow {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly state: string;
  readonly round_id: string;
  readonly round_title: string;
  readonly rule_set: string;
  readonly as_of: string;
  readonly subject_type: 'agency' | 'person';
  readonly subject_id: string;
  readonly subject_label: string;
  readonly agency_id: string;
  readonly party_id: string | null;
  readonly town_code: string | null;
  readonly preliminary_score: number | null;
  readonly preliminary_grade: string | null;
  readonly preliminary: StoredLines;
  readonly noticed_on: string | null;
  readonly object_until: string | null;
  readonly final_score: number | null;
  readonly final_grade: string | null;
  readonly final: StoredLines | null;
  readonly final_on: string | null;
}

const COLUMNS = sql`v.id, v.file_id, f.number, f.state, v.round_id, r.title as round_title, r.rule_set, r.as_of, v.subject_type, v.subject_id,
  v.subject_label, v.agency_id, v.party_id, v.town_code, v.preliminary_score, v.preliminary_grade, v.preliminary, v.noticed_on,
  (select c.due_on from procedures.clock c where c.district = v.district and c.file_id = v.file_id and c.clock = 'objection'
    order by c.round desc limit 1) as object_until, v.final_score, v.final_grade, v.final, v.final_on`;
const FROM = sql`agency_credit.evaluation v join agency_credit.round r on r.district = v.district and r.id = v.round_id
  join procedures.file f on f.district = v.district and f.id = v.file_id`;

export interface EvaluationFilter {
  readonly round?: string | undefined;
  readonly agency?: string | undefined;
  readonly state?: readonly string[] | undefined;
  readonly grade?: readonly string[] | undefined;
  readonly q?: string | undefined;
}

function testsOf(district: string, within: RawBuilder<boolean>, filter: EvaluationFilter): RawBuilder<unknown> {
  const tests: RawBuilder<unknown>[] = [sql`v.district = ${district}`, within];
  if (filter.round !== undefined) tests.push(sql`v.round_id = ${filter.round}`);
  if (filter.agency !== undefined) tests.push(sql`v.agency_id = ${filter.agency}`);
  if (filter.state !== undefined && filter.state.length > 0) tests.push(sql`f.state = any(${filter.state}::text[])`);
  if (filter.grade !== undefined && filter.grade.length > 0)
    tests.push(sql`coalesce(v.final_grade, v.preliminary_grade) = any(${filter.grade}::text[])`);
  const words = filter.q?.trim();
  if (words) tests.push(sql`v.subject_label ilike ${`%${words.replaceAll(/[\\%_]/g, '\\$&')}%`}`);
  return sql.join(tests, sql` and `);
}

/** @param within what the reader may see, over the alias `v` */
export async function selectEvaluations(
  db: Db,
  district: string,
  within: RawBuilder<boolean>,
  query: EvaluationFilter & { readonly page: number; readonly pageSize: number },
): Promise<{ readonly rows: EvaluationRow[]; readonly total: number }> {
  const where = testsOf(district, within, query);
  const { rows } = await sql<EvaluationRow>`select ${COLUMNS} from ${FROM} where ${where}
    order by r.as_of desc, coalesce(v.final_score, v.preliminary_score) asc nulls last, v.subject_label, v.id
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*) as n from ${FROM} where ${where}`.execute(db);
  return { rows, total: Number(counted.rows[0]?.n ?? 0) };
}

export async function findEvaluation(db: Db, district: string, id: string): Promise<EvaluationRow | undefined> {
  const { rows } =
    await sql<EvaluationRow>`select ${COLUMNS} from ${FROM} where v.district = ${district} and v.id = ${id}`.execute(
      db,
    );
  return rows[0];
}

/** Files of a round in some states, oldest first. */
export async function listRoundFiles(
  db: Db,
  district: string,
  roundId: string,
  states: readonly string[],
): Promise<{ readonly file_id: string; readonly state: string }[]> {
  const { rows } = await sql<{ file_id: string; state: string }>`
    select v.file_id, f.state from ${FROM} where v.district = ${district} and v.round_id = ${roundId}
      and f.state = any(${states}::text[]) order by f.number`.execute(db);
  return rows;
}

export interface NewEvaluation {
  readonly id: string;
  readonly roundId: string;
  readonly fileId: string;
  readonly subjectType: 'agency' | 'person';
  readonly subjectId: string;
  readonly subjectLabel: string;
  readonly agencyId: string;
  readonly partyId: string | null;
  readonly townCode: string | null;
  readonly score: number | null;
  readonly grade: string | null;
  readonly lines: readonly CreditLine[];
}

export async function insertEvaluation(tx: Tx, district: string, one: NewEvaluation): Promise<void> {
  await sql`insert into agency_credit.evaluation (district, id, round_id, file_id, subject_type, subject_id, subject_label, agency_id,
      party_id, town_code, preliminary_score, preliminary_grade, preliminary)
    values (${district}, ${one.id}, ${one.roundId}, ${one.fileId}, ${one.subjectType}, ${one.subjectId}, ${one.subjectLabel},
      ${one.agencyId}, ${one.partyId}, ${one.townCode}, ${one.score}, ${one.grade}, ${JSON.stringify({ lines: one.lines })})`.execute(
    tx,
  );
}

export async function noteNotice(tx: Tx, district: string, id: string, on: string): Promise<void> {
  await sql`update agency_credit.evaluation set noticed_on = ${on}
    where district = ${district} and id = ${id}`.execute(tx);
}

export async function saveFinal(
  tx: Tx,
  district: string,
  id: string,
  result: {
    readonly on: string;
    readonly score: number | null;
    readonly grade: string | null;
    readonly lines: readonly CreditLine[];
  },
): Promise<void> {
  await sql`update agency_credit.evaluation set final_score = ${result.score}, final_grade = ${result.grade},
      final = ${JSON.stringify({ lines: result.lines })}, final_on = ${result.on}
    where district = ${district} and id = ${id}`.execute(tx);
}

/** Final results of subjects, oldest first, with the events they rest on: not those after the day they count to. */
export async function listFinals(
  db: Db,
  district: string,
  subjectIds: readonly string[],
): Promise<
  { readonly subject_id: string; readonly rule_set: string; readonly final_on: string; readonly event_ids: string[] }[]
> {
  const { rows } = await sql<{ subject_id: string; rule_set: string; final_on: string; event_ids: string[] }>`
    select v.subject_id, r.rule_set, v.final_on,
      array(select l ->> 'eventId' from jsonb_array_elements(v.final -> 'lines') l
        where l ->> 'standing' in ('counts', 'capped', 'same-document')) as event_ids
    from ${FROM} where v.district = ${district} and v.final_on is not null and v.subject_id = any(${subjectIds}::uuid[])
    order by v.final_on, f.number`.execute(db);
  return rows;
}
