import type { IndicatorRules } from '@jince/wujiang';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface StoredVersion {
  readonly code: string;
  readonly version: number;
  readonly rules: IndicatorRules;
  readonly note: string;
  readonly by: string;
  readonly at: string;
}

const columns = sql`code, version, rules, note, saved_by_name as by, saved_at as at`;

/** The latest version of every indicator that was changed. */
export async function listLatestVersions(db: Db, district: string): Promise<StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`select distinct on (code) ${columns} from plan.indicator_version
    where district = ${district} order by code, version desc`.execute(db);
  return rows;
}

/** Newest first. */
export async function listVersions(db: Db, district: string, code: string): Promise<StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`select ${columns} from plan.indicator_version
    where district = ${district} and code = ${code} order by version desc`.execute(db);
  return rows;
}

/** @returns false when the version is there already: somebody else was quicker */
export async function insertVersion(
  tx: Tx,
  ctx: Ctx,
  { code, version, rules, note }: Pick<StoredVersion, 'code' | 'version' | 'rules' | 'note'>,
): Promise<boolean> {
  const { rows } =
    await sql`insert into plan.indicator_version (district, code, version, rules, note, saved_by, saved_by_name, saved_at)
    values (${ctx.district}, ${code}, ${version}, ${JSON.stringify(rules)}, ${note}, ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now})
    on conflict do nothing returning version`.execute(tx);
  return rows.length === 1;
}
