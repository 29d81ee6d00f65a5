import type { TargetVerdict } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { judgeTarget, type TargetQuestion, type TargetRefusal } from '../domain/judge-target.ts';
import { targetError } from '../domain/target-error.ts';

export function refusalOf(ctx: Ctx, target: TargetQuestion, units: readonly string[]): TargetRefusal | undefined {
  const { instead } = ctx.services.jurisdiction.programmes.settings;
  return judgeTarget(target, { units, instead, on: ctx.today });
}

/** What is said of targets while they are typed, one verdict each. */
export function verdictsOf(ctx: Ctx, targets: readonly TargetQuestion[], units: readonly string[]): TargetVerdict[] {
  return targets.map((target) => {
    const refusal = refusalOf(ctx, target, units);
    if (refusal === undefined) return { ok: true, reason: null, notice: null, instead: [] };
    return {
      ok: false,
      reason: ctx.services.sentence(targetError(target, refusal, ctx.language), ctx.language).text,
      notice: refusal.code === 'unit' ? null : refusal.notice,
      instead: refusal.code === 'unit' ? [] : [...refusal.instead],
    };
  });
}

/** @throws AppError programs.kind.unknown */
export function checkTargets(ctx: Ctx, input: { readonly kind: string; readonly targets: readonly TargetQuestion[] }) {
  const kind = ctx.services.jurisdiction.programmes.kinds.find((one) => one.code === input.kind);
  if (kind === undefined) throw new AppError('programs.kind.unknown', { kind: input.kind });
  return { verdicts: verdictsOf(ctx, input.targets, kind.units) };
}
