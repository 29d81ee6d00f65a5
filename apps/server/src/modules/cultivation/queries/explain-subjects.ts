import type { TraceNode } from '@jince/contract';
import { createEvaluator } from '@jince/rules';
import type { Ctx } from '../../../platform/context/context.ts';
import { loadFacts, type Rule, toTraceView } from '../../../platform/facts/index.ts';
import { wordsOfTrace } from '../domain/trace-words.ts';

export interface Explained {
  readonly trace: TraceNode;
  /** What was decisive, in one line. */
  readonly words: string;
}

/** What a rule says of subjects and why, in one reading; subjects that are not there on the day are missing. */
export async function explainMany(
  ctx: Ctx,
  rule: Rule,
  ids: readonly string[],
  asOf: string | undefined,
): Promise<ReadonlyMap<string, Explained>> {
  const { subject } = rule;
  const { rows, freshness } = await loadFacts(ctx, { subject, ids, rules: [rule], asOf, everyone: true });
  const evaluate = createEvaluator(rule);
  const explained = new Map<string, Explained>();
  for (const [id, row] of rows) {
    const found = evaluate(row, freshness.asOf).explain();
    const trace = await toTraceView(ctx, rule, found);
    explained.set(id, { trace, words: wordsOfTrace(found, trace) });
  }
  return explained;
}
