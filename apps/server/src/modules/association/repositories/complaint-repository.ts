import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface ComplaintRow {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly state: string;
  readonly complainant_id: string;
  readonly complainant: string;
  readonly respondent_id: string;
  readonly respondent: string;
  readonly clause: string | null;
  readonly facts: string;
  readonly request: string;
  readonly received_on: string;
  readonly answer: string | null;
  readonly answered_on: string | null;
  readonly outcome: 'breach' | 'no-breach' | 'settled' | 'refused' | 'withdrawn' | null;
  readonly ruling: string | null;
  readonly ruled_on: string | null;
}

export async function selectComplaints(
  db: Db,
  district: string,
  test: RawBuilder<unknown>,
  page = { size: 500, skip: 0 },
): Promise<{ readonly rows: readonly ComplaintRow[]; readonly total: number }> {
  const source = sql`association.complaint c join procedures.file f on f.district = c.district and f.id = c.file_id
    join agencies.agency a on a.district = c.district and a.id = c.complainant_id
    join agencies.agency b on b.district = c.district and b.id = c.respondent_id`;
  const { rows } =
    await sql<ComplaintRow>`select c.id, c.file_id, f.number, f.state, c.complainant_id, a.name as complainant, c.respondent_id,
      b.name as respondent, c.clause, c.facts, c.request, c.received_on, c.answer, c.answered_on, c.outcome, c.ruling, c.ruled_on
    from ${source} where c.district = ${district} and ${test} order by c.received_on desc, c.id desc limit ${page.size} offset ${page.skip}`.execute(
      db,
    );
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from ${source} where c.district = ${district} and ${test}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export type NewComplaint = Pick<
  ComplaintRow,
  'id' | 'file_id' | 'complainant_id' | 'respondent_id' | 'clause' | 'facts' | 'request'
>;

export async function insertComplaint(tx: Tx, ctx: Ctx, one: NewComplaint): Promise<void> {
  await sql`insert into association.complaint (district, id, file_id, complainant_id, respondent_id, clause, facts, request, received_on)
    values (${ctx.district}, ${one.id}, ${one.file_id}, ${one.complainant_id}, ${one.respondent_id}, ${one.clause}, ${one.facts}, ${one.request},
      ${ctx.today})`.execute(tx);
}

export type ComplaintChange = Partial<Pick<ComplaintRow, 'answer' | 'answered_on' | 'outcome' | 'ruling' | 'ruled_on'>>;

export async function updateComplaint(tx: Tx, district: string, id: string, change: ComplaintChange): Promise<void> {
  const sets = Object.entries(change).map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  await sql`update association.complaint set ${sql.join(sets)} where district = ${district} and id = ${id}`.execute(tx);
}
