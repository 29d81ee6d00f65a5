import type { PledgeConditionView } from '@jince/contract';
import { createEvaluator, describeRule } from '@jince/rules';
import type { PledgeKind } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import { loadFacts, parseRuleFor } from '../../../platform/facts/index.ts';

/** Conditions of a kind with what the facts of today say of the applicant. Unknown is never taken for yes. */
export async function judgeConditions(
  ctx: Ctx,
  kind: PledgeKind,
  partyId: string | null,
): Promise<PledgeConditionView[]> {
  const { conditions } = ctx.services.jurisdiction.inspectionSettings;
  const wanted = [...kind.conditions, ...kind.preferences].flatMap(
    (code) => conditions.find((one) => one.code === code) ?? [],
  );
  const parsed = wanted.map((one) => parseRuleFor(ctx, 'enterprise', one.rule, 'bool'));
  const rules = parsed.flatMap((one) => (one.ok ? [one.rule] : []));
  const ids = partyId === null ? [] : [partyId];
  const { rows, freshness } = await loadFacts(ctx, { subject: 'enterprise', ids, rules, everyone: true });
  const row = rows.get(partyId ?? '');
  return wanted.map((one, at) => {
    const rule = parsed[at];
    const base = {
      code: one.code,
      label: one.label,
      rule: one.rule,
      article: one.article,
      required: kind.conditions.includes(one.code),
    };
    if (rule?.ok !== true || row === undefined)
      return {
        ...base,
        outcome: 'unknown' as const,
        sentence: rule?.ok === false ? (rule.problems[0]?.[ctx.language] ?? '') : one.label,
      };
    const { value } = createEvaluator(rule.rule)(row, freshness.asOf);
    const outcome = value === null ? ('unknown' as const) : value === true ? ('true' as const) : ('false' as const);
    return { ...base, outcome, sentence: describeRule(rule.rule)[ctx.language] };
  });
}
