import type { AssociationAgency } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { BRAND_AWARD, MEMBER_EDIT, PENALTY_DECIDE } from '../association.catalogue.ts';
import { judgeLevel } from '../commands/award-brand.ts';
import { isOurs, requireAgencyCard } from '../reach.ts';
import { selectSignatures } from '../repositories/document-repository.ts';
import { selectMembers } from '../repositories/member-repository.ts';
import { selectPenalties } from '../repositories/penalty-repository.ts';
import { toMembers } from './list-members.ts';
import { readAgencyRatings } from './list-ratings.ts';
import { brandLabel, penaltyLabel } from './words.ts';

/** Everything the association knows of an agency: memberships, signatures, penalties, the ladder with what is missing, ratings. */
export async function getAssociationAgency(ctx: Ctx, agencyId: string): Promise<AssociationAgency> {
  const agency = await requireAgencyCard(ctx, agencyId);
  const { district, db } = ctx;
  const members = await selectMembers(db, district, sql`m.agency_id = ${agency.id}`);
  const signatures = await selectSignatures(db, district, sql`s.agency_id = ${agency.id}`);
  const penalties = await selectPenalties(db, district, sql`p.agency_id = ${agency.id}`);
  const { rows: brands } = await sql<{
    id: string;
    level: string;
    awarded_on: string;
    until_on: string;
    withdrawn_on: string | null;
    withdrawn_reason: string | null;
  }>`select id, level, awarded_on, until_on, withdrawn_on, withdrawn_reason from association.brand
    where district = ${district} and agency_id = ${agency.id} order by awarded_on desc, id desc`.execute(db);
  const ladder = await Promise.all(
    ctx.services.jurisdiction.association.brandLevels.map(async (level) => {
      const { met, open } = await judgeLevel(ctx, agency.id, level);
      return { code: level.code, label: level.label, text: level.text, met, open };
    }),
  );
  return {
    agencyId: agency.id,
    name: agency.name,
    code: agency.agencyCode ?? agency.uscc,
    memberships: await toMembers(ctx, members.rows),
    signatures: signatures.map((one) => ({
      documentId: one.document_id,
      title: one.title,
      version: one.version,
      signedOn: one.signed_on,
      signatory: one.signatory,
      way: one.way,
    })),
    penalties: penalties.map((one) => ({
      id: one.id,
      sort: one.sort,
      sortLabel: penaltyLabel(ctx, one.sort),
      documentNo: one.document_no,
      text: one.text,
      decidedOn: one.decided_on,
      untilOn: one.until_on,
      withdrawnOn: one.withdrawn_on,
      withdrawnReason: one.withdrawn_reason,
      complaintId: one.complaint_id,
    })),
    brands: brands.map((one) => ({
      id: one.id,
      level: one.level,
      label: brandLabel(ctx, one.level),
      awardedOn: one.awarded_on,
      untilOn: one.until_on,
      withdrawnOn: one.withdrawn_on,
      withdrawnReason: one.withdrawn_reason,
      inForce: one.withdrawn_on === null && one.until_on >= ctx.today,
    })),
    ladder,
    ...(await readAgencyRatings(ctx, agency.id)),
    mayEdit: may(ctx, MEMBER_EDIT) && isOurs(ctx, MEMBER_EDIT),
    mayAward: may(ctx, BRAND_AWARD) && isOurs(ctx, BRAND_AWARD),
    mayPenalise: may(ctx, PENALTY_DECIDE) && isOurs(ctx, PENALTY_DECIDE),
  };
}
