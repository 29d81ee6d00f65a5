import type { HandOverContent } from '@jince/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { assignHandlers, openFile } from '../../../platform/procedures/index.ts';
import { HAND_OVER_PREPARE } from '../coordination.catalogue.ts';
import { type HandOverKind, handOverKindLabels } from '../domain/labels.ts';
import { HAND_OVER_PROCEDURE } from '../procedure/hand-over-procedure.ts';
import { describeCase } from '../queries/case-bridge.ts';
import { takeOverEvidence } from '../queries/evidence-bridge.ts';
import { nameBody, requirePartner } from '../repositories/body-repository.ts';
import { insertHandOver, selectHandOvers } from '../repositories/hand-over-repository.ts';
import { noteHandOver } from './note-change.ts';

export interface HandOverInput extends HandOverContent {
  readonly kind: HandOverKind;
  readonly toBody: string;
  readonly caseId: string | null;
}

/** The body the actor hands over for: that of the case, else one the permission is held at, else the bureau. */
function sendingBody(ctx: Ctx, ofCase: string | undefined): string {
  const scope = scopeFor(ctx, HAND_OVER_PREPARE);
  if (ofCase !== undefined) return ofCase;
  if (scope.kind === 'places' && scope.organisations[0] !== undefined) return scope.organisations[0];
  return ctx.actor.organisationId ?? ctx.services.jurisdiction.coordinationSettings.bureau;
}

async function requireNone(ctx: Ctx, input: HandOverInput, number: string): Promise<void> {
  const { rows } = await selectHandOvers(
    ctx.db,
    ctx,
    sql`h.case_id = ${input.caseId} and h.to_body = ${input.toBody} and h.closed_on is null`,
  );
  const open = rows[0];
  if (open !== undefined)
    throw new AppError('coordination.hand-over.open-already', {
      number,
      body: nameBody(ctx, input.toBody).name,
      open: open.number,
    });
}

interface Opening {
  readonly input: HandOverInput;
  readonly fromBody: string;
  readonly caseNumber: string | null;
}

/** Opens the file of a hand-over in the caller's transaction; all evidence of its case comes along. */
export async function openHandOver(tx: Tx, ctx: Ctx, { input, fromBody, caseNumber }: Opening) {
  const id = uuidv7();
  const file = await openFile(tx, ctx, {
    procedure: HAND_OVER_PROCEDURE,
    subject: { kind: HAND_OVER_PROCEDURE, id, label: `${input.title} → ${nameBody(ctx, input.toBody).shortName}` },
    // The receiver reaches it once it is sent.
    organisations: [fromBody],
  });
  await insertHandOver(tx, ctx, {
    id,
    fileId: file.id,
    direction: 'out',
    kind: input.kind,
    fromBody,
    toBody: input.toBody,
    content: input,
    caseId: input.caseId,
    caseNumber,
  });
  if (ctx.actor.userId !== null)
    await assignHandlers(tx, ctx, file.id, [{ userId: ctx.actor.userId, name: ctx.actor.displayName, part: 'lead' }]);
  if (input.caseId !== null)
    await takeOverEvidence(tx, ctx, {
      fileId: input.caseId,
      toFileId: file.id,
      reason: `随${handOverKindLabels[input.kind].zh}移交${nameBody(ctx, input.toBody).shortName}`,
    });
  await noteHandOver(tx, ctx, id);
  await writeAudit(tx, ctx, {
    action: 'coordination.hand-over.create',
    subject: { kind: HAND_OVER_PROCEDURE, id: file.id, label: `${file.number} ${input.title}` },
    details: { kind: input.kind, to: input.toBody, case: caseNumber },
  });
  return { id, fileId: file.id };
}

/**
 * Prepares a hand-over to a partner body. Nobody there sees it before it is sent.
 * @throws AppError coordination.body.unknown · coordination.body.not-partner · coordination.hand-over.open-already; 404 for a case
 */
export async function createHandOver(
  ctx: Ctx,
  input: HandOverInput,
): Promise<{ readonly id: string; readonly fileId: string }> {
  await requirePartner(ctx, input.toBody);
  const known = input.caseId === null ? undefined : await describeCase(ctx, input.caseId);
  if (known !== undefined) await requireNone(ctx, input, known.card.number);
  return inTransaction(ctx, (tx) =>
    openHandOver(tx, ctx, {
      input,
      fromBody: sendingBody(ctx, known?.card.organisationCode),
      caseNumber: known?.card.number ?? null,
    }),
  );
}
