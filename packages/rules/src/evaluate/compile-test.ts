import { coverOf } from '../codes/code-text.ts';
import type { CompareExpr, Comparison, Expr, InExpr, TextTestExpr, WithinExpr } from '../expression.ts';
import { compileQuantifier } from './compile-collection.ts';
import { type Compiler, impossible } from './compiler.ts';
import type { FactValue, NumberReader, Outcome, Test, TextReader } from './fact-row.ts';

/** A yes/no expression as a closure. */
export function compileTest(expr: Expr, compiler: Compiler): Test {
  switch (expr.op) {
    case 'literal': {
      const outcome: Outcome = expr.value === true ? 1 : 0;
      return () => outcome;
    }
    case 'fact': {
      const { path } = expr.fact;
      return expr.scope === 'item' ? (_, item) => truth(item[path]) : (row) => truth(row[path]);
    }
    case 'has': {
      const { path } = expr.fact;
      return expr.scope === 'item' ? (_, item) => known(item[path]) : (row) => known(row[path]);
    }
    case 'and':
      return all(expr.items.map((item) => compiler.test(item)));
    case 'or':
      return any(expr.items.map((item) => compiler.test(item)));
    case 'not': {
      const test = compiler.test(expr.item);
      return (row, item, today) => negated(test(row, item, today));
    }
    case 'compare':
      return compileComparison(expr, compiler);
    case 'in':
      return compileMember(expr, compiler);
    case 'textTest':
      return compileTextTest(expr, compiler);
    case 'within':
      return compileWithin(expr, compiler);
    case 'choose': {
      const [when, then, otherwise] = [expr.when, expr.chosen, expr.otherwise].map((part) => compiler.test(part)) as [
        Test,
        Test,
        Test,
      ];
      return (row, item, today) => {
        const chosen = when(row, item, today);
        return chosen === -1 ? -1 : chosen === 1 ? then(row, item, today) : otherwise(row, item, today);
      };
    }
    case 'exists':
    case 'all':
    case 'existsOne':
      return compileQuantifier(expr, compiler);
    default:
      return impossible(expr);
  }
}

const truth = (value: FactValue): Outcome => (value === true ? 1 : value === false ? 0 : -1);
const known = (value: FactValue): Outcome => (value === null || value === undefined ? 0 : 1);
export const negated = (outcome: Outcome): Outcome => (outcome === -1 ? -1 : outcome === 1 ? 0 : 1);

/** Kleene's and: false decides, else unknown. */
export function all(tests: readonly Test[]): Test {
  if (tests.length === 1) return tests[0]!;
  return (row, item, today) => {
    let outcome: Outcome = 1;
    for (let i = 0; i < tests.length; i++) {
      const one = tests[i]!(row, item, today);
      if (one === 0) return 0;
      if (one === -1) outcome = -1;
    }
    return outcome;
  };
}

/** Kleene's or: true decides, else unknown. */
export function any(tests: readonly Test[]): Test {
  return (row, item, today) => {
    let outcome: Outcome = 0;
    for (let i = 0; i < tests.length; i++) {
      const one = tests[i]!(row, item, today);
      if (one === 1) return 1;
      if (one === -1) outcome = -1;
    }
    return outcome;
  };
}

function compileComparison(expr: CompareExpr, compiler: Compiler): Test {
  const { left, right, sign } = expr;
  if (expr.of === 'bool') {
    const [a, b] = [compiler.test(left), compiler.test(right)];
    const whenSame: Outcome = sign === '==' ? 1 : 0;
    return (row, item, today) => {
      const [x, y] = [a(row, item, today), b(row, item, today)];
      return x === -1 || y === -1 ? -1 : x === y ? whenSame : negated(whenSame);
    };
  }
  if (expr.of === 'number') {
    if (left.op === 'fact' && left.scope === 'subject' && right.op === 'literal')
      return factAgainstNumber(sign, left.fact.path, right.value as number);
    return compareNumbers(sign, compiler.number(left), compiler.number(right));
  }
  return compareTexts(sign, compiler.text(left), compiler.text(right));
}

/** The commonest condition, without a call to read the fact. */
function factAgainstNumber(sign: Comparison, path: string, limit: number): Test {
  const decide = (isMet: (value: number) => boolean): Test => {
    return (row) => {
      const value = row[path];
      return typeof value === 'number' ? (isMet(value) ? 1 : 0) : -1;
    };
  };
  switch (sign) {
    case '==':
      return decide((value) => value === limit);
    case '!=':
      return decide((value) => value !== limit);
    case '<':
      return decide((value) => value < limit);
    case '<=':
      return decide((value) => value <= limit);
    case '>':
      return decide((value) => value > limit);
    case '>=':
      return decide((value) => value >= limit);
  }
}

/** NaN is unknown. */
function compareNumbers(sign: Comparison, left: NumberReader, right: NumberReader): Test {
  const decide = (isMet: (a: number, b: number) => boolean): Test => {
    return (row, item, today) => {
      const a = left(row, item, today);
      const b = right(row, item, today);
      return Number.isNaN(a) || Number.isNaN(b) ? -1 : isMet(a, b) ? 1 : 0;
    };
  };
  switch (sign) {
    case '==':
      return decide((a, b) => a === b);
    case '!=':
      return decide((a, b) => a !== b);
    case '<':
      return decide((a, b) => a < b);
    case '<=':
      return decide((a, b) => a <= b);
    case '>':
      return decide((a, b) => a > b);
    case '>=':
      return decide((a, b) => a >= b);
  }
}

/** Dates compare in order as texts; texts and codes only for equality. */
function compareTexts(sign: Comparison, left: TextReader, right: TextReader): Test {
  const decide = (isMet: (a: string, b: string) => boolean): Test => {
    return (row, item, today) => {
      const a = left(row, item, today);
      const b = right(row, item, today);
      return a === null || b === null ? -1 : isMet(a, b) ? 1 : 0;
    };
  };
  switch (sign) {
    case '==':
      return decide((a, b) => a === b);
    case '!=':
      return decide((a, b) => a !== b);
    case '<':
      return decide((a, b) => a < b);
    case '<=':
      return decide((a, b) => a <= b);
    case '>':
      return decide((a, b) => a > b);
    case '>=':
      return decide((a, b) => a >= b);
  }
}

function compileMember(expr: InExpr, compiler: Compiler): Test {
  const read: (...args: Parameters<Test>) => string | number | null =
    expr.of === 'number' ? compiler.number(expr.item) : compiler.text(expr.item);
  const { list } = expr;
  if (!('op' in list)) {
    const values = new Set<string | number>(list);
    return (row, item, today) => {
      const value = read(row, item, today);
      return value === null || Number.isNaN(value) ? -1 : values.has(value) ? 1 : 0;
    };
  }
  const { path } = list.fact;
  const isItem = list.scope === 'item';
  return (row, item, today) => {
    const values = isItem ? item[path] : row[path];
    if (!Array.isArray(values)) return -1;
    // Nothing is in an empty list, not even what is unknown: `in` is an or of equalities.
    if (values.length === 0) return 0;
    const value = read(row, item, today);
    if (value === null || Number.isNaN(value)) return -1;
    return values.includes(value) ? 1 : 0;
  };
}

function compileTextTest(expr: TextTestExpr, compiler: Compiler): Test {
  const read = compiler.text(expr.item);
  const { part, test } = expr;
  const isMet: (value: string) => boolean =
    test === 'contains'
      ? (value) => value.includes(part)
      : test === 'startsWith'
        ? (value) => value.startsWith(part)
        : (value) => value.endsWith(part);
  return (row, item, today) => {
    const value = read(row, item, today);
    return value === null ? -1 : isMet(value) ? 1 : 0;
  };
}

function compileWithin(expr: WithinExpr, compiler: Compiler): Test {
  const { exact, prefixes } = coverOf(expr.system, expr.codes);
  const isCovered = (code: string): boolean => {
    for (let i = 0; i < prefixes.length; i++) if (code.startsWith(prefixes[i]!)) return true;
    return exact.includes(code);
  };
  if (!expr.isList) {
    const read = compiler.text(expr.item);
    return (row, item, today) => {
      const code = read(row, item, today);
      return code === null ? -1 : isCovered(code) ? 1 : 0;
    };
  }
  if (expr.item.op !== 'fact') return impossible(expr.item);
  const { path } = expr.item.fact;
  const isItem = expr.item.scope === 'item';
  return (row, item) => {
    const codes = isItem ? item[path] : row[path];
    if (!Array.isArray(codes)) return -1;
    for (const code of codes as readonly string[]) if (isCovered(code)) return 1;
    return 0;
  };
}
