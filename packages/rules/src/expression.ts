import type { CodeSystem, CollectionSpec, FactSpec } from './catalogue.ts';

/** Type of an expression. A code is a text that knows its system; a list is only ever a fact. */
export type RuleType =
  | { readonly kind: 'bool' | 'number' | 'date' }
  | { readonly kind: 'text'; readonly values?: FactSpec['values'] }
  | { readonly kind: 'code'; readonly system: CodeSystem; readonly values?: FactSpec['values'] };

export type Scope = 'subject' | 'item';
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/' | '%';
export type AggregateKind = 'sum' | 'min' | 'max' | 'avg';

interface Node {
  /** Place in the text, half open. */
  readonly from: number;
  readonly to: number;
}

export interface LiteralExpr extends Node {
  readonly op: 'literal';
  readonly type: RuleType;
  readonly value: boolean | number | string;
}
interface TodayExpr extends Node {
  readonly op: 'today';
  readonly type: RuleType;
}
export interface FactExpr extends Node {
  readonly op: 'fact';
  readonly type: RuleType;
  readonly scope: Scope;
  readonly fact: FactSpec;
}
export interface JunctionExpr extends Node {
  readonly op: 'and' | 'or';
  readonly type: RuleType;
  readonly items: readonly Expr[];
}
export interface NotExpr extends Node {
  readonly op: 'not';
  readonly type: RuleType;
  readonly item: Expr;
}
export interface HasExpr extends Node {
  readonly op: 'has';
  readonly type: RuleType;
  readonly scope: Scope;
  readonly fact: FactSpec;
}
export interface CompareExpr extends Node {
  readonly op: 'compare';
  readonly type: RuleType;
  readonly sign: Comparison;
  /** What both sides are; codes compare as texts. */
  readonly of: 'bool' | 'number' | 'text' | 'date';
  readonly left: Expr;
  readonly right: Expr;
}
export interface ArithmeticExpr extends Node {
  readonly op: 'arithmetic';
  readonly type: RuleType;
  readonly sign: Arithmetic;
  readonly left: Expr;
  readonly right: Expr;
}
interface NegateExpr extends Node {
  readonly op: 'negate';
  readonly type: RuleType;
  readonly item: Expr;
}
/** Date plus or minus a duration. */
export interface ShiftExpr extends Node {
  readonly op: 'shift';
  readonly type: RuleType;
  readonly date: Expr;
  readonly unit: 'days' | 'months' | 'years';
  /** Signed. */
  readonly count: number;
}
export interface SpanExpr extends Node {
  readonly op: 'daysBetween' | 'yearsBetween';
  readonly type: RuleType;
  readonly start: Expr;
  readonly end: Expr;
}
interface YearExpr extends Node {
  readonly op: 'year';
  readonly type: RuleType;
  readonly date: Expr;
}
export interface InExpr extends Node {
  readonly op: 'in';
  readonly type: RuleType;
  readonly of: 'text' | 'number';
  readonly item: Expr;
  /** Values written in the rule, or a fact that is a list. */
  readonly list: readonly (string | number)[] | FactExpr;
}
export interface TextTestExpr extends Node {
  readonly op: 'textTest';
  readonly type: RuleType;
  readonly test: 'contains' | 'startsWith' | 'endsWith';
  readonly item: Expr;
  readonly part: string;
}
export interface WithinExpr extends Node {
  readonly op: 'within';
  readonly type: RuleType;
  /** A code, or a fact that is a list of codes (`isList`). */
  readonly item: Expr;
  readonly isList: boolean;
  readonly system: CodeSystem;
  /** As normalised, in order of writing. */
  readonly codes: readonly string[];
}
interface ListSizeExpr extends Node {
  readonly op: 'listSize';
  readonly type: RuleType;
  readonly list: FactExpr;
}
export interface ChooseExpr extends Node {
  readonly op: 'choose';
  readonly type: RuleType;
  readonly when: Expr;
  readonly chosen: Expr;
  readonly otherwise: Expr;
}
/** Items of a collection that pass all filters. */
export interface Source {
  readonly collection: CollectionSpec;
  readonly filters: readonly Expr[];
}
export interface QuantifierExpr extends Node {
  readonly op: 'exists' | 'all' | 'existsOne';
  readonly type: RuleType;
  readonly source: Source;
  readonly predicate: Expr;
}
export interface CountExpr extends Node {
  readonly op: 'count';
  readonly type: RuleType;
  readonly source: Source;
}
export interface AggregateExpr extends Node {
  readonly op: 'aggregate';
  readonly type: RuleType;
  readonly kind: AggregateKind;
  readonly source: Source;
  readonly element: Expr;
}

/** A checked rule: every name is a fact of the catalogue, every operand has the right type. */
export type Expr =
  | LiteralExpr
  | TodayExpr
  | FactExpr
  | JunctionExpr
  | NotExpr
  | HasExpr
  | CompareExpr
  | ArithmeticExpr
  | NegateExpr
  | ShiftExpr
  | SpanExpr
  | YearExpr
  | InExpr
  | TextTestExpr
  | WithinExpr
  | ListSizeExpr
  | ChooseExpr
  | QuantifierExpr
  | CountExpr
  | AggregateExpr;

/** Direct parts, in order of writing. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'literal':
    case 'today':
    case 'fact':
    case 'has':
      return [];
    case 'and':
    case 'or':
      return expr.items;
    case 'not':
    case 'negate':
    case 'textTest':
    case 'within':
      return [expr.item];
    case 'compare':
    case 'arithmetic':
      return [expr.left, expr.right];
    case 'shift':
    case 'year':
      return [expr.date];
    case 'daysBetween':
    case 'yearsBetween':
      return [expr.start, expr.end];
    case 'in':
      return 'op' in expr.list ? [expr.item, expr.list] : [expr.item];
    case 'listSize':
      return [expr.list];
    case 'choose':
      return [expr.when, expr.chosen, expr.otherwise];
    case 'exists':
    case 'all':
    case 'existsOne':
      return [...expr.source.filters, expr.predicate];
    case 'count':
      return expr.source.filters;
    case 'aggregate':
      return [...expr.source.filters, expr.element];
  }
}

/** The expression and everything below it, outer first. */
export function* walk(expr: Expr): Generator<Expr> {
  yield expr;
  for (const part of partsOf(expr)) yield* walk(part);
}

/** Leaves of the and/or/not tree at the top: the conditions of a rule, in order of writing. */
export function conditionsOf(expr: Expr): Expr[] {
  if (expr.op === 'and' || expr.op === 'or') return expr.items.flatMap(conditionsOf);
  return expr.op === 'not' ? conditionsOf(expr.item) : [expr];
}
