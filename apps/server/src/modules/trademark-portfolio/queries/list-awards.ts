import type { BrandPage } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';

const MOST = 20;

/** Awards of the patents an enterprise holds, as the lists write them, the latest first; the registers of awards are public. */
export async function listAwards(ctx: Ctx, partyId: string): Promise<BrandPage['awards']> {
  const { rows } = await sql<BrandPage['awards'][number]>`
    select p.id as "patentId", p.title, w.award_text as award, w.grade, w.session, w.year
    from ip_rights.patent_award w
    join ip_rights.patent p on p.district = w.district and p.record_key = w.patent_key
    where w.district = ${ctx.district} and coalesce(w.awarded_on, make_date(w.year, 1, 1)) <= ${ctx.today} and exists (
      select 1 from ip_rights.patent_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
      where h.district = p.district and h.patent_id = p.id and m.party_id = ${partyId})
    order by w.year desc, w.record_key limit ${MOST}`.execute(ctx.db);
  return rows;
}
