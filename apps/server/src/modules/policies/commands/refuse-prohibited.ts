import type { Policy } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { placeOf } from '../domain/place-of.ts';
import { nationalProhibitions } from '../domain/prohibitions.ts';

/**
 * Refuses items that give money for what is forbidden today, or will be while the policy is in force. A period that lies
 * in the past is no way around it: what was once lawful is written down as history.
 * @throws AppError policies.policy.prohibited naming the notice
 */
export function refuseProhibited(ctx: Ctx, policy: Policy): void {
  const last = policy.effectiveTo === null || policy.effectiveTo > ctx.today ? policy.effectiveTo : ctx.today;
  const found = policy.items.flatMap((item, at) => {
    const banned = nationalProhibitions().find(
      (one) => one.trigger === item.trigger && (last === null || one.from <= last),
    );
    if (banned === undefined || item.legacy) return [];
    return [
      { path: `items.${at}.trigger`, text: `${banned.notice}：${banned.text}。“${item.name}”不得发布，也不得拨付` },
    ];
  });
  const [first] = found;
  if (first === undefined) return;
  throw new AppError(
    'policies.policy.prohibited',
    { problem: first.text },
    found.map(({ path, text }) => ({ path, message: `${placeOf(policy, path, ctx.language)}：${text}` })),
  );
}
