import type { AggregateExpr, CountExpr, QuantifierExpr, Source } from '../expression.ts';
import { bounded, ExactSum } from '../values/number.ts';
import type { Compiler } from './compiler.ts';
import type { FactRow, NumberReader, Outcome, Test, TextReader } from './fact-row.ts';

/** Rows of the items; undefined when the caller brought none. */
export function itemsOf(row: FactRow, source: Source): readonly FactRow[] | undefined {
  const items = row[source.collection.path];
  return Array.isArray(items) ? (items as readonly FactRow[]) : undefined;
}

/** Whether an item passes all filters, Kleene's and; undefined when there is none. */
export function compileFilters(source: Source, compiler: Compiler): Test | undefined {
  const tests = source.filters.map((filter) => compiler.test(filter));
  if (tests.length <= 1) return tests[0];
  return (row, item, today) => {
    let outcome: Outcome = 1;
    for (const test of tests) {
      const one = test(row, item, today);
      if (one === 0) return 0;
      if (one === -1) outcome = -1;
    }
    return outcome;
  };
}

/** The outcome of one item: with filters `exists` asks for filter and predicate, `all` for not filter or predicate. */
export function compileItemTest(expr: QuantifierExpr, compiler: Compiler): Test {
  const predicate = compiler.test(expr.predicate);
  const filter = compileFilters(expr.source, compiler);
  if (filter === undefined) return predicate;
  if (expr.op === 'all')
    return (row, item, today) => {
      const passes = filter(row, item, today);
      if (passes === 0) return 1;
      const outcome = predicate(row, item, today);
      return passes === 1 || outcome === 1 ? outcome : -1;
    };
  return (row, item, today) => {
    const passes = filter(row, item, today);
    if (passes === 0) return 0;
    const outcome = predicate(row, item, today);
    return passes === 1 || outcome === 0 ? outcome : -1;
  };
}

export function compileQuantifier(expr: QuantifierExpr, compiler: Compiler): Test {
  const test = compileItemTest(expr, compiler);
  const { source } = expr;
  if (expr.op === 'existsOne') return exactlyOne(source, test);
  // `exists` stops at a true item, `all` at a false one; otherwise an unknown item makes the whole unknown.
  const decisive = expr.op === 'exists' ? 1 : 0;
  const otherwise = expr.op === 'exists' ? 0 : 1;
  return (row, _item, today) => {
    const items = itemsOf(row, source);
    if (items === undefined) return -1;
    let outcome: Outcome = otherwise;
    for (let i = 0; i < items.length; i++) {
      const one = test(row, items[i]!, today);
      if (one === decisive) return decisive;
      if (one === -1) outcome = -1;
    }
    return outcome;
  };
}

function exactlyOne(source: Source, test: Test): Test {
  return (row, _item, today) => {
    const items = itemsOf(row, source);
    if (items === undefined) return -1;
    let count = 0;
    let isUnknown = false;
    for (const item of items) {
      const one = test(row, item, today);
      if (one === 1 && ++count > 1) return 0;
      if (one === -1) isUnknown = true;
    }
    return isUnknown ? -1 : count === 1 ? 1 : 0;
  };
}

export function compileCount(expr: CountExpr, compiler: Compiler): NumberReader {
  const filter = compileFilters(expr.source, compiler);
  const { source } = expr;
  return (row, _item, today) => {
    const items = itemsOf(row, source);
    if (items === undefined) return Number.NaN;
    if (filter === undefined) return items.length;
    let count = 0;
    for (const item of items) {
      const passes = filter(row, item, today);
      if (passes === -1) return Number.NaN;
      count += passes;
    }
    return count;
  };
}

/** Elements of the items that pass; undefined when one is unknown. */
function* passing<T extends number | string | null>(
  items: readonly FactRow[],
  read: (item: FactRow) => T,
  filter: ((item: FactRow) => Outcome) | undefined,
): Generator<T | undefined> {
  for (const item of items) {
    const passes = filter === undefined ? 1 : filter(item);
    if (passes === 0) continue;
    const value = passes === 1 ? read(item) : null;
    yield value === null || Number.isNaN(value) ? undefined : (value as T);
  }
}

export function compileAggregate(expr: AggregateExpr, compiler: Compiler): NumberReader {
  const filter = compileFilters(expr.source, compiler);
  const element = compiler.number(expr.element);
  const { kind, source } = expr;
  return (row, _item, today) => {
    const items = itemsOf(row, source);
    if (items === undefined) return Number.NaN;
    const read = (item: FactRow) => element(row, item, today);
    const values = passing(items, read, filter && ((item) => filter(row, item, today)));
    return kind === 'sum' || kind === 'avg' ? total(values, kind) : extreme(values, kind);
  };
}

function total(values: Iterable<number | undefined>, kind: 'sum' | 'avg'): number {
  const sum = new ExactSum();
  let count = 0;
  for (const value of values) {
    const fitted = value === undefined ? Number.NaN : bounded(value);
    if (Number.isNaN(fitted)) return Number.NaN;
    sum.add(fitted);
    count++;
  }
  return kind === 'sum' ? sum.total() : bounded(sum.total() / count);
}

function extreme(values: Iterable<number | undefined>, kind: 'min' | 'max'): number {
  let best: number | undefined;
  for (const value of values) {
    if (value === undefined) return Number.NaN;
    if (best === undefined || (kind === 'min' ? value < best : value > best)) best = value;
  }
  return best ?? Number.NaN;
}

export function compileDateAggregate(expr: AggregateExpr, compiler: Compiler): TextReader {
  const filter = compileFilters(expr.source, compiler);
  const element = compiler.text(expr.element);
  const { kind, source } = expr;
  return (row, _item, today) => {
    const items = itemsOf(row, source);
    if (items === undefined) return null;
    let best: string | null = null;
    const read = (item: FactRow) => element(row, item, today);
    for (const value of passing(items, read, filter && ((item) => filter(row, item, today)))) {
      if (value === undefined || value === null) return null;
      if (best === null || (kind === 'min' ? value < best : value > best)) best = value;
    }
    return best;
  };
}
