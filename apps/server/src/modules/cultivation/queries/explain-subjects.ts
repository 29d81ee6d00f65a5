import type { TraceNode } from '@jince/contract';
import { createEvaluator } from '@jince/rules';
import type { Ctx } from '../../../platform/context/context.ts';
import { factText, loadFacts, type Rule, shownUnit } from '../../../platform/facts/index.ts';
import { sentenceOf } from './campaign-rules.ts';

const OUTCOMES = { 1: 'true', 0: 'false', '-1': 'unknown' } as const;

/** What a rule says of subjects and why, in one reading; subjects that are not there on the day are missing. */
export async function explainMany(
  ctx: Ctx,
  subject: string,
  rule: Rule,
  ids: readonly string[],
  asOf: string | undefined,
): Promise<ReadonlyMap<string, TraceNode>> {
  const { rows, freshness } = await loadFacts(ctx, { subject, ids, rules: [rule], asOf, everyone: true });
  const evaluate = createEvaluator(rule);
  const facts = ctx.services.facts.subjects.get(subject)?.facts;
  const sentence = sentenceOf(ctx, rule);
  return new Map(
    [...rows].map(([id, row]): [string, TraceNode] => {
      const { value, outcomes } = evaluate(row, freshness.asOf);
      const inputs = rule.facts.flatMap((name) => {
        const spec = facts?.get(name.slice(subject.length + 1))?.spec;
        if (spec === undefined || !name.startsWith(`${subject}.`)) return [];
        const shown = row[spec.path] as Parameters<typeof factText>[2];
        return [{ label: spec.label[ctx.language], value: factText(ctx, spec, shown), unit: shownUnit(ctx, spec) }];
      });
      const parts = rule.conditions.map((condition, at) => ({
        sentence: condition[ctx.language],
        outcome: OUTCOMES[outcomes[at] ?? -1],
        inputs: [],
        parts: [],
      }));
      return [id, { sentence, outcome: value === null ? 'unknown' : value ? 'true' : 'false', inputs, parts }];
    }),
  );
}
