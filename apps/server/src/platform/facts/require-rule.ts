import type { Rule } from '@jince/rules';
import type { Ctx } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { parseRuleFor } from './rules.ts';

/** @throws AppError facts.subject.unknown */
export function assertSubject(ctx: Ctx, subject: string): void {
  if (!ctx.services.facts.subjects.has(subject)) throw new AppError('facts.subject.unknown', { subject });
}

/**
 * As parseRuleFor, for those who cannot go on without the rule. A rule that was kept and names a fact that is no longer
 * there is refused the same way, with the name in the sentence.
 * @param field name of the input the problems belong to
 * @throws AppError facts.rule.unfit with a sentence per problem; facts.subject.unknown
 */
export function requireRule(
  ctx: Ctx,
  subject: string,
  text: string,
  { expect = 'bool', field = 'text' }: { expect?: 'bool' | 'number' | 'date'; field?: string } = {},
): Rule {
  assertSubject(ctx, subject);
  const parsed = parseRuleFor(ctx, subject, text, expect);
  if (parsed.ok) return parsed.rule;
  const sentences = parsed.problems.map((problem) => problem[ctx.language]);
  throw new AppError(
    'facts.rule.unfit',
    { problem: sentences[0] ?? '' },
    sentences.map((message) => ({ path: field, message })),
  );
}
