import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface ObjectionRow {
  readonly id: string;
  readonly claimId: string;
  readonly claimNumber: string;
  readonly partyName: string;
  readonly listId: string;
  readonly listNumber: string;
  readonly receivedOn: string;
  readonly anonymous: boolean;
  readonly by: string | null;
  readonly contact: string | null;
  readonly text: string;
  readonly state: 'open' | 'answered';
  readonly upheld: boolean | null;
  readonly answer: string | null;
  readonly answeredOn: string | null;
  readonly answeredBy: string | null;
  readonly dueOn: string | null;
}

const OBJECTION = sql`o.id, o.claim_id as "claimId", f.number as "claimNumber", c.party_name as "partyName", o.list_id as "listId",
  p.number as "listNumber", o.received_on as "receivedOn", o.anonymous, o.by_name as "by", o.contact, o.text, o.state, o.upheld, o.answer,
  o.answered_on as "answeredOn", o.answered_by_name as "answeredBy", o.due_on as "dueOn"`;
const OBJECTION_FROM = sql`subsidies.objection o join subsidies.claim c on c.district = o.district and c.id = o.claim_id
  join procedures.file f on f.district = o.district and f.id = o.claim_id
  join subsidies.public_list p on p.district = o.district and p.id = o.list_id`;

export interface ObjectionFilter {
  readonly id?: string;
  readonly claimId?: string;
  readonly listId?: string;
  readonly state?: 'open' | 'answered' | undefined;
}

const tests = (district: string, filter: ObjectionFilter) => sql`o.district = ${district}
  and (${filter.id ?? null}::uuid is null or o.id = ${filter.id ?? null}::uuid)
  and (${filter.claimId ?? null}::uuid is null or o.claim_id = ${filter.claimId ?? null}::uuid)
  and (${filter.listId ?? null}::uuid is null or o.list_id = ${filter.listId ?? null}::uuid)
  and (${filter.state ?? null}::text is null or o.state = ${filter.state ?? null})`;

/** The open ones first, the longest waiting at the top. */
export async function selectObjections(
  db: Db,
  district: string,
  filter: ObjectionFilter,
  page: { readonly size: number; readonly skip: number } = { size: 500, skip: 0 },
): Promise<ObjectionRow[]> {
  const { rows } = await sql<ObjectionRow>`select ${OBJECTION} from ${OBJECTION_FROM} where ${tests(district, filter)}
    order by o.state desc, o.received_on, o.id limit ${page.size} offset ${page.skip}`.execute(db);
  return rows;
}

export async function countObjections(db: Db, district: string, filter: ObjectionFilter): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from subsidies.objection o where ${tests(district, filter)}`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function insertObjection(
  tx: Tx,
  ctx: Ctx,
  one: Pick<
    ObjectionRow,
    'id' | 'claimId' | 'listId' | 'receivedOn' | 'anonymous' | 'by' | 'contact' | 'text' | 'dueOn'
  >,
): Promise<void> {
  await sql`insert into subsidies.objection (district, id, claim_id, list_id, received_on, anonymous, by_name, contact, text, state,
      registered_by_name, registered_at, due_on)
    values (${ctx.district}, ${one.id}, ${one.claimId}, ${one.listId}, ${one.receivedOn}, ${one.anonymous}, ${one.by}, ${one.contact},
      ${one.text}, 'open', ${ctx.actor.displayName}, ${ctx.now}, ${one.dueOn})`.execute(tx);
}

export async function answerObjectionRow(
  tx: Tx,
  ctx: Ctx,
  id: string,
  answer: { readonly upheld: boolean; readonly answer: string },
): Promise<void> {
  await sql`update subsidies.objection set state = 'answered', upheld = ${answer.upheld}, answer = ${answer.answer},
      answered_on = ${ctx.today}, answered_by_name = ${ctx.actor.displayName}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

/** Whether an objection against a claim in its present round of publicity was upheld. */
export async function anyUpheld(db: Db, district: string, claimId: string, listId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from subsidies.objection where district = ${district} and claim_id = ${claimId}
    and list_id = ${listId} and upheld limit 1`.execute(db);
  return rows.length > 0;
}
