import { sql } from 'kysely';
import type { RoleGrant } from '../../access/access.ts';
import { type Actor, chinaDay, type Services } from '../../context/context.ts';
import type { Db } from '../../database/database.ts';
import { IDLE_MINUTES_KEY, MAX_AGE_DAYS_KEY, securityDefault } from '../security-parameters.ts';
import { hashToken } from './session-token.ts';

export interface ResolvedSession {
  readonly actor: Actor;
  readonly csrfToken: string;
  readonly sessionExpiresAt: string;
  /** First password or one that is too old: only {@link allowedBeforePasswordChange} may be called. */
  readonly mustChangePassword: boolean;
}

export interface SessionRequest {
  readonly token: string;
  readonly source: string | null;
  readonly userAgent: string | null;
  readonly now: Date;
}

interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly organisationId: string | null;
  readonly csrfToken: string;
  readonly expiresAt: string;
  readonly mustChange: boolean;
  readonly grants: RoleGrant[];
}

/** The permissions of a set of roles. */
export function permissionsOf(services: Services, grants: readonly RoleGrant[]): ReadonlySet<string> {
  return new Set(grants.flatMap((grant) => services.permissionsOfRole(grant.role)));
}

/**
 * The account behind a session token; undefined when the session is unknown, past its end, idle for too long, or its
 * account is disabled. One round trip; "last seen" is written at most once a minute.
 */
export async function resolveSession(
  db: Db,
  services: Services,
  { token, now }: SessionRequest,
): Promise<ResolvedSession | undefined> {
  const district = services.district.code;
  const today = chinaDay(now);
  const own = (key: string) => sql`(select (value #>> '{}')::numeric from platform.parameter
    where district = ${district} and key = ${key} and valid_from <= ${today} order by valid_from desc limit 1)`;
  const statement = sql<SessionRow>`
    with found as (
      select s.id, s.user_id, s.csrf_token, s.expires_at, s.last_seen_at, u.username, u.display_name, u.organisation_id,
        u.must_change_password or u.password_changed_at < ${now}::timestamptz
          - make_interval(days => coalesce(${own(MAX_AGE_DAYS_KEY)}, ${securityDefault('maxAgeDays', today)})::int) as must_change
      from platform.session s
      join platform.user_account u on u.district = s.district and u.id = s.user_id and u.status = 'active'
      where s.token_hash = ${hashToken(token)} and s.district = ${district} and s.expires_at > ${now}
        and s.last_seen_at > ${now}::timestamptz
          - make_interval(mins => coalesce(${own(IDLE_MINUTES_KEY)}, ${securityDefault('idleMinutes', today)})::int)
    ), touched as (
      update platform.session s set last_seen_at = ${now} from found
      where s.district = ${district} and s.id = found.id and found.last_seen_at < ${now}::timestamptz - interval '1 minute'
    )
    select id, user_id as "userId", username, display_name as "displayName", organisation_id as "organisationId",
      csrf_token as "csrfToken", expires_at as "expiresAt", must_change as "mustChange",
      (select coalesce(json_agg(json_build_object('role', role, 'placeKind', place_kind, 'placeCode', place_code)
                order by role, place_kind, place_code), '[]')
       from platform.user_role r where r.district = ${district} and r.user_id = found.user_id) as grants
    from found`.compile(db);
  // Prepared by name: it runs with every request, and planning it costs more than running it.
  const { rows } = await services.pool.query<SessionRow>({
    name: 'resolve-session',
    text: statement.sql,
    values: [...statement.parameters],
  });
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    actor: {
      userId: row.userId,
      username: row.username,
      displayName: row.displayName,
      organisationId: row.organisationId,
      grants: row.grants,
      permissions: permissionsOf(services, row.grants),
      sessionId: row.id,
    },
    csrfToken: row.csrfToken,
    sessionExpiresAt: row.expiresAt,
    mustChangePassword: row.mustChange,
  };
}
