import type { PledgeLevel } from '@jince/wujiang';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/access/access.ts';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { asJson, type PageRequest, reached, selectPageOf } from './sql.ts';

export interface PledgeDecision {
  readonly level: PledgeLevel;
  readonly result: 'recommended' | 'approved' | 'refused';
  readonly on: string;
  readonly documentNo: string | null;
  readonly note: string | null;
  readonly by: string;
}
interface FiledCondition {
  readonly code: string;
  readonly outcome: 'true' | 'false' | 'unknown';
}

export interface PledgeRow {
  readonly id: string;
  readonly file_id: string;
  readonly number: string;
  readonly state: string;
  readonly kind: string;
  readonly party_id: string | null;
  readonly name: string;
  readonly town_code: string | null;
  readonly operator: string | null;
  readonly year: number;
  readonly given: Readonly<Record<string, string | number | null>>;
  readonly commitments: string[];
  readonly conditions: FiledCondition[] | null;
  readonly level: PledgeLevel;
  readonly decisions: PledgeDecision[];
  readonly from_on: string | null;
  readonly until_on: string | null;
  readonly exited_on: string | null;
  readonly exit_reason: string | null;
  readonly draft_version: number;
  readonly last_review: number | null;
}

const columns = sql`m.id, m.file_id, f.number, f.state, m.kind, m.party_id, m.name, m.town_code, m.operator, m.year, m.given, m.commitments, m.conditions,
  m.level, m.decisions, m.from_on, m.until_on, m.exited_on, m.exit_reason, m.draft_version,
  (select max(r.year) from inspections.pledge_review r where r.district = m.district and r.pledge_id = m.id) as last_review`;
const source = sql`inspections.pledge m join procedures.file f on f.district = m.district and f.id = m.file_id`;

/** Pledges in force on a day. */
export const inForce = (day: RawBuilder<unknown>, alias = 'm') =>
  sql<boolean>`(${sql.ref(`${alias}.from_on`)} <= ${day} and ${sql.ref(`${alias}.until_on`)} >= ${day}
    and coalesce(${sql.ref(`${alias}.exited_on`)} > ${day}, true))`;

/** In force, begun before this year, and not reviewed in it. */
const reviewDue = (
  today: string,
) => sql<boolean>`(${inForce(sql`${today}::date`)} and m.from_on < date_trunc('year', ${today}::date)
  and not exists (select 1 from inspections.pledge_review r where r.district = m.district and r.pledge_id = m.id
    and r.year = date_part('year', ${today}::date)))`;

export interface PledgeFilter {
  readonly q?: string | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly state?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly party?: string | undefined;
  readonly inForce?: boolean | undefined;
  readonly reviewDue?: boolean | undefined;
}

export function pledgeTests(ctx: Ctx, scope: Scope, filter: PledgeFilter): RawBuilder<unknown>[] {
  const tests: RawBuilder<unknown>[] = [sql`m.district = ${ctx.district}`, reached(scope)];
  const q = filter.q?.trim();
  if (q) {
    const pattern = containsPattern(q);
    tests.push(
      sql`(m.name ilike ${pattern} or f.number ilike ${pattern} or m.uscc ilike ${pattern} or m.operator ilike ${pattern})`,
    );
  }
  if (filter.kind?.length) tests.push(sql`m.kind = any(${[...filter.kind]}::text[])`);
  if (filter.state?.length) tests.push(sql`f.state = any(${[...filter.state]}::text[])`);
  if (filter.town?.length) tests.push(sql`coalesce(m.town_code, 'none') = any(${[...filter.town]}::text[])`);
  if (filter.party !== undefined) tests.push(sql`m.party_id = ${filter.party}`);
  const yes = (flag: boolean | undefined, test: RawBuilder<unknown>) => {
    if (flag !== undefined) tests.push(flag ? test : sql`not coalesce(${test}, false)`);
  };
  yes(filter.inForce, inForce(sql`${ctx.today}::date`));
  yes(filter.reviewDue, reviewDue(ctx.today));
  return tests;
}

const ORDERS: Readonly<Record<string, RawBuilder<unknown>>> = {
  number: sql`f.number`,
  name: sql`m.name`,
  state: sql`f.state`,
  untilOn: sql`m.until_on`,
  year: sql`m.year`,
};

export const selectPledges = (db: Db, tests: readonly RawBuilder<unknown>[], page: PageRequest) =>
  selectPageOf<PledgeRow>(db, { columns, source, tests, orders: ORDERS, first: sql`f.number desc`, page });

export async function findPledge(
  db: Db,
  district: string,
  id: string,
  scope: Scope = { kind: 'district' },
  lock = false,
): Promise<PledgeRow | undefined> {
  if (lock)
    await sql`select 1 from inspections.pledge where district = ${district} and id = ${id} for update`.execute(db);
  const { rows } = await sql<PledgeRow>`select ${columns} from ${source}
    where m.district = ${district} and m.id = ${id} and ${reached(scope)}`.execute(db);
  return rows[0];
}

/** Number of one of the kind that is under way or in force for the party and name. */
export async function findOpenPledge(
  db: Db,
  ctx: Ctx,
  key: { readonly kind: string; readonly partyId: string; readonly name: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`select f.number from ${source}
    where m.district = ${ctx.district} and m.kind = ${key.kind} and m.party_id = ${key.partyId} and m.name = ${key.name}
      and (f.state in ('draft', 'filed', 'city', 'province') or ${inForce(sql`${ctx.today}::date`)}) limit 1`.execute(
    db,
  );
  return rows[0]?.number;
}

interface NewPledge {
  readonly id: string;
  readonly fileId: string;
  readonly kind: string;
  readonly partyId: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly townCode: string | null;
  readonly operator: string | null;
  readonly given: Readonly<Record<string, string | number | null>>;
}

export async function insertPledge(tx: Tx, ctx: Ctx, p: NewPledge): Promise<void> {
  await sql`insert into inspections.pledge (district, id, file_id, kind, party_id, name, uscc, town_code, operator, year, given, created_by, created_at)
    values (${ctx.district}, ${p.id}, ${p.fileId}, ${p.kind}, ${p.partyId}, ${p.name}, ${p.uscc}, ${p.townCode}, ${p.operator},
      ${Number(ctx.today.slice(0, 4))}, ${asJson(p.given)}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

export async function savePledgeRow(
  tx: Tx,
  ctx: Ctx,
  id: string,
  saved: { readonly version: number; readonly given: object; readonly commitments: readonly string[] },
): Promise<boolean> {
  const { rows } =
    await sql`update inspections.pledge set given = ${asJson(saved.given)}, commitments = ${[...saved.commitments]}::text[],
      draft_version = draft_version + 1
    where district = ${ctx.district} and id = ${id} and draft_version = ${saved.version} returning 1`.execute(tx);
  return rows.length > 0;
}

export async function setFiled(tx: Tx, ctx: Ctx, id: string, conditions: readonly FiledCondition[]): Promise<void> {
  await sql`update inspections.pledge set conditions = ${asJson(conditions)} where district = ${ctx.district} and id = ${id}`.execute(
    tx,
  );
}

export async function addDecision(
  tx: Tx,
  ctx: Ctx,
  id: string,
  decision: PledgeDecision,
  level: PledgeLevel,
): Promise<void> {
  await sql`update inspections.pledge set decisions = decisions || ${asJson([decision])}::jsonb, level = ${level}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function setListed(
  tx: Tx,
  ctx: Ctx,
  id: string,
  span: { readonly from: string; readonly until: string },
): Promise<void> {
  await sql`update inspections.pledge set from_on = ${span.from}, until_on = ${span.until} where district = ${ctx.district} and id = ${id}`.execute(
    tx,
  );
}

export async function setExited(
  tx: Tx,
  ctx: Ctx,
  id: string,
  exit: { readonly on: string; readonly kind: string; readonly reason: string },
): Promise<void> {
  await sql`update inspections.pledge set exited_on = ${exit.on}, exit_kind = ${exit.kind}, exit_reason = ${exit.reason}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

interface ReviewRow {
  readonly year: number;
  readonly on: string;
  readonly result: 'kept' | 'correct' | 'failed';
  readonly note: string;
  readonly by: string;
}

export async function listReviews(db: Db, district: string, pledgeId: string): Promise<ReviewRow[]> {
  const { rows } =
    await sql<ReviewRow>`select year, on_day as on, result, note, by_name as by from inspections.pledge_review
    where district = ${district} and pledge_id = ${pledgeId} order by year desc`.execute(db);
  return rows;
}

export async function insertReview(
  tx: Tx,
  ctx: Ctx,
  pledgeId: string,
  review: {
    readonly year: number;
    readonly result: string;
    readonly note: string;
    readonly conditions: readonly FiledCondition[];
  },
): Promise<boolean> {
  const { rows } =
    await sql`insert into inspections.pledge_review (district, pledge_id, year, on_day, result, conditions, note, by_name, at)
    values (${ctx.district}, ${pledgeId}, ${review.year}, ${ctx.today}, ${review.result}, ${asJson(review.conditions)}, ${review.note},
      ${ctx.actor.displayName}, ${ctx.now}) on conflict do nothing returning 1`.execute(tx);
  return rows.length > 0;
}
