import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Db } from '../database/database.ts';
import type { SubjectEntry } from './fact-registry.ts';
import { catalogueHash } from './sync-fact-tables.ts';

/** Of which day facts are, when they were worked out (null: this moment), and whether changes wait to be taken in. */
export interface Freshness {
  readonly asOf: string;
  readonly computedAt: string | null;
  readonly pending: boolean;
}

/** What is known of a subject's materialised facts. */
export interface SubjectState {
  readonly asOf: string;
  readonly computedAt: string;
  /** Registers and catalogue they were computed from. */
  readonly versions: string;
  readonly hash: string;
  /** Subjects are marked and wait for a refresh. */
  readonly marked: boolean;
  /** Made with another catalogue, or before a change of a register that nobody marked: only computing all anew helps. */
  readonly outdated: boolean;
}

interface StateRow {
  subject: string;
  as_of: string;
  refreshed_at: string;
  catalogue_hash: string;
  versions: string;
  marked: boolean;
}

export type RegisterVersions = Readonly<Record<string, number>>;

/** One text for the state of the registers a subject depends on. */
export function versionsText(entry: SubjectEntry, versions: RegisterVersions): string {
  return entry.registers.map((register) => `${register}:${versions[register] ?? 0}`).join(',');
}

export const registerVersionsSql = (district: string) =>
  sql<RegisterVersions>`(select coalesce(jsonb_object_agg(v.register, v.version), '{}') from platform.register_version v
    where v.district = ${district})`;

/** State of the subjects' tables; a subject whose facts were never computed is missing. */
export async function readStates(
  db: Db,
  ctx: Ctx,
  entries: readonly SubjectEntry[],
): Promise<ReadonlyMap<string, SubjectState>> {
  const { rows } = await sql<StateRow & { registers: RegisterVersions }>`
    select s.subject, s.as_of, s.refreshed_at, s.catalogue_hash, s.versions, ${registerVersionsSql(ctx.district)} as registers,
      exists (select 1 from facts.stale t where t.district = s.district and t.subject = s.subject) as marked
    from facts.state s where s.district = ${ctx.district}`.execute(db);
  const states = new Map<string, SubjectState>();
  for (const entry of entries) {
    const row = rows.find((one) => one.subject === entry.subject.subject);
    if (row === undefined) continue;
    const outdated =
      row.catalogue_hash !== catalogueHash(ctx, entry) ||
      (!row.marked && row.versions !== versionsText(entry, row.registers));
    states.set(row.subject, {
      asOf: row.as_of,
      computedAt: row.refreshed_at,
      versions: row.versions,
      hash: row.catalogue_hash,
      marked: row.marked,
      outdated,
    });
  }
  return states;
}

/**
 * One text that changes whenever facts of any day may: those kept are computed anew, or a register changes that other days
 * are computed from.
 */
export async function factsVersion(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{ version: string }>`select concat_ws(';',
    (select string_agg(concat(s.subject, ':', s.as_of, ':', s.refreshed_at), ',' order by s.subject)
      from facts.state s where s.district = ${ctx.district}),
    (select string_agg(concat(v.register, ':', v.version), ',' order by v.register)
      from platform.register_version v where v.district = ${ctx.district})) as version`.execute(ctx.db);
  return rows[0]?.version ?? '';
}
