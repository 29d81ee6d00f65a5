import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { findIndicator } from '../queries/indicator-rows.ts';
import { getSnapshot } from '../queries/plan-snapshot.ts';
import { PLAN_REGISTER } from '../repositories/figure-repository.ts';
import { deleteTarget, lockTarget, type StoredTarget, upsertTarget } from '../repositories/target-repository.ts';

const was = (target: StoredTarget | undefined) =>
  target === undefined ? null : { value: target.value, basis: target.basis, note: target.note, by: target.setBy };

/**
 * Sets the district's own target of a year in place of the pack's.
 * @throws AppError plan.indicator.unknown; plan.target.no-direction for a figure that should neither rise nor fall
 */
export async function setTarget(
  ctx: Ctx,
  { code, year }: { readonly code: string; readonly year: number },
  given: { readonly value: number; readonly basis: 'plan' | 'district'; readonly note: string },
): Promise<{ ok: true }> {
  const { pack } = findIndicator(await getSnapshot(ctx), code);
  if (pack.direction === 'none') throw new AppError('plan.target.no-direction', { label: pack.label[ctx.language] });
  await inTransaction(ctx, async (tx) => {
    const before = await lockTarget(tx, ctx.district, code, year);
    await upsertTarget(tx, ctx, { code, year, ...given });
    await bumpRegisterVersion(tx, ctx.district, PLAN_REGISTER);
    await writeAudit(tx, ctx, {
      action: 'plan.target.set',
      subject: { kind: 'indicator', id: code, label: pack.label.zh },
      details: { year, before: was(before), after: given },
    });
  });
  return { ok: true };
}

/**
 * Takes the district's own target of a year back: what the pack says, if anything, holds again.
 * @throws AppError plan.indicator.unknown; plan.target.not-own when there is none of the district's own
 */
export async function clearTarget(
  ctx: Ctx,
  { code, year }: { readonly code: string; readonly year: number },
): Promise<{ ok: true }> {
  const { pack } = findIndicator(await getSnapshot(ctx), code);
  await inTransaction(ctx, async (tx) => {
    const before = await lockTarget(tx, ctx.district, code, year);
    if (before === undefined) throw new AppError('plan.target.not-own', { label: pack.label[ctx.language], year });
    await deleteTarget(tx, ctx.district, code, year);
    await bumpRegisterVersion(tx, ctx.district, PLAN_REGISTER);
    await writeAudit(tx, ctx, {
      action: 'plan.target.clear',
      subject: { kind: 'indicator', id: code, label: pack.label.zh },
      details: { year, before: was(before) },
    });
  });
  return { ok: true };
}
