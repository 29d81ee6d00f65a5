import type { AggregateExpr, CountExpr, Expr, QuantifierExpr } from '../expression.ts';
import { compileFilters, compileItemTest, itemsOf } from './compile-collection.ts';
import type { Compiler } from './compiler.ts';
import type { FactRow, Outcome, Test } from './fact-row.ts';

export type CollectionExpr = QuantifierExpr | CountExpr | AggregateExpr;

/** Items shown with their reasons. */
const MOST_SHOWN = 5;

export interface ItemsFound {
  /** The caller brought no items at all. */
  readonly isAbsent: boolean;
  readonly total: number;
  /** Items for which what is asked of each is true. */
  readonly met: number;
  readonly unknown: number;
  /** The items that decided, at most five. */
  readonly deciding: readonly { readonly row: FactRow; readonly position: number; readonly outcome: Outcome }[];
}

export function isCollectionExpr(expr: Expr): expr is CollectionExpr {
  return 'source' in expr;
}

/** What is asked of each item; of an aggregate also that its element is known. */
function itemTest(expr: CollectionExpr, compiler: Compiler): Test {
  if (expr.op !== 'count' && expr.op !== 'aggregate') return compileItemTest(expr, compiler);
  const filter = compileFilters(expr.source, compiler) ?? (() => 1);
  if (expr.op === 'count') return filter;
  const read = expr.type.kind === 'number' ? compiler.number(expr.element) : compiler.text(expr.element);
  return (row, item, today) => {
    const passes = filter(row, item, today);
    if (passes !== 1) return passes;
    const value = read(row, item, today);
    return value === null || Number.isNaN(value) ? -1 : 1;
  };
}

/** Which outcome of items decided the whole. */
function decisiveOutcome(expr: CollectionExpr, met: number, unmet: number, unknown: number): Outcome {
  switch (expr.op) {
    case 'exists':
      return met > 0 ? 1 : unknown > 0 ? -1 : 0;
    case 'all':
      return unmet > 0 ? 0 : unknown > 0 ? -1 : 1;
    case 'existsOne':
      return met > 1 ? 1 : unknown > 0 ? -1 : met === 1 ? 1 : 0;
    default:
      return unknown > 0 ? -1 : 1;
  }
}

export function inspectItems(expr: CollectionExpr, row: FactRow, today: string, compiler: Compiler): ItemsFound {
  const items = itemsOf(row, expr.source);
  if (items === undefined) return { isAbsent: true, total: 0, met: 0, unknown: 0, deciding: [] };
  const test = itemTest(expr, compiler);
  const all = items.map((item, position) => ({ row: item, position, outcome: test(row, item, today) }));
  const count = (outcome: Outcome) => all.filter((one) => one.outcome === outcome).length;
  const [met, unmet, unknown] = [count(1), count(0), count(-1)];
  const decisive = decisiveOutcome(expr, met, unmet, unknown);
  const deciding = all.filter((one) => one.outcome === decisive).slice(0, MOST_SHOWN);
  return { isAbsent: false, total: items.length, met, unknown, deciding };
}
