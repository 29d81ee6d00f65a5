import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import { ALERT_HANDLE } from './alerts.catalogue.ts';

/** Town code → names of the accounts whose places are that town or its zone and who deal with alerts there. */
export async function responsibleByTown(ctx: Ctx): Promise<ReadonlyMap<string, readonly string[]>> {
  const roles = [...ctx.services.rolesHolding(ALERT_HANDLE)];
  const { rows } = await sql<{ name: string; place_kind: string; place_code: string }>`
    select distinct a.display_name as name, r.place_kind, r.place_code from platform.user_role r
    join platform.user_account a on a.district = r.district and a.id = r.user_id and a.status = 'active'
    where r.district = ${ctx.district} and r.role = any(${roles}::text[]) and r.place_kind in ('town', 'zone')
    order by a.display_name`.execute(ctx.db);
  const byTown = new Map<string, string[]>();
  for (const { name, place_kind: kind, place_code: code } of rows) {
    const towns = kind === 'town' ? [code] : ctx.services.places.townsOfZone(code);
    for (const town of towns) byTown.set(town, [...new Set([...(byTown.get(town) ?? []), name])]);
  }
  return byTown;
}
