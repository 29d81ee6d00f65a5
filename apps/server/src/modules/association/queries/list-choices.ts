import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { isMember } from '../repositories/member-repository.ts';

interface AgencyChoice {
  id: string;
  name: string;
  code: string | null;
  member: boolean;
}

const MOST = 20;

/** Agencies by name or code, to admit or to complain about; their names are public. */
export async function listAgencyChoices(
  ctx: Ctx,
  { q, members }: { readonly q?: string | undefined; readonly members?: boolean | undefined },
): Promise<{ items: AgencyChoice[] }> {
  const like = `%${(q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const member = sql<boolean>`exists (select 1 from association.member m where m.district = a.district and m.agency_id = a.id and ${isMember(ctx.today)})`;
  const { rows } =
    await sql<AgencyChoice>`select a.id, a.name, coalesce(a.agency_code, a.uscc) as code, ${member} as member from agencies.agency a
    where a.district = ${ctx.district} and not a.gone and a.merged_into is null and (a.name like ${like} or a.agency_code like ${like} or a.uscc like ${like})
      and ${members === undefined ? sql`true` : members ? member : sql`not ${member}`}
    order by a.in_district desc, a.name limit ${MOST}`.execute(ctx.db);
  return { items: rows };
}
