import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Permission, PlaceDirectory, RoleGrant, Scope } from '../access/access.ts';
import { nothing, scopeOf } from '../access/access.ts';
import type { Config } from '../config/config.ts';
import type { Database, Tx } from '../database/database.ts';
import type { AppError } from '../errors/errors.ts';
import type { FactRegistry } from '../facts/fact-registry.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Bilingual, Language } from '../i18n/language.ts';
import type { ImportKind } from '../imports/import-kind.ts';
import type { Jurisdiction } from '../jurisdiction/jurisdiction.ts';
import type { ProcedureDefinition } from '../procedures/definition.ts';

/** Structured log: an object with fields, then a message. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Actor {
  /** Null for the system itself (start-up, timed jobs). */
  readonly userId: string | null;
  readonly username: string;
  readonly displayName: string;
  readonly organisationId: string | null;
  readonly grants: readonly RoleGrant[];
  readonly permissions: ReadonlySet<string>;
  readonly sessionId: string | null;
}

/** What the composition root hands to everyone: settings, outer edges and the registries made of all modules. */
export interface Services {
  readonly config: Config;
  readonly db: Database;
  /** The pool under `db`, for what Kysely has no word for: COPY streams and cursors. */
  readonly pool: Pool;
  readonly files: FileStore;
  readonly clock: { now(): Date };
  readonly log: Log;
  readonly jurisdiction: Jurisdiction;
  readonly district: { readonly code: string; readonly name: string; readonly demo: boolean };
  readonly places: PlaceDirectory & {
    townName(code: string | null): string | null;
    zoneOfTown(code: string | null): string | null;
    zoneName(code: string | null): string | null;
    /** Name of a body of the jurisdiction's organisation. */
    organisationName(id: string | null): string | null;
  };
  /** Roles that hold a permission; empty for an unknown one. */
  rolesHolding(permission: string): ReadonlySet<string>;
  /** Every permission of every module, sorted by code. */
  readonly permissions: readonly Permission[];
  permissionLabel(permission: string): Bilingual;
  permissionsOfRole(role: string): readonly string[];
  /** Audit action → its label. */
  readonly actions: Readonly<Record<string, Bilingual>>;
  /** What an audit action says; the action itself in both languages when no module names it. */
  actionLabel(action: string): Bilingual;
  readonly importKinds: ReadonlyMap<string, ImportKind>;
  /** What can be said of whom; what all modules contribute. */
  readonly facts: FactRegistry;
  /** How work with stages proceeds, by name. */
  readonly procedures: ReadonlyMap<string, ProcedureDefinition>;
  /** Task names that listen to an event. */
  subscribersOf(event: string): readonly string[];
  sentence(error: AppError, language: Language): { status: number; text: string };
}

export interface CookieOptions {
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: 'strict' | 'lax';
  readonly path: string;
  readonly expires: Date;
}

/** What a command may do to the answer besides returning it; absent outside HTTP. */
export interface Reply {
  setCookie(name: string, value: string, options: CookieOptions): void;
  clearCookie(name: string): void;
}

/** Everything a command or query may know. No globals, no clock reads elsewhere. */
export interface Ctx {
  readonly actor: Actor;
  readonly district: string;
  readonly now: Date;
  /** The day in China (UTC+8), which is what dates in law and files mean. */
  readonly today: string;
  readonly requestId: string;
  /** Address the request came from, for the audit log. */
  readonly source: string | null;
  /** The caller's program as it names itself. */
  readonly userAgent?: string | null;
  readonly reply?: Reply;
  readonly language: Language;
  readonly db: Database;
  readonly services: Services;
}

export function chinaDay(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The reach of a permission for the actor of `ctx`; the system itself reaches the whole district. */
export function scopeFor(ctx: Ctx, permission: string): Scope {
  if (ctx.actor.userId === null) return { kind: 'district' };
  const holders = ctx.services.rolesHolding(permission);
  return holders.size === 0 ? nothing : scopeOf(ctx.actor.grants, holders, ctx.services.places);
}

export function may(ctx: Ctx, permission: string): boolean {
  return ctx.actor.userId === null || ctx.actor.permissions.has(permission);
}

/**
 * Runs `work` in one transaction with the district set for row-level security.
 * State, audit row, events and jobs of a command are written through the same `tx`.
 */
export async function inTransaction<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(async (tx) => {
    await sql`select set_config('jince.district', ${ctx.district}, true)`.execute(tx);
    return work(tx);
  });
}

export const systemActor: Actor = {
  userId: null,
  username: 'system',
  displayName: '系统',
  organisationId: null,
  grants: [],
  permissions: new Set(),
  sessionId: null,
};

/** A context for work the system does by itself. */
export function systemContext(services: Services, requestId: string, actor: Actor = systemActor): Ctx {
  const now = services.clock.now();
  return {
    actor,
    district: services.district.code,
    now,
    today: chinaDay(now),
    requestId,
    source: null,
    language: 'zh',
    db: services.db,
    services,
  };
}
