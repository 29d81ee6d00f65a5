import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import {
  BRAND_AWARD,
  COMPLAINT_FILE,
  COMPLAINT_READ,
  DOCUMENT_PUBLISH,
  MEMBER_EDIT,
  PENALTY_DECIDE,
  RATING_REMOVE,
} from '../association.catalogue.ts';
import { agenciesWithin, isOurs } from '../reach.ts';
import { isMember } from '../repositories/member-repository.ts';
import { brandLabel } from './words.ts';

/** Figures of the association and what the actor may do in it. */
export async function getAssociation(ctx: Ctx) {
  const { district, today } = ctx;
  const pack = ctx.services.jurisdiction.association;
  const { rows } = await sql<{
    members: number;
    signed: number;
    complaints: number;
    penalties: number;
    ratings: number;
    lowered: number;
  }>`select
      (select count(*)::int from association.member m where m.district = ${district} and ${isMember(today)}) as members,
      (select count(*)::int from association.member m where m.district = ${district} and ${isMember(today)} and exists (
        select 1 from association.signature s where s.district = m.district and s.agency_id = m.agency_id and s.document_id = (
          select d.id from association.document d where d.district = ${district} and d.sort = 'convention' and d.effective_on <= ${today}::date
          order by d.version desc limit 1))) as signed,
      (select count(*)::int from association.complaint c where c.district = ${district} and c.outcome is null
        and ${may(ctx, COMPLAINT_READ) ? agenciesWithin(ctx, COMPLAINT_READ, sql`c.complainant_id`, sql`c.respondent_id`) : sql`false`}) as complaints,
      (select count(*)::int from association.penalty p where p.district = ${district} and p.withdrawn_on is null) as penalties,
      (select count(*)::int from association.rating r where r.district = ${district} and r.removed_on is null) as ratings,
      (select count(*)::int from association.rating r where r.district = ${district} and r.removed_on is null and r.weight_percent < 100) as lowered`.execute(
    ctx.db,
  );
  const brands = await sql<{ level: string; n: number }>`select b.level, count(*)::int as n from association.brand b
    where b.district = ${district} and b.withdrawn_on is null and b.awarded_on <= ${today}::date and b.until_on >= ${today}::date group by b.level`.execute(
    ctx.db,
  );
  const ours = (permission: string) => may(ctx, permission) && isOurs(ctx, permission);
  return {
    name: ctx.services.places.organisationName(pack.body) ?? pack.body,
    note: pack.note,
    asOf: today,
    figures: rows[0] ?? { members: 0, signed: 0, complaints: 0, penalties: 0, ratings: 0, lowered: 0 },
    ladder: pack.brandLevels.map(({ code, text, years }) => ({
      code,
      label: brandLabel(ctx, code),
      text,
      years,
      agencies: brands.rows.find((one) => one.level === code)?.n ?? 0,
    })),
    penaltySorts: pack.penalties.map(({ code, label, text }) => ({ code, label, text })),
    ratingMethod: pack.ratings.text,
    may: {
      edit: ours(MEMBER_EDIT),
      publish: ours(DOCUMENT_PUBLISH),
      complain: may(ctx, COMPLAINT_FILE),
      complainForOthers: ours(COMPLAINT_FILE),
      readComplaints: may(ctx, COMPLAINT_READ),
      penalise: ours(PENALTY_DECIDE),
      award: ours(BRAND_AWARD),
      removeRatings: ours(RATING_REMOVE),
    },
  };
}
