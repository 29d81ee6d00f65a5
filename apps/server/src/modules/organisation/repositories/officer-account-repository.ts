import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { BodyScope } from '../domain/officer-scope.ts';

/** Roles whose people work on files: accounts of partners, parties and administrators stand for no officer. */
const WORKING = [
  'ip-officer',
  'director',
  'reviewer',
  'enforcement-officer',
  'section-head',
  'legal-reviewer',
  'liaison',
];

const working = sql`u.status = 'active' and exists (select 1 from platform.user_role r
  where r.district = u.district and r.user_id = u.id and r.role = any(${WORKING}::text[]))`;

/** Rows of officers a scope reaches, with the alias `o` and the body `b`. */
function within(scope: BodyScope | undefined): RawBuilder<unknown> {
  if (scope === undefined) return sql`true`;
  return sql`((b.place_kind = 'town' and b.place_code = any(${scope.towns}::text[]))
    or (b.place_kind = 'zone' and b.place_code = any(${scope.zones}::text[])) or b.id = any(${scope.bodies}::text[]))`;
}

const OFFICERS = sql`organisation.officer o left join organisation.body b on b.district = o.district and b.id = o.body_id
  left join organisation.officer_account l on l.district = o.district and l.officer_key = o.record_key
  left join platform.user_account a on a.district = l.district and a.id = l.user_id`;

interface Officer {
  readonly key: string;
  readonly name: string;
}

export async function findOfficerWithin(
  { db, district }: Ctx,
  id: string,
  scope: BodyScope | undefined,
): Promise<Officer | undefined> {
  const { rows } = await sql<Officer>`select o.record_key as key, o.name from ${OFFICERS}
    where o.district = ${district} and o.id = ${id} and ${within(scope)}`.execute(db);
  return rows[0];
}

/** The officer an account stands for; one who left the register still holds it. */
export async function findLinkedOfficer({ db, district }: Ctx, userId: string): Promise<Officer | undefined> {
  const { rows } = await sql<Officer>`select l.officer_key as key, coalesce(o.name, l.officer_key) as name
    from organisation.officer_account l
    left join organisation.officer o on o.district = l.district and o.record_key = l.officer_key
    where l.district = ${district} and l.user_id = ${userId}`.execute(db);
  return rows[0];
}

interface Account {
  readonly userId: string;
  readonly name: string;
}

export async function findLinkable({ db, district }: Ctx, userId: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`select u.id as "userId", u.display_name as name from platform.user_account u
    where u.district = ${district} and u.id = ${userId} and ${working}`.execute(db);
  return rows[0];
}

/** Accounts that stand for nobody yet. */
export async function listFreeAccounts({ db, district }: Ctx): Promise<readonly Account[]> {
  const { rows } = await sql<Account>`select u.id as "userId", u.display_name as name from platform.user_account u
    where u.district = ${district} and ${working}
      and not exists (select 1 from organisation.officer_account l where l.district = u.district and l.user_id = u.id)
    order by u.display_name, u.id`.execute(db);
  return rows;
}

export interface OfficerAccountRow {
  readonly officerId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly post: string | null;
  readonly userId: string | null;
  readonly account: string | null;
  readonly active: boolean | null;
  readonly fromName: boolean | null;
  readonly setByName: string | null;
  readonly setAt: string | null;
}

export interface OfficerAccountFilter {
  readonly q: string | undefined;
  /** Of `yes`, `no` and `from-name`: any of these. */
  readonly linked: readonly string[] | undefined;
  readonly scope: BodyScope | undefined;
  readonly limit: number;
  readonly offset: number;
}

const STANDING: Readonly<Record<string, RawBuilder<unknown>>> = {
  yes: sql`l.user_id is not null`,
  no: sql`l.user_id is null`,
  'from-name': sql`l.from_name`,
};

function standsAs(linked: readonly string[] | undefined): RawBuilder<unknown> {
  const any = (linked ?? []).map((one) => STANDING[one] ?? sql`false`);
  return any.length === 0 ? sql`true` : sql`(${sql.join(any, sql` or `)})`;
}

export async function findOfficerAccounts(
  { db, district }: Ctx,
  { q, linked, scope, limit, offset }: OfficerAccountFilter,
): Promise<{ readonly rows: readonly OfficerAccountRow[]; readonly total: number }> {
  const pattern = q === undefined || q === '' ? undefined : containsPattern(q);
  const where = sql`o.district = ${district} and ${within(scope)} and ${standsAs(linked)}
    and ${pattern === undefined ? sql`true` : sql`(o.name ilike ${pattern} or coalesce(b.name, o.body_name) ilike ${pattern} or a.display_name ilike ${pattern})`}`;
  const count = await sql<{ total: number }>`select count(*) as total from ${OFFICERS} where ${where}`.execute(db);
  const { rows } =
    await sql<OfficerAccountRow>`select o.id as "officerId", o.name, coalesce(b.name, o.body_name) as unit, o.post,
      l.user_id as "userId", a.display_name as account, a.status = 'active' as active, l.from_name as "fromName",
      l.set_by_name as "setByName", l.set_at as "setAt"
    from ${OFFICERS} where ${where}
    order by l.from_name is true desc, (l.user_id is not null), b.position nulls last, o.name collate "zh-x-icu", o.id limit ${limit} offset ${offset}`.execute(
      db,
    );
  return { rows, total: count.rows[0]?.total ?? 0 };
}

/** Names that several officers bear, among these. */
export async function sharedNames({ db, district }: Ctx, names: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`select name from organisation.officer
    where district = ${district} and name = any(${[...names]}::text[]) group by name having count(*) > 1`.execute(db);
  return new Set(rows.map(({ name }) => name));
}
