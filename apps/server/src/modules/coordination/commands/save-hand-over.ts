import type { HandOverContent, RouteOutput, routes } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { HAND_OVER_PREPARE } from '../coordination.catalogue.ts';
import { HAND_OVER_PROCEDURE } from '../procedure/hand-over-procedure.ts';
import { handOverStates } from '../procedure/states.ts';
import { reachHandOver } from '../queries/reach-hand-over.ts';
import { findHandOver, keepVersion, listVersions, saveContent } from '../repositories/hand-over-repository.ts';

type Saved = RouteOutput<(typeof routes)['saveHandOver']>;

/**
 * Saves the text of a hand-over that is not sent yet. Where somebody saved since the person began, nothing is overwritten: the
 * text is kept beside as a version that came second, and the answer brings the one that stands.
 * @throws AppError 404; coordination.hand-over.not-editable once it is before the one who approves
 */
export async function saveHandOver(
  ctx: Ctx,
  id: string,
  { revision, ...content }: HandOverContent & { readonly revision: number },
): Promise<Saved> {
  const record = await reachHandOver(ctx, id, HAND_OVER_PREPARE);
  return inTransaction(ctx, async (tx) => {
    const { direction, state } = (await findHandOver(tx, ctx, id)) ?? record;
    if (direction !== 'out' || state !== 'draft')
      throw new AppError('coordination.hand-over.not-editable', {
        state: handOverStates[state as keyof typeof handOverStates].label[ctx.language],
      });
    const next = await saveContent(tx, ctx, id, revision, content);
    const saved = next !== undefined;
    const now = next ?? ((await findHandOver(tx, ctx, id)) ?? record).revision;
    await keepVersion(tx, ctx, { id, revision: now, basedOn: revision, kept: saved, content });
    const standing = (await listVersions(tx, ctx, id)).find((one) => one.kept && one.revision === now);
    await writeAudit(tx, ctx, {
      action: saved ? 'coordination.hand-over.save' : 'coordination.hand-over.keep',
      subject: { kind: HAND_OVER_PROCEDURE, id: record.file_id, label: `${record.number} ${record.title}` },
      details: { revision: now, basedOn: revision },
    });
    return { saved, revision: now, current: saved ? null : (standing ?? null) };
  });
}
