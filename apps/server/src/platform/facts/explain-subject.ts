import type { TraceNode } from '@jince/contract';
import { createEvaluator, type Evaluation, type Rule } from '@jince/rules';
import type { Ctx } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { subjectEntry } from './fact-source.ts';
import type { Freshness } from './freshness.ts';
import { loadFacts } from './load-facts.ts';
import type { Outcome } from './select-subjects.ts';
import { toTraceView } from './trace-view.ts';

export interface ExplainRequest {
  readonly subject: string;
  readonly id: string;
  readonly rule: Rule;
  readonly asOf?: string | undefined;
  readonly everyone?: boolean;
}

export interface ExplainedSubject {
  readonly id: string;
  readonly label: string;
  readonly href: string | null;
  readonly outcome: Outcome;
  readonly trace: TraceNode;
  readonly freshness: Freshness;
}

const outcomeOf = (value: Evaluation['value']): Outcome =>
  value === null ? 'unknown' : value === true ? 'true' : 'false';

/**
 * Why a rule holds for one subject, or does not: its conditions with the values they met.
 * @throws AppError platform.not-found when the subject is not there on the day or out of the actor's sight
 */
export async function explainSubject(ctx: Ctx, request: ExplainRequest): Promise<ExplainedSubject> {
  const { subject, id, rule, asOf } = request;
  const loaded = await loadFacts(ctx, {
    subject,
    ids: [id],
    rules: [rule],
    asOf,
    ...(request.everyone === undefined ? {} : { everyone: request.everyone }),
  });
  const row = loaded.rows.get(id);
  if (row === undefined) throw new AppError('platform.not-found');
  const evaluation = createEvaluator(rule)(row, loaded.freshness.asOf);
  const named = (await subjectEntry(ctx, subject).subject.describe(ctx, [id])).get(id);
  return {
    id,
    label: named?.label ?? id,
    href: named?.href ?? null,
    outcome: outcomeOf(evaluation.value),
    trace: await toTraceView(ctx, rule, evaluation.explain()),
    freshness: loaded.freshness,
  };
}
