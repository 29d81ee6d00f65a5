import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile, performAction } from '../../../platform/procedures/index.ts';
import { INQUIRY_SEND } from '../agency-affairs.catalogue.ts';
import { cleanText } from '../domain/values.ts';
import { INQUIRY_PROCEDURE } from '../procedure/inquiry-procedure.ts';
import { findAgency } from '../repositories/agency-repository.ts';
import { insertInquiry } from '../repositories/inquiry-repository.ts';

/**
 * Asks an agency: the inquiry is sent at once and its time to answer starts.
 * @throws AppError 404 out of reach; agency-affairs.inquiry.no-account for an agency that no account can answer for
 */
export async function createInquiry(
  ctx: Ctx,
  input: {
    readonly agencyId: string;
    readonly title: string;
    readonly question: string;
    readonly basis: string | null;
  },
): Promise<{ id: string; fileId: string }> {
  const agency = await findAgency(ctx.db, ctx.district, input.agencyId, scopeFor(ctx, INQUIRY_SEND));
  if (agency === undefined) throw new AppError('platform.not-found');
  const { id: agencyId, name, party_id: partyId, town_code: townCode } = agency;
  if (partyId === null) throw new AppError('agency-affairs.inquiry.no-account', { agency: name });
  const id = uuidv7();
  const title = cleanText(input.title);
  return inTransaction(ctx, async (tx) => {
    const inside: Ctx = { ...ctx, db: tx };
    const file = await openFile(tx, ctx, {
      procedure: INQUIRY_PROCEDURE,
      subject: { kind: INQUIRY_PROCEDURE, id, label: `${name}：${title}` },
      partyId,
      townCode,
    });
    await insertInquiry(tx, ctx, {
      id,
      fileId: file.id,
      agency: { id: agencyId, name, partyId, townCode },
      title,
      question: cleanText(input.question),
      basis: input.basis === null ? null : cleanText(input.basis) || null,
    });
    await performAction(tx, inside, file.id, 'send');
    await writeAudit(tx, ctx, {
      action: 'agency-affairs.inquiry.create',
      subject: { kind: INQUIRY_PROCEDURE, id: file.id, label: `${file.number} ${name}` },
      details: { title },
    });
    return { id, fileId: file.id };
  });
}
