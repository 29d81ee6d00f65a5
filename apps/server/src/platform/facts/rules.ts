import { compileRules, type ParsedRule, parseRule, type Rule, type RuleProblem, type SqlPart } from '@jince/rules';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { FactNeeds } from './fact-source.ts';

/**
 * Reads a rule over a subject's facts and checks it against the catalogue as it is now: a rule that was kept and names a
 * fact that is no longer there is refused with place and sentence, as any other.
 * @param expect type of its value; default bool
 */
export function parseRuleFor(
  ctx: Ctx,
  subject: string,
  text: string,
  expect: 'bool' | 'number' | 'date' = 'bool',
): ParsedRule {
  return parseRule(text, { catalogue: ctx.services.facts.catalogue, subject, expect });
}

const toSql = <T>(part: SqlPart): RawBuilder<T> =>
  sql<T>(part.strings as unknown as TemplateStringsArray, ...part.values);

export interface CompiledRules {
  readonly joins: RawBuilder<unknown>;
  readonly expressions: readonly RawBuilder<unknown>[];
  readonly conditions: readonly (readonly RawBuilder<unknown>[])[];
}

/** Rules of one subject as SQL over `f_<subject> s`. */
export function compileFor(rules: readonly Rule[], asOf: string): CompiledRules {
  const { joins, expressions, conditions } = compileRules(rules, { asOf, subjectAlias: 's', linksHoldItems: true });
  return {
    joins: toSql(joins),
    expressions: expressions.map((part) => toSql(part)),
    conditions: conditions.map((parts) => parts.map((part) => toSql(part))),
  };
}

/** What rules and further paths of their subject ask for. */
export function needsOf(
  subject: string,
  rules: readonly (Rule | undefined)[],
  paths: readonly string[],
  asOf: string | undefined,
): FactNeeds {
  const given = rules.filter((rule) => rule !== undefined);
  return {
    subject,
    facts: [...new Set([...given.flatMap((rule) => rule.facts), ...paths.map((path) => `${subject}.${path}`)])],
    collections: [...new Set(given.flatMap((rule) => rule.collections))],
    asOf,
  };
}

export type { ParsedRule, Rule, RuleProblem };
