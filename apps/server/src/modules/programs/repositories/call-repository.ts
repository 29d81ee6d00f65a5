import type { ProgramKind } from '@jince/wujiang';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface CallRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string;
  readonly guideline: string;
  readonly opens_on: string;
  readonly closes_on: string;
  readonly quota: number;
  readonly fund: string;
  readonly fund_year: number;
  readonly fund_item: string | null;
  readonly budget_fen: number;
  readonly terms: ProgramKind;
  readonly state: 'draft' | 'published' | 'closed';
  readonly version: number;
  readonly created_by: string;
  readonly created_at: string;
  readonly published_on: string | null;
  readonly published_by: string | null;
  readonly closed_on: string | null;
  readonly close_note: string | null;
}

export interface CallFigures {
  readonly projects: number;
  readonly filed: number;
  readonly approved: number;
  readonly granted_fen: number;
  readonly paid_fen: number;
}

const columns = sql`c.id, c.kind, c.title, c.number, c.guideline, c.opens_on, c.closes_on, c.quota, c.fund, c.fund_year, c.fund_item,
  c.budget_fen, c.terms, c.state, c.version, c.created_by, c.created_at, c.published_on, c.published_by, c.closed_on, c.close_note`;

export async function findCall(db: Db, district: string, id: string): Promise<CallRow | undefined> {
  const { rows } = await sql<CallRow>`select ${columns} from programs.call c
    where c.district = ${district} and c.id = ${id}`.execute(db);
  return rows[0];
}

/** The call, held until the transaction ends: budget and quota of its projects are decided one after the other. */
export async function lockCall(tx: Tx, district: string, id: string): Promise<CallRow | undefined> {
  await sql`select 1 from programs.call where district = ${district} and id = ${id} for update`.execute(tx);
  return findCall(tx, district, id);
}

/** Calls with figures over the projects `within` shows; drafts only for those who may edit. */
export async function listCallRows(
  db: Db,
  district: string,
  order: {
    readonly within: RawBuilder<boolean>;
    readonly drafts: boolean;
    readonly ids?: readonly string[] | undefined;
    readonly state?: readonly string[] | undefined;
    readonly kind?: readonly string[] | undefined;
  },
): Promise<(CallRow & CallFigures)[]> {
  const tests: RawBuilder<unknown>[] = [sql`c.district = ${district}`];
  if (!order.drafts) tests.push(sql`c.state <> 'draft'`);
  if (order.ids !== undefined) tests.push(sql`c.id = any(${order.ids}::uuid[])`);
  if (order.state?.length) tests.push(sql`c.state = any(${order.state}::text[])`);
  if (order.kind?.length) tests.push(sql`c.kind = any(${order.kind}::text[])`);
  const { rows } = await sql<
    CallRow & CallFigures
  >`select ${columns}, coalesce(n.projects, 0) as projects, coalesce(n.filed, 0) as filed,
      coalesce(n.approved, 0) as approved, coalesce(n.granted_fen, 0)::bigint as granted_fen, coalesce(n.paid_fen, 0)::bigint as paid_fen
    from programs.call c left join lateral (
      select count(*) as projects, count(*) filter (where f.state <> 'draft') as filed,
        count(*) filter (where p.approval_no is not null) as approved,
        sum(p.granted_fen) filter (where f.state not in ('not-selected', 'withdrawn')) as granted_fen,
        sum((select sum(i.amount_fen) from programs.instalment i
          where i.district = p.district and i.project_id = p.id and i.state = 'paid')) as paid_fen
      from programs.project p join procedures.file f on f.district = p.district and f.id = p.file_id
      where p.district = c.district and p.call_id = c.id and ${order.within}) n on true
    where ${sql.join(tests, sql` and `)}
    order by array_position(array['draft', 'published', 'closed'], c.state), c.opens_on desc, c.created_at desc`.execute(
    db,
  );
  return rows;
}

export type CallContent = Pick<
  CallRow,
  | 'kind'
  | 'title'
  | 'number'
  | 'guideline'
  | 'opens_on'
  | 'closes_on'
  | 'quota'
  | 'fund'
  | 'fund_year'
  | 'fund_item'
  | 'budget_fen'
  | 'terms'
>;

export async function insertCall(tx: Tx, ctx: Ctx, id: string, call: CallContent): Promise<void> {
  await sql`insert into programs.call (district, id, kind, title, number, guideline, opens_on, closes_on, quota, fund, fund_year, fund_item,
      budget_fen, terms, state, created_by, created_at)
    values (${ctx.district}, ${id}, ${call.kind}, ${call.title}, ${call.number}, ${call.guideline}, ${call.opens_on}, ${call.closes_on},
      ${call.quota}, ${call.fund}, ${call.fund_year}, ${call.fund_item}, ${call.budget_fen}, ${JSON.stringify(call.terms)}, 'draft',
      ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

export type CallChange = Partial<
  CallContent & {
    state: CallRow['state'];
    published_on: string;
    published_by: string;
    closed_on: string;
    close_note: string;
  }
>;

export async function updateCallRow(tx: Tx, district: string, id: string, change: CallChange): Promise<void> {
  const sets = Object.entries(change).map(
    ([column, value]) => sql`${sql.id(column)} = ${column === 'terms' ? JSON.stringify(value) : value}`,
  );
  await sql`update programs.call set ${sql.join(sets)}, version = version + 1
    where district = ${district} and id = ${id}`.execute(tx);
}

/** Whether another call bears the number. */
export async function numberIsTaken(db: Db, district: string, number: string, besides: string): Promise<boolean> {
  const { rows } = await sql`select 1 from programs.call where district = ${district} and number = ${number}
    and id <> ${besides}`.execute(db);
  return rows.length > 0;
}
