import type { Me } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { labelGrants } from '../place-labels.ts';
import { listGrants } from '../repositories/account-repository.ts';
import { readSecurityParameters } from '../security-parameters.ts';
import { permissionsOf } from '../session/resolve-session.ts';

interface MeRow {
  readonly username: string;
  readonly displayName: string;
  readonly organisationId: string | null;
  readonly mustChange: boolean;
  readonly passwordChangedAt: string;
  readonly totpEnabled: boolean;
  readonly csrfToken: string;
  readonly expiresAt: string;
}

/** Who the session belongs to and what they may do. @throws {AppError} `platform.not-signed-in` */
export async function readMe(ctx: Ctx, userId: string | null, sessionId: string | null): Promise<Me> {
  const { rows } = await sql<MeRow>`
    select u.username, u.display_name as "displayName", u.organisation_id as "organisationId",
      u.must_change_password as "mustChange", u.password_changed_at as "passwordChangedAt", u.totp_enabled as "totpEnabled",
      s.csrf_token as "csrfToken", s.expires_at as "expiresAt"
    from platform.session s join platform.user_account u on u.district = s.district and u.id = s.user_id
    where s.district = ${ctx.district} and s.id = ${sessionId}::uuid and s.user_id = ${userId}::uuid`.execute(ctx.db);
  const row = rows[0];
  if (row === undefined || userId === null) throw new AppError('platform.not-signed-in');
  const { services, language } = ctx;
  const [grants, { maxAgeDays }] = await Promise.all([listGrants(ctx.db, ctx, userId), readSecurityParameters(ctx)]);
  const ageMs = ctx.now.getTime() - new Date(row.passwordChangedAt).getTime();
  const name = services.places.organisationName(row.organisationId);
  return {
    userId,
    username: row.username,
    displayName: row.displayName,
    district: services.district,
    organisation: row.organisationId === null ? null : { id: row.organisationId, name: name ?? row.organisationId },
    roles: labelGrants(services, grants, language),
    permissions: [...permissionsOf(services, grants)].sort(),
    mustChangePassword: row.mustChange || ageMs > maxAgeDays * 86_400_000,
    totpEnabled: row.totpEnabled,
    csrfToken: row.csrfToken,
    sessionExpiresAt: row.expiresAt,
  };
}
