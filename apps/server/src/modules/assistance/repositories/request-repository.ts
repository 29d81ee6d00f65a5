import type { AidConflict, AidRight } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { AID_READ } from '../assistance.catalogue.ts';
import type { AidKind } from '../domain/labels.ts';

export interface AidRecord {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly state: string;
  readonly channel: 'portal' | 'desk';
  readonly kinds: readonly AidKind[];
  readonly party_id: string | null;
  readonly applicant_name: string;
  readonly applicant_code: string | null;
  readonly applicant_contact: string | null;
  readonly town_code: string | null;
  readonly opponent_name: string | null;
  readonly opponent_code: string | null;
  readonly opponent_party_id: string | null;
  readonly rights: readonly AidRight[];
  readonly title: string;
  readonly facts: string;
  readonly wish: string;
  readonly received_on: string;
  readonly accepted_on: string | null;
  readonly refused_reason: string | null;
  readonly opinion: string | null;
  readonly opinion_no: string | null;
  readonly opinion_on: string | null;
  readonly result: string | null;
  readonly done_on: string | null;
  readonly stars: number | null;
  readonly remark: string | null;
  readonly rated_on: string | null;
  readonly source_key: string | null;
  readonly source_href: string | null;
  readonly clock: string | null;
  readonly clock_due: string | null;
  readonly overrun: boolean;
}

/** The handling took longer than its clock as of a day. Alias of the file: `f`. */
export const handledLate = (on: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from procedures.clock o where o.district = f.district and o.file_id = f.id
    and o.clock in ('acceptance', 'handling') and o.due_on < coalesce(o.stopped_on, ${on}::date))`;

const columns = (
  today: string,
) => sql`r.id, r.file_id, f.number, f.state, r.channel, r.kinds, r.party_id, r.applicant_name, r.applicant_code,
  r.applicant_contact, r.town_code, r.opponent_name, r.opponent_code, r.opponent_party_id, r.rights, r.title, r.facts, r.wish, r.received_on,
  r.accepted_on, r.refused_reason, r.opinion, r.opinion_no, r.opinion_on, r.result, r.done_on, r.stars, r.remark, r.rated_on, r.source_key, r.source_href,
  k.clock, k.due_on as clock_due, ${handledLate(sql`${today}`)} as overrun`;
const source = sql`assistance.request r join procedures.file f on f.district = r.district and f.id = r.file_id
  left join lateral (select c.clock, c.due_on from procedures.clock c where c.district = f.district and c.file_id = f.id
    and c.stopped_on is null and c.due_on is not null order by c.due_on limit 1) k on f.closed_at is null`;

/** What the actor may read: the whole district, or as the party that asked. Alias `r`. */
export function requestsWithin(ctx: Ctx, permission = AID_READ): RawBuilder<boolean> {
  const scope = scopeFor(ctx, permission);
  if (scope.kind === 'district') return sql<boolean>`true`;
  return sql<boolean>`(r.party_id = any(${scope.parties}::uuid[]) or f.organisations && ${scope.organisations}::text[])`;
}

export async function selectRequests(
  db: Db,
  ctx: Ctx,
  test: RawBuilder<unknown>,
  page: { readonly size: number; readonly skip: number } = { size: 500, skip: 0 },
): Promise<{ readonly rows: readonly AidRecord[]; readonly total: number }> {
  const { rows } =
    await sql<AidRecord>`select ${columns(ctx.today)} from ${source} where r.district = ${ctx.district} and ${test}
    order by (f.closed_at is null) desc, k.due_on nulls last, r.received_on desc, r.id limit ${page.size} offset ${page.skip}`.execute(
      db,
    );
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from ${source} where r.district = ${ctx.district} and ${test}`.execute(db);
  return { rows, total: total.rows[0]?.n ?? 0 };
}

export async function findRequest(db: Db, ctx: Ctx, id: string): Promise<AidRecord | undefined> {
  return (await selectRequests(db, ctx, sql`r.id = ${id}`)).rows[0];
}

export type NewRequest = Pick<
  AidRecord,
  | 'id'
  | 'file_id'
  | 'channel'
  | 'kinds'
  | 'party_id'
  | 'applicant_name'
  | 'applicant_code'
  | 'applicant_contact'
  | 'town_code'
  | 'opponent_name'
  | 'opponent_code'
  | 'opponent_party_id'
  | 'rights'
  | 'title'
  | 'facts'
  | 'wish'
  | 'received_on'
  | 'source_key'
  | 'source_href'
>;

export async function insertRequest(tx: Tx, ctx: Ctx, one: NewRequest): Promise<void> {
  const { kinds, rights, ...plain } = one;
  const values = Object.entries({ ...plain, district: ctx.district, created_by_name: ctx.actor.displayName });
  await sql`insert into assistance.request (kinds, rights, ${sql.join(values.map(([column]) => sql.id(column)))})
    values (${[...kinds]}::text[], ${JSON.stringify(rights)}, ${sql.join(values.map(([, value]) => sql`${value}`))})`.execute(
    tx,
  );
}

export type RequestChange = Partial<
  Pick<
    AidRecord,
    | 'accepted_on'
    | 'refused_reason'
    | 'opinion'
    | 'opinion_no'
    | 'opinion_on'
    | 'result'
    | 'done_on'
    | 'stars'
    | 'remark'
    | 'rated_on'
  >
>;

export async function updateRequest(tx: Tx, ctx: Ctx, id: string, change: RequestChange): Promise<void> {
  const sets = Object.entries(change).map(([column, value]) => sql`${sql.id(column)} = ${value}`);
  await sql`update assistance.request set ${sql.join(sets)} where district = ${ctx.district} and id = ${id}`.execute(
    tx,
  );
}

export interface AssignmentRow {
  readonly id: string;
  readonly part: 'expert' | 'agency';
  readonly helper_id: string;
  readonly name: string;
  readonly checks: readonly AidConflict[];
  readonly assigned_on: string;
  readonly assigned_by_name: string;
  readonly ended_on: string | null;
  readonly ended_reason: string | null;
}

export async function listAssignments(db: Db, ctx: Ctx, requestId: string): Promise<readonly AssignmentRow[]> {
  const { rows } =
    await sql<AssignmentRow>`select id, part, coalesce(expert_id, agency_id) as helper_id, name, checks, assigned_on, assigned_by_name,
      ended_on, ended_reason
    from assistance.assignment where district = ${ctx.district} and request_id = ${requestId} order by assigned_on, id`.execute(
      db,
    );
  return rows;
}

export async function insertAssignment(
  tx: Tx,
  ctx: Ctx,
  one: {
    readonly requestId: string;
    readonly part: 'expert' | 'agency';
    readonly helperId: string;
    readonly name: string;
    readonly checks: readonly AidConflict[];
  },
): Promise<string> {
  const id = uuidv7();
  const expert = one.part === 'expert';
  await sql`insert into assistance.assignment (district, id, request_id, expert_id, agency_id, name, part, checks, declared, assigned_on, assigned_by_name)
    values (${ctx.district}, ${id}, ${one.requestId}, ${expert ? one.helperId : null}, ${expert ? null : one.helperId}, ${one.name}, ${one.part},
      ${JSON.stringify(one.checks)}, true, ${ctx.today}, ${ctx.actor.displayName})`.execute(tx);
  return id;
}

export async function endAssignment(tx: Tx, ctx: Ctx, requestId: string, id: string, reason: string): Promise<boolean> {
  const { rows } = await sql`update assistance.assignment set ended_on = ${ctx.today}, ended_reason = ${reason}
    where district = ${ctx.district} and request_id = ${requestId} and id = ${id} and ended_on is null returning id`.execute(
    tx,
  );
  return rows.length > 0;
}
