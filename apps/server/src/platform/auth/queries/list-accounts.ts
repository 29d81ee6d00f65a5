import { type RawBuilder, sql } from 'kysely';
import type { RoleGrant } from '../../access/access.ts';
import { containsPattern } from '../../access/like.ts';
import type { Ctx } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { labelGrants } from '../place-labels.ts';
import type { Input, Output } from '../route-types.ts';

type Account = Output<'createAccount'>['account'];
type Row = Omit<Account, 'organisationName' | 'roles'> & { readonly grants: RoleGrant[] };

const status = (ctx: Ctx) =>
  sql`case when u.status = 'disabled' then 'disabled' when g.locked_until > ${ctx.now} then 'locked' else 'active' end`;

const from = sql`platform.user_account u
  left join platform.sign_in_guard g on g.district = u.district and g.username = u.username`;

function selectAccounts(ctx: Ctx, where: RawBuilder<unknown>, tail: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`
    select u.id, u.username, u.display_name as "displayName", u.organisation_id as "organisationId", ${status(ctx)} as status,
      case when g.locked_until > ${ctx.now} then g.locked_until end as "lockedUntil", u.totp_enabled as "totpEnabled",
      u.last_sign_in_at as "lastSignInAt", u.password_changed_at as "passwordChangedAt",
      (select coalesce(json_agg(json_build_object('role', r.role, 'placeKind', r.place_kind, 'placeCode', r.place_code)
                order by r.role, r.place_kind, r.place_code), '[]')
       from platform.user_role r where r.district = u.district and r.user_id = u.id) as grants
    from ${from} where ${where} ${tail}`;
}

function toAccount(ctx: Ctx, { grants, ...row }: Row): Account {
  return {
    ...row,
    organisationName: ctx.services.places.organisationName(row.organisationId),
    roles: labelGrants(ctx.services, grants, ctx.language),
  };
}

/** @throws {AppError} `platform.not-found` */
export async function getAccount(ctx: Ctx, id: string): Promise<Account> {
  const { rows } = await selectAccounts(ctx, sql`u.district = ${ctx.district} and u.id = ${id}`, sql``).execute(ctx.db);
  if (rows[0] === undefined) throw new AppError('platform.not-found');
  return toAccount(ctx, rows[0]);
}

const SORTS: Readonly<Record<string, string>> = {
  username: 'u.username',
  displayName: 'u.display_name collate "zh-x-icu"',
  organisationName: 'u.organisation_id',
  lastSignInAt: 'u.last_sign_in_at',
  passwordChangedAt: 'u.password_changed_at',
};

function orderBy(sort: string | undefined): RawBuilder<unknown> {
  const descending = sort?.startsWith('-') ?? false;
  const column = SORTS[descending ? (sort ?? '').slice(1) : (sort ?? '')] ?? SORTS.username;
  return sql.raw(`order by ${column} ${descending ? 'desc' : 'asc'} nulls last, u.id`);
}

/** One page of the district's accounts. */
export async function listAccounts(ctx: Ctx, { query }: Input<'listAccounts'>): Promise<Output<'listAccounts'>> {
  const { page, pageSize } = query;
  const filters = [sql`u.district = ${ctx.district}`];
  if (query.q) {
    const pattern = containsPattern(query.q);
    filters.push(sql`(u.username ilike ${pattern} or u.display_name ilike ${pattern})`);
  }
  if (query.status?.length) filters.push(sql`${status(ctx)} = any(${query.status})`);
  if (query.role?.length) {
    filters.push(sql`exists (select 1 from platform.user_role r
      where r.district = u.district and r.user_id = u.id and r.role = any(${query.role}))`);
  }
  const where = sql.join(filters, sql` and `);
  const tail = sql`${orderBy(query.sort)} limit ${pageSize} offset ${(page - 1) * pageSize}`;
  const [count, found] = await Promise.all([
    sql<{ total: number }>`select count(*) as total from ${from} where ${where}`.execute(ctx.db),
    selectAccounts(ctx, where, tail).execute(ctx.db),
  ]);
  return { items: found.rows.map((row) => toAccount(ctx, row)), total: count.rows[0]?.total ?? 0, page, pageSize };
}
