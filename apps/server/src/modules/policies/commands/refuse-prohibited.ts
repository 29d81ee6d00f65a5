import type { Finding, Policy } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { placeOf } from '../domain/place-of.ts';

/** @throws AppError policies.policy.prohibited naming the notice, when an item gives money for what it forbids */
export function refuseProhibited(ctx: Ctx, policy: Policy, findings: readonly Finding[]): void {
  const banned = findings.filter((finding) => finding.code === 'prohibited-trigger');
  const [first] = banned;
  if (first === undefined) return;
  throw new AppError(
    'policies.policy.prohibited',
    { problem: first.text },
    banned.map(({ path, text }) => ({ path, message: `${placeOf(policy, path, ctx.language)}：${text}` })),
  );
}
