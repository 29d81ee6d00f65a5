import type { HandOverContent } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile, performAction } from '../../../platform/procedures/index.ts';
import { REFER } from '../coordination.catalogue.ts';
import type { HandOverKind } from '../domain/labels.ts';
import { REFERRAL_PROCEDURE } from '../procedure/referral-procedure.ts';
import { nameBody, requireBody, requirePartner } from '../repositories/body-repository.ts';
import { insertHandOver } from '../repositories/hand-over-repository.ts';
import { noteHandOver } from './note-change.ts';

export interface ReferralInput extends HandOverContent {
  readonly kind: HandOverKind;
  readonly fromBody: string;
  /** Branch or section of the bureau; null: the bureau. */
  readonly toBody: string | null;
}

/**
 * A partner body hands something to the bureau: it is sent with the same step, so that nobody reads a draft of another body.
 * @throws AppError coordination.body.unknown · coordination.body.not-partner · coordination.body.not-own
 */
export async function referHandOver(
  ctx: Ctx,
  input: ReferralInput,
): Promise<{ readonly id: string; readonly fileId: string }> {
  const from = await requirePartner(ctx, input.fromBody);
  const scope = scopeFor(ctx, REFER);
  if (scope.kind === 'places' && !scope.organisations.includes(from.code))
    throw new AppError('coordination.body.not-own', { body: from.name });
  const toBody = input.toBody ?? ctx.services.jurisdiction.coordinationSettings.bureau;
  await requireBody(ctx, toBody);
  const id = uuidv7();
  return inTransaction(ctx, async (tx) => {
    const file = await openFile(tx, ctx, {
      procedure: REFERRAL_PROCEDURE,
      subject: { kind: REFERRAL_PROCEDURE, id, label: `${nameBody(ctx, from.code).shortName}：${input.title}` },
      organisations: [from.code, toBody],
    });
    await insertHandOver(tx, ctx, {
      id,
      fileId: file.id,
      direction: 'in',
      kind: input.kind,
      fromBody: from.code,
      toBody,
      content: input,
      sentOn: ctx.today,
    });
    await performAction(tx, ctx, file.id, 'send');
    await noteHandOver(tx, ctx, id);
    await writeAudit(tx, ctx, {
      action: REFER,
      subject: { kind: REFERRAL_PROCEDURE, id: file.id, label: `${file.number} ${input.title}` },
      details: { from: from.code, to: toBody, kind: input.kind },
    });
    return { id, fileId: file.id };
  });
}
