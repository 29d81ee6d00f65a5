import { sql } from 'kysely';
import type { RoleGrant } from '../../access/access.ts';
import type { Ctx } from '../../context/context.ts';
import type { Db, Tx } from '../../database/database.ts';
import { AppError } from '../../errors/errors.ts';

/** An account with its secrets: never leaves the platform. */
export interface Credentials {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly organisationId: string | null;
  readonly status: 'active' | 'disabled';
  readonly passwordHash: string;
  readonly totpSecret: string | null;
  readonly totpEnabled: boolean;
  readonly totpLastStep: number | null;
}

const credentialColumns = sql`id, username, display_name as "displayName", organisation_id as "organisationId", status,
  password_hash as "passwordHash", totp_secret as "totpSecret", totp_enabled as "totpEnabled", totp_last_step as "totpLastStep"`;

/** The form in which names are stored and compared. */
export function normaliseUsername(name: string): string {
  return name.replaceAll('\0', '').normalize('NFKC').trim().toLowerCase();
}

export async function findCredentials(db: Db, ctx: Ctx, username: string): Promise<Credentials | undefined> {
  const { rows } = await sql<Credentials>`select ${credentialColumns} from platform.user_account
    where district = ${ctx.district} and username = ${username}`.execute(db);
  return rows[0];
}

/** @throws {AppError} `platform.not-found` */
export async function getCredentials(db: Db, ctx: Ctx, id: string): Promise<Credentials> {
  const { rows } = await sql<Credentials>`select ${credentialColumns} from platform.user_account
    where district = ${ctx.district} and id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new AppError('platform.not-found');
  return rows[0];
}

export async function listGrants(db: Db, ctx: Ctx, userId: string): Promise<RoleGrant[]> {
  const { rows } = await sql<RoleGrant>`select role, place_kind as "placeKind", place_code as "placeCode"
    from platform.user_role where district = ${ctx.district} and user_id = ${userId}
    order by role, place_kind, place_code`.execute(db);
  return rows;
}

export async function replaceGrants(tx: Tx, ctx: Ctx, userId: string, grants: readonly RoleGrant[]): Promise<void> {
  await sql`delete from platform.user_role where district = ${ctx.district} and user_id = ${userId}`.execute(tx);
  if (grants.length === 0) return;
  await sql`insert into platform.user_role (district, user_id, role, place_kind, place_code, granted_by, granted_at)
    select ${ctx.district}, ${userId}::uuid, g.role, g."placeKind", g."placeCode", ${ctx.actor.userId}::uuid, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as g(role text, "placeKind" text, "placeCode" text)`.execute(
    tx,
  );
}

/** Stores a new password and keeps the old one in the history. */
export async function storePassword(
  tx: Tx,
  ctx: Ctx,
  account: Pick<Credentials, 'id' | 'passwordHash'>,
  change: { readonly hash: string; readonly mustChange: boolean },
): Promise<void> {
  await sql`insert into platform.password_history (district, user_id, password_hash, set_at)
    values (${ctx.district}, ${account.id}, ${account.passwordHash}, ${ctx.now})
    on conflict (district, user_id, set_at) do nothing`.execute(tx);
  await sql`update platform.user_account
    set password_hash = ${change.hash}, password_changed_at = ${ctx.now}, must_change_password = ${change.mustChange}
    where district = ${ctx.district} and id = ${account.id}`.execute(tx);
}

/** Hashes of the last `count` former passwords, newest first. */
export async function listFormerPasswords(db: Db, ctx: Ctx, userId: string, count: number): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`select password_hash as hash from platform.password_history
    where district = ${ctx.district} and user_id = ${userId} order by set_at desc limit ${count}`.execute(db);
  return rows.map((row) => row.hash);
}

/** Active accounts other than `except` that hold a role. */
export async function countOtherHolders(db: Db, ctx: Ctx, role: string, except: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct u.id) as count from platform.user_role r
    join platform.user_account u on u.district = r.district and u.id = r.user_id
    where r.district = ${ctx.district} and r.role = ${role} and u.status = 'active' and u.id <> ${except}`.execute(db);
  return rows[0]?.count ?? 0;
}
