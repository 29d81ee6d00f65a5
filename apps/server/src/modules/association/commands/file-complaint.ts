import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile } from '../../../platform/procedures/index.ts';
import { COMPLAINT_FILE } from '../association.catalogue.ts';
import { COMPLAINT_PROCEDURE } from '../procedure/complaint-procedure.ts';
import { isOurs, ownAgencies, requireAgencyCard } from '../reach.ts';
import { insertComplaint } from '../repositories/complaint-repository.ts';
import { requireMember } from './keep-members.ts';

export interface ComplaintInput {
  /** Who complains; absent: the own agency. */
  readonly complainantId: string | null;
  readonly respondentId: string;
  readonly clause: string | null;
  readonly facts: string;
  readonly request: string;
}

/** Both must be members today. @throws AppError association.complaint.self · association.member.none */
export async function fileComplaint(
  ctx: Ctx,
  input: ComplaintInput,
): Promise<{ readonly id: string; readonly fileId: string }> {
  const [own] = await ownAgencies(ctx, COMPLAINT_FILE);
  const complainantId = isOurs(ctx, COMPLAINT_FILE) ? input.complainantId : (own?.id ?? null);
  if (complainantId === null) throw new AppError('platform.not-found');
  const complainant = await requireAgencyCard(ctx, complainantId);
  const respondent = await requireAgencyCard(ctx, input.respondentId);
  if (complainant.id === respondent.id) throw new AppError('association.complaint.self');
  const id = uuidv7();
  return inTransaction(ctx, async (tx) => {
    for (const side of [complainant, respondent])
      await requireMember({ ...ctx, db: tx }, side.id, side.name, ctx.today);
    const file = await openFile(tx, ctx, {
      procedure: COMPLAINT_PROCEDURE,
      subject: { kind: COMPLAINT_PROCEDURE, id, label: `${complainant.name} 诉 ${respondent.name}` },
      partyId: respondent.partyId,
    });
    await insertComplaint(tx, ctx, {
      id,
      file_id: file.id,
      complainant_id: complainant.id,
      respondent_id: respondent.id,
      clause: input.clause,
      facts: input.facts,
      request: input.request,
    });
    await writeAudit(tx, ctx, {
      action: COMPLAINT_FILE,
      subject: { kind: COMPLAINT_PROCEDURE, id: file.id, label: `${file.number} ${respondent.name}` },
      details: { complainant: complainant.name, clause: input.clause },
    });
    return { id, fileId: file.id };
  });
}
