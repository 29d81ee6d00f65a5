import type { Expr } from '../expression.ts';
import type { Rule } from '../rule.ts';
import { CollectionJoins } from './collection-joins.ts';
import { compileExpression, type SqlScope } from './compile-expression.ts';
import { joinParts, type SqlPart, sql } from './sql-part.ts';

/** Rules as SQL; composes as `select … from f_<subject> s <joins> where <expressions[0]>`. */
export interface CompiledRules {
  /** Left joins, at most one row per subject; empty when no rule looks into a collection. */
  readonly joins: SqlPart;
  /** Per rule, its value: boolean, float8 or date; null is unknown. */
  readonly expressions: readonly SqlPart[];
  /** Per rule and condition, a boolean; null is unknown. */
  readonly conditions: readonly (readonly SqlPart[])[];
}

const ALIAS = /^[a-z][a-z0-9_]{0,20}$/;

/**
 * Compiles rules of one subject to expressions that share their joins. Relations are named as {@link relationName} and
 * {@link linkName} say; the caller puts them in front as views or CTEs. Every literal of a rule is a bound value.
 * @param options.linksHoldItems each relation of a collection has the columns of its items beside `owner_id`
 * @throws RangeError for rules of different subjects or an unusable alias
 */
export function compileRules(
  rules: readonly Rule[],
  options: { readonly asOf: string; readonly subjectAlias?: string; readonly linksHoldItems?: boolean },
): CompiledRules {
  const { asOf, subjectAlias = 's', linksHoldItems } = options;
  if (!ALIAS.test(subjectAlias)) throw new RangeError(`no usable alias: ${subjectAlias}`);
  if (new Set(rules.map((rule) => rule.subject)).size > 1) throw new RangeError('rules of different subjects');
  const compile = (expr: Expr, aliases: Pick<SqlScope, 'subject' | 'item'>): SqlPart =>
    compileExpression(expr, { ...aliases, asOf, joins });
  const joins = new CollectionJoins(subjectAlias, compile, linksHoldItems);
  const scope: SqlScope = { subject: subjectAlias, item: subjectAlias, asOf, joins };
  const compiled = rules.map((rule) => compileTree(rule, scope));
  return {
    joins: joins.all(),
    expressions: compiled.map((one) => one.expression),
    conditions: compiled.map((one) => one.conditions),
  };
}

function compileTree(rule: Rule, scope: SqlScope): { expression: SqlPart; conditions: SqlPart[] } {
  const conditions: SqlPart[] = [];
  const compile = (expr: Expr): SqlPart => {
    if (expr.op === 'not') return sql`(not ${compile(expr.item)})`;
    if (expr.op === 'and' || expr.op === 'or') return sql`(${joinParts(expr.items.map(compile), ` ${expr.op} `)})`;
    const part = compileExpression(expr, scope);
    conditions.push(part);
    return part;
  };
  if (rule.type !== 'bool') return { expression: compileExpression(rule.body, scope), conditions };
  return { expression: compile(rule.body), conditions };
}
