import { addYears } from '@jince/calendar';
import type { ClaimDetail } from '@jince/contract';
import { maskPersonalInformation } from '@jince/law';
import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { getPolicyVersion, listPublished, type PolicyVersion } from '../../policies/index.ts';
import { UNDECIDED } from '../claim-states.ts';
import { clawBackReasonLabels } from '../domain/labels.ts';
import { listCalculations } from '../repositories/calculation-repository.ts';
import { type ClaimRow, type LineRow, listLines } from '../repositories/claim-repository.ts';
import { findClawBack, listSpotChecks } from '../repositories/claw-back-repository.ts';
import { selectObjections } from '../repositories/objection-repository.ts';
import { listEntriesOfClaim } from '../repositories/publicity-repository.ts';
import { CLAIM_ACCEPT, CLAIM_FILE, CLAIM_READ, CLAIM_SWITCH, PUBLICITY_READ } from '../subsidies.catalogue.ts';
import { listMaterials } from './list-materials.ts';
import { toObjection } from './list-objections.ts';
import { openClaim, reachesParty } from './open-claim.ts';
import { type ListedClaim, toClaimSummary } from './views.ts';

function toLine(line: LineRow, version: PolicyVersion): ClaimDetail['lineItems'][number] {
  const item = version.policy.items.find((one) => one.code === line.item);
  return {
    id: line.id,
    item: line.item,
    itemName: line.itemName,
    clause: line.clause,
    label: line.label,
    achievementKey: line.achievementKey,
    achievedOn: line.achievedOn,
    declared: { ...line.declared },
    fields: (item?.declared ?? []).map(({ path, type, label, unit }) => ({ path, type, label, unit })),
    entitlementId: line.entitlementId,
    claimedFen: line.claimedFen,
    approvedFen: line.approvedFen,
    paidFen: line.paidFen,
    paidOn: line.paidOn,
    payment: line.payment,
    paymentNote: line.paymentNote,
  };
}

/** Phone numbers are for who handles the claim and who filed it. */
function phoneFor(ctx: Ctx, claim: ClaimRow): string | null {
  if (claim.contactPhone === null) return null;
  const own = reachesParty(ctx, CLAIM_FILE, { id: claim.partyId, townCode: claim.townCode });
  return own || may(ctx, CLAIM_ACCEPT)
    ? claim.contactPhone
    : maskPersonalInformation('phone', claim.contactPhone, ctx.today);
}

async function nextClock(ctx: Ctx, id: string): Promise<Pick<ListedClaim, 'dueOn' | 'dueClock'>> {
  const { rows } = await sql<{
    dueOn: string;
    dueClock: string;
  }>`select due_on as "dueOn", clock as "dueClock" from procedures.clock
    where district = ${ctx.district} and file_id = ${id} and stopped_on is null and due_on is not null order by due_on limit 1`.execute(
    ctx.db,
  );
  return rows[0] ?? { dueOn: null, dueClock: null };
}

async function newerVersionOf(ctx: Ctx, claim: ClaimRow): Promise<ClaimDetail['newerVersion']> {
  const newer = (await listPublished(ctx, ctx.today)).find(
    (one) => one.code === claim.policyCode && one.version > claim.policyVersion,
  );
  if (newer === undefined) return null;
  const { policy } = newer;
  return {
    versionId: newer.id,
    code: newer.code,
    version: newer.version,
    title: policy.title,
    example: policy.example,
  };
}

async function clawBackOf(ctx: Ctx, id: string): Promise<ClaimDetail['clawBack']> {
  const row = await findClawBack(ctx.db, ctx.district, id);
  if (row === undefined) return null;
  const { claimId: _claim, ...decision } = row;
  return {
    ...decision,
    instalments: [...row.instalments],
    reasonLabel: clawBackReasonLabels[row.reason]?.[ctx.language] ?? row.reason,
    bannedUntil: row.banYears > 0 ? addYears(row.decidedOn, row.banYears) : null,
  };
}

/** One claim with everything it rests on. @throws AppError 404 out of reach */
export async function getClaim(ctx: Ctx, id: string, permission = CLAIM_READ): Promise<ClaimDetail> {
  const claim = await openClaim(ctx, id, permission);
  const lines = await listLines(ctx.db, ctx.district, [id]);
  const version = await getPolicyVersion(ctx, claim.versionId);
  const newer = await newerVersionOf(ctx, claim);
  const entries = await listEntriesOfClaim(ctx.db, ctx.district, id);
  const calculations = await listCalculations(ctx.db, ctx.district, id);
  // What somebody says against a party is for those who handle it, not for the party.
  const objections = may(ctx, PUBLICITY_READ) ? await selectObjections(ctx.db, ctx.district, { claimId: id }) : [];
  const own = reachesParty(ctx, CLAIM_FILE, { id: claim.partyId, townCode: claim.townCode });
  return {
    ...toClaimSummary(ctx, { ...claim, ...(await nextClock(ctx, id)) }, lines),
    contactName: claim.contactName,
    contactPhone: phoneFor(ctx, claim),
    lineItems: lines.map((line) => toLine(line, version)),
    materials: await listMaterials(ctx, claim, lines, version),
    calculations: calculations.map(({ versionId: _version, ...one }) => one),
    newerVersion: newer,
    canSwitch: newer !== null && UNDECIDED.includes(claim.state) && may(ctx, CLAIM_SWITCH),
    canEdit: (claim.state === 'draft' || claim.state === 'supplementing') && own,
    lists: [...new Map(entries.map((one) => [one.listId, one])).values()].map((one) => ({
      id: one.listId,
      number: one.number,
      openedOn: one.openedOn,
      closesOn: one.closesOn,
    })),
    objections: objections.map((row) => toObjection(ctx, row)),
    clawBack: await clawBackOf(ctx, id),
    spotChecks: await listSpotChecks(ctx.db, ctx.district, id),
    decisionNo: claim.decisionNo,
    releaseNo: claim.releaseNo,
  };
}
