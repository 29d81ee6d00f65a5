import type { Ctx } from '../../../platform/context/context.ts';
import type { RuleUser } from '../../../platform/facts/index.ts';
import { RULE_PARTS } from '../domain/indicator.ts';
import { getSnapshot } from './plan-snapshot.ts';

/** The rules indicators are counted by, for the facts they use to say so. */
export async function listRuleUsers(ctx: Ctx): Promise<RuleUser[]> {
  const { indicators } = await getSnapshot(ctx);
  return indicators.flatMap(({ pack, subject, rules }) =>
    subject === undefined
      ? []
      : RULE_PARTS.flatMap((part) => {
          const text = rules?.[part];
          const label = pack.label[ctx.language];
          return text === undefined ? [] : { label, href: `/plan/indicators/${pack.code}`, subject, text };
        }),
  );
}
