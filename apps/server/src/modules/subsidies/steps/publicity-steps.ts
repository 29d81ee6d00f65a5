import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { cancelCommitment } from '../../funds/index.ts';
import { freeLive, updateLine } from '../repositories/claim-repository.ts';
import { anyUpheld, countObjections } from '../repositories/objection-repository.ts';
import { changeEntry, listEntriesOfClaim } from '../repositories/publicity-repository.ts';
import { claimOfStep, originOf } from './claim-of-step.ts';
import { refuseOpenObjections } from './release-claim.ts';

/** Only the publishing of a list publicises: its rows are there from the same moment. */
export async function publiciseStep({ tx, ctx, file, fields }: ActionStep): Promise<ActionEffect> {
  const entries = await listEntriesOfClaim(tx, ctx.district, file.id);
  const fresh = entries.some(
    (one) => one.listId === fields.listId && new Date(one.publishedAt).getTime() === ctx.now.getTime(),
  );
  if (!fresh) throw new AppError('subsidies.claim.own-route', { action: '公示' });
  return {};
}

/** Only a registered objection interrupts. */
export async function objectStep({ tx, ctx, file }: ActionStep): Promise<ActionEffect> {
  if ((await countObjections(tx, ctx.district, { claimId: file.id, state: 'open' })) === 0)
    throw new AppError('subsidies.claim.own-route', { action: '登记异议' });
  return {};
}

/** All are answered and none was upheld. */
export async function resumeStep(action: ActionStep): Promise<ActionEffect> {
  const step = await claimOfStep(action);
  await refuseOpenObjections(step);
  const list = (await listEntriesOfClaim(step.tx, step.ctx.district, step.claim.id)).at(-1)?.listId;
  if (list !== undefined && (await anyUpheld(step.tx, step.ctx.district, step.claim.id, list)))
    throw new AppError('subsidies.claim.own-route', { action: '答复异议' });
  return {};
}

/** An objection was upheld: what was promised is given back, the row leaves the list, and the claim is decided anew. */
export async function upholdStep(action: ActionStep): Promise<ActionEffect> {
  const step = await claimOfStep(action);
  const { tx, ctx, claim, lines } = step;
  await refuseOpenObjections(step);
  const entries = await listEntriesOfClaim(tx, ctx.district, claim.id);
  const list = entries.at(-1)?.listId ?? '';
  if (!(await anyUpheld(tx, ctx.district, claim.id, list)))
    throw new AppError('subsidies.claim.own-route', { action: '答复异议' });
  for (const line of lines) {
    if (line.payment !== 'committed') continue;
    await cancelCommitment(tx, ctx, { origin: originOf(claim, line), reason: '异议成立，重新审议' });
    await updateLine(tx, ctx.district, line.id, { payment: 'none', approvedFen: null });
  }
  for (const entry of entries)
    if (entry.standing !== 'withdrawn')
      await changeEntry(tx, ctx, entry, {
        kind: 'withdrawal',
        reason: '异议成立，重新审议',
        before: `${entry.name} ${entry.matter}`,
        after: '撤下',
      });
  return {};
}

/** A claim that was taken back in draft holds nothing any more. */
export async function returnStep({ tx, ctx, file }: ActionStep): Promise<ActionEffect> {
  await freeLive(tx, ctx.district, file.id);
  return {};
}
