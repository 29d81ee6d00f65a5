import { coverOf } from '../codes/code-text.ts';
import type {
  ArithmeticExpr,
  CompareExpr,
  Expr,
  FactExpr,
  HasExpr,
  InExpr,
  ShiftExpr,
  TextTestExpr,
  WithinExpr,
} from '../expression.ts';
import { isBounded } from '../values/number.ts';
import { boundDate, boundNumber, clampNumber, isBoundedDate } from './bounds.ts';
import type { CollectionJoins } from './collection-joins.ts';
import { bind, identifier, joinParts, keyword, type SqlPart, sql } from './sql-part.ts';

/** Where an expression stands: aliases of the subject and of the item at hand. */
export interface SqlScope {
  readonly subject: string;
  readonly item: string;
  readonly asOf: string;
  readonly joins: CollectionJoins;
}

/**
 * An expression as SQL. Each part appears once, whatever the depth, so the statement grows with the rule only; nothing
 * in it can raise an error; unknown is null, and/or/not are SQL's own.
 */
export function compileExpression(expr: Expr, scope: SqlScope): SqlPart {
  const part = (inner: Expr) => compileExpression(inner, scope);
  switch (expr.op) {
    case 'literal':
      return bind(expr.value, CASTS[expr.type.kind]);
    case 'today':
      return bind(scope.asOf, 'date');
    case 'fact':
      return column(expr, scope);
    case 'has':
      return sql`(${column(expr, scope)} is not null)`;
    case 'and':
    case 'or':
      return sql`(${joinParts(expr.items.map(part), ` ${expr.op} `)})`;
    case 'not':
      return sql`(not ${part(expr.item)})`;
    case 'compare':
      return compileComparison(expr, scope);
    case 'arithmetic':
      return compileArithmetic(expr, scope);
    case 'negate':
      return sql`(0 - ${operand(expr.item, scope)})`;
    case 'shift':
      return compileShift(expr, scope);
    case 'daysBetween':
      return sql`(${day(expr.end, scope)} - ${day(expr.start, scope)})::float8`;
    case 'yearsBetween':
      return sql`date_part('year', age(${day(expr.end, scope)}::timestamp, ${day(expr.start, scope)}::timestamp))`;
    case 'year':
      return sql`date_part('year', ${day(expr.date, scope)})`;
    case 'in':
      return compileMember(expr, scope);
    case 'textTest':
      return compileTextTest(expr, scope);
    case 'within':
      return compileWithin(expr, scope);
    case 'listSize':
      return sql`cardinality(${column(expr.list, scope)})::float8`;
    case 'choose':
      return sql`(case ${part(expr.when)} when true then ${part(expr.chosen)} when false then ${part(expr.otherwise)} end)`;
    case 'exists':
    case 'all':
    case 'existsOne':
      return scope.joins.quantifier(expr);
    case 'count':
      return scope.joins.count(expr);
    case 'aggregate':
      return scope.joins.aggregate(expr);
  }
}

const CASTS = { bool: 'boolean', number: 'float8', date: 'date', text: 'text', code: 'text' } as const;

function column(expr: FactExpr | HasExpr, scope: SqlScope): SqlPart {
  return sql`${keyword(expr.scope === 'item' ? scope.item : scope.subject)}.${identifier(expr.fact.path)}`;
}

const SIGNS = { '==': ' = ', '!=': ' <> ', '<': ' < ', '<=': ' <= ', '>': ' > ', '>=': ' >= ' } as const;

function compileComparison(expr: CompareExpr, scope: SqlScope): SqlPart {
  const [left, right] = [compileExpression(expr.left, scope), compileExpression(expr.right, scope)];
  return sql`(${left}${keyword(SIGNS[expr.sign])}${right})`;
}

/** What arithmetic works on is always within bounds, so no step of it can overflow or underflow. */
function operand(expr: Expr, scope: SqlScope): SqlPart {
  const part = compileExpression(expr, scope);
  return isBounded(expr) ? part : boundNumber(part);
}

function compileArithmetic(expr: ArithmeticExpr, scope: SqlScope): SqlPart {
  const [left, right] = [operand(expr.left, scope), operand(expr.right, scope)];
  switch (expr.sign) {
    case '+':
      return clampNumber(sql`${left} + ${right}`);
    case '-':
      return clampNumber(sql`${left} - ${right}`);
    case '*':
      return boundNumber(sql`${left} * ${right}`);
    case '/':
      return boundNumber(sql`${left} / nullif(${right}, 0)`);
    case '%':
      return sql`mod(trunc(${left})::int8, nullif(trunc(${right})::int8, 0))::float8`;
  }
}

function day(expr: Expr, scope: SqlScope): SqlPart {
  const part = compileExpression(expr, scope);
  return isBoundedDate(expr) ? part : boundDate(part);
}

function compileShift(expr: ShiftExpr, scope: SqlScope): SqlPart {
  const date = day(expr.date, scope);
  const count = bind(expr.count, 'int');
  switch (expr.unit) {
    case 'days':
      return boundDate(sql`(${date} + ${count})`);
    case 'months':
      return boundDate(sql`(${date} + make_interval(months => ${count}))::date`);
    case 'years':
      return boundDate(sql`(${date} + make_interval(years => ${count}))::date`);
  }
}

function compileMember(expr: InExpr, scope: SqlScope): SqlPart {
  const cast = expr.of === 'number' ? 'float8[]' : 'text[]';
  const list = 'op' in expr.list ? column(expr.list, scope) : bind(expr.list, cast);
  return sql`(${compileExpression(expr.item, scope)} = any(${list}))`;
}

function compileTextTest(expr: TextTestExpr, scope: SqlScope): SqlPart {
  const item = compileExpression(expr.item, scope);
  const part = bind(expr.part, 'text');
  switch (expr.test) {
    case 'contains':
      return sql`(strpos(${item}, ${part}) > 0)`;
    case 'startsWith':
      return sql`starts_with(${item}, ${part})`;
    case 'endsWith':
      return sql`(right(${item}, length(${part})) = ${part})`;
  }
}

/**
 * Codes hold none of the signs of LIKE: the checker lets letters, digits, dots and slashes through. A list is searched as
 * one text, its codes parted by a sign no code has: a subquery over its elements would keep the statement from running
 * on several cores.
 */
function compileWithin(expr: WithinExpr, scope: SqlScope): SqlPart {
  const { exact, prefixes } = coverOf(expr.system, expr.codes);
  const item = compileExpression(expr.item, scope);
  const patterns = (before: string, after: string) =>
    bind(
      [...exact.map((code) => `${before}${code}${after}`), ...prefixes.map((code) => `${before}${code}%`)],
      'text[]',
    );
  if (!expr.isList) return sql`(${item} like any(${patterns('', '')}))`;
  return sql`((chr(31) || array_to_string(${item}, chr(31)) || chr(31)) like any(${patterns('%\x1f', '\x1f%')}))`;
}
