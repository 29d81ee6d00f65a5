import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface PenaltyRow {
  readonly id: string;
  readonly agency_id: string;
  readonly name: string;
  readonly complaint_id: string | null;
  readonly sort: string;
  readonly document_no: string;
  readonly text: string;
  readonly decided_on: string;
  readonly until_on: string | null;
  readonly withdrawn_on: string | null;
  readonly withdrawn_reason: string | null;
}

export async function selectPenalties(
  db: Db,
  district: string,
  test: RawBuilder<unknown>,
): Promise<readonly PenaltyRow[]> {
  const { rows } =
    await sql<PenaltyRow>`select p.id, p.agency_id, a.name, p.complaint_id, p.sort, p.document_no, p.text, p.decided_on, p.until_on,
      p.withdrawn_on, p.withdrawn_reason
    from association.penalty p join agencies.agency a on a.district = p.district and a.id = p.agency_id
    where p.district = ${district} and ${test} order by p.decided_on desc, p.id`.execute(db);
  return rows;
}

/** Whether a number of a decision is used already. */
export async function isNumberTaken(db: Db, district: string, documentNo: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from association.penalty where district = ${district} and document_no = ${documentNo}`.execute(
      db,
    );
  return rows.length > 0;
}

export interface NewPenalty {
  readonly agencyId: string;
  readonly complaintId: string | null;
  readonly sort: string;
  readonly documentNo: string;
  readonly text: string;
  readonly untilOn: string | null;
}

export async function insertPenalty(tx: Tx, ctx: Ctx, one: NewPenalty): Promise<string> {
  const id = uuidv7();
  await sql`insert into association.penalty (district, id, agency_id, complaint_id, sort, document_no, text, decided_on, until_on)
    values (${ctx.district}, ${id}, ${one.agencyId}, ${one.complaintId}, ${one.sort}, ${one.documentNo}, ${one.text}, ${ctx.today}, ${one.untilOn})`.execute(
    tx,
  );
  return id;
}
