import type { DisclosedService } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

interface DisclosureRow {
  readonly id: string;
  readonly version: number;
  readonly effective_on: string;
  readonly services: DisclosedService[];
  readonly statement: string;
  readonly published_at: string;
  readonly published_by: string;
}

/** All versions, newest first. */
/** Name of the register the facts of disclosures depend on. */
export const DISCLOSURES = 'agency-disclosures';

export async function listVersions(db: Db, district: string, agencyId: string): Promise<DisclosureRow[]> {
  const { rows } =
    await sql<DisclosureRow>`select id, version, effective_on, services, statement, published_at, published_by
    from agency_affairs.disclosure where district = ${district} and agency_id = ${agencyId} order by version desc`.execute(
      db,
    );
  return rows;
}

export async function insertVersion(
  tx: Tx,
  ctx: Ctx,
  version: {
    readonly id: string;
    readonly agencyId: string;
    readonly version: number;
    readonly effectiveOn: string;
    readonly services: readonly DisclosedService[];
    readonly statement: string;
  },
): Promise<void> {
  await sql`insert into agency_affairs.disclosure (district, id, agency_id, version, effective_on, services, statement, published_at, published_by)
    values (${ctx.district}, ${version.id}, ${version.agencyId}, ${version.version}, ${version.effectiveOn}, ${JSON.stringify(version.services)},
      ${version.statement}, ${ctx.now}, ${ctx.actor.displayName})`.execute(tx);
}
