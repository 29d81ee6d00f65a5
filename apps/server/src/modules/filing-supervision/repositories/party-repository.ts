import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';

/** Names and towns of all who hold a patent, by party id. */
export async function readPartyTowns(ctx: Ctx): Promise<Map<string, { name: string; town: string | null }>> {
  const { rows } = await sql<{ id: string; name: string; town: string | null }>`
    select p.id::text as id, p.name, p.town_code as town from parties.party p
    where p.district = ${ctx.district} and p.id in (
      select m.party_id from ip_rights.patent_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
      where h.district = ${ctx.district})`.execute(ctx.db);
  return new Map(rows.map(({ id, name, town }) => [id, { name, town }]));
}
