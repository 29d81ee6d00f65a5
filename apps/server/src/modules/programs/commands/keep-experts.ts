import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { EXPERT_EDIT } from '../programs.catalogue.ts';
import {
  type ExpertContent,
  findExpert,
  insertConflict,
  insertExpert,
  updateExpertRow,
} from '../repositories/expert-repository.ts';
import { listParties } from '../repositories/party-repository.ts';

/** A body by its party, whose name the register gives, or by name. @throws AppError programs.expert.no-body */
async function bodyOf(db: Db, ctx: Ctx, partyId: string | null, name: string): Promise<string> {
  const party = partyId === null ? undefined : (await listParties(db, ctx.district, [partyId])).get(partyId);
  if (partyId !== null && party === undefined) throw new AppError('platform.not-found');
  const body = party?.name ?? name;
  if (body === '') throw new AppError('programs.expert.no-body');
  return body;
}

/** Enters an expert. Returns the id. */
export async function createExpert(ctx: Ctx, input: ExpertContent): Promise<string> {
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    const employer = await bodyOf(tx, ctx, input.employerPartyId, input.employer);
    await insertExpert(tx, ctx, id, { ...input, employer });
    await writeAudit(tx, ctx, {
      action: 'programs.expert.create',
      subject: { kind: 'programs.expert', id, label: input.name },
      details: { employer, agencies: input.agencies },
    });
  });
  return id;
}

/** @throws AppError programs.expert.changed-meanwhile */
export async function updateExpert(
  ctx: Ctx,
  id: string,
  input: ExpertContent & { readonly version: number },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const before = await findExpert(tx, ctx.district, id);
    if (before === undefined) throw new AppError('platform.not-found');
    const employer = await bodyOf(tx, ctx, input.employerPartyId, input.employer);
    if (!(await updateExpertRow(tx, ctx.district, id, { ...input, employer })))
      throw new AppError('programs.expert.changed-meanwhile');
    await writeAudit(tx, ctx, {
      action: EXPERT_EDIT,
      subject: { kind: 'programs.expert', id, label: input.name },
      details: { employer, agencies: input.agencies, active: input.active },
    });
  });
}

/** Notes a conflict of interest an expert declares; it is never taken back, only outlived. Returns its id. */
export async function declareConflict(
  ctx: Ctx,
  expertId: string,
  input: { readonly partyId: string | null; readonly body: string; readonly reason: string },
): Promise<string> {
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    const expert = await findExpert(tx, ctx.district, expertId);
    if (expert === undefined) throw new AppError('platform.not-found');
    const body = await bodyOf(tx, ctx, input.partyId, input.body);
    await insertConflict(tx, ctx, { id, expertId, partyId: input.partyId, body, reason: input.reason });
    await writeAudit(tx, ctx, {
      action: 'programs.expert.declare',
      subject: { kind: 'programs.expert', id: expertId, label: expert.name },
      details: { body, reason: input.reason },
    });
  });
  return id;
}
