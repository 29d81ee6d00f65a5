import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { PENALTY_DECIDE } from '../association.catalogue.ts';
import { requireAgencyCard, requireOurs } from '../reach.ts';
import { findMembership } from '../repositories/member-repository.ts';
import { insertPenalty, isNumberTaken, type NewPenalty, selectPenalties } from '../repositories/penalty-repository.ts';
import { endMembershipOf, requireMember } from './keep-members.ts';
import { noteAgency } from './note-change.ts';

const EXPULSION = 'expulsion';

/** Writes a penalty with what follows from it, inside the caller's transaction. Returns its id. */
export async function imposePenalty(tx: Tx, ctx: Ctx, penalty: NewPenalty): Promise<string> {
  const sort = ctx.services.jurisdiction.association.penalties.find((one) => one.code === penalty.sort);
  if (sort === undefined) throw new AppError('association.penalty.unknown-sort', { sort: penalty.sort });
  if (await isNumberTaken(tx, ctx.district, penalty.documentNo))
    throw new AppError('association.penalty.number-taken', { documentNo: penalty.documentNo });
  const id = await insertPenalty(tx, ctx, penalty);
  if (penalty.sort === EXPULSION) {
    const member = await findMembership(tx, ctx.district, penalty.agencyId, ctx.today);
    if (member !== undefined)
      await endMembershipOf(tx, ctx, member, { on: ctx.today, reason: `${sort.label}：${penalty.documentNo}` });
  }
  await noteAgency(tx, ctx, penalty.agencyId);
  await publishEvent(tx, ctx, 'association.penalty.decided', {
    penaltyId: id,
    agencyId: penalty.agencyId,
    text: `${sort.label}：${penalty.text}`,
    on: ctx.today,
    documentNo: penalty.documentNo,
  });
  return id;
}

/** @throws AppError association.member.none · association.penalty.unknown-sort · association.penalty.number-taken */
export async function decidePenalty(ctx: Ctx, input: Omit<NewPenalty, 'complaintId'>): Promise<string> {
  requireOurs(ctx, PENALTY_DECIDE);
  const agency = await requireAgencyCard(ctx, input.agencyId);
  return inTransaction(ctx, async (tx) => {
    await requireMember({ ...ctx, db: tx }, agency.id, agency.name, ctx.today);
    const id = await imposePenalty(tx, ctx, { ...input, complaintId: null });
    await writeAudit(tx, ctx, {
      action: PENALTY_DECIDE,
      subject: { kind: 'association.penalty', id, label: `${agency.name} · ${input.documentNo}` },
      details: { sort: input.sort, text: input.text },
    });
    return id;
  });
}

/** Withdraws a penalty: from today on it no longer counts. @throws AppError association.penalty.withdrawn */
export async function withdrawPenalty(ctx: Ctx, id: string, reason: string): Promise<void> {
  requireOurs(ctx, PENALTY_DECIDE);
  await inTransaction(ctx, async (tx) => {
    const [penalty] = await selectPenalties(tx, ctx.district, sql`p.id = ${id}`);
    if (penalty === undefined) throw new AppError('platform.not-found');
    if (penalty.withdrawn_on !== null)
      throw new AppError('association.penalty.withdrawn', { on: penalty.withdrawn_on });
    await sql`update association.penalty set withdrawn_on = ${ctx.today}, withdrawn_reason = ${reason}
      where district = ${ctx.district} and id = ${id}`.execute(tx);
    await noteAgency(tx, ctx, penalty.agency_id);
    await publishEvent(tx, ctx, 'association.penalty.withdrawn', {
      penaltyId: id,
      agencyId: penalty.agency_id,
      documentNo: penalty.document_no,
      on: ctx.today,
      reason,
    });
    await writeAudit(tx, ctx, {
      action: 'association.penalty.withdraw',
      subject: { kind: 'association.penalty', id, label: `${penalty.name} · ${penalty.document_no}` },
      details: { reason },
    });
  });
}
