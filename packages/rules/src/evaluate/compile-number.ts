import type { ArithmeticExpr, Expr } from '../expression.ts';
import { dayNumber, yearOf, yearsBetween } from '../values/day.ts';
import { bounded, isBounded } from '../values/number.ts';
import { compileAggregate, compileCount } from './compile-collection.ts';
import { type Compiler, impossible } from './compiler.ts';
import type { FactValue, NumberReader } from './fact-row.ts';

const asNumber = (value: FactValue): number => (typeof value === 'number' ? value : Number.NaN);

/** A number expression as a closure. */
export function compileNumber(expr: Expr, compiler: Compiler): NumberReader {
  switch (expr.op) {
    case 'literal': {
      const value = expr.value as number;
      return () => value;
    }
    case 'fact': {
      const { path } = expr.fact;
      return expr.scope === 'item' ? (_, item) => asNumber(item[path]) : (row) => asNumber(row[path]);
    }
    case 'arithmetic':
      return compileArithmetic(expr, compiler);
    case 'negate': {
      const read = operand(expr.item, compiler);
      return (row, item, today) => 0 - read(row, item, today);
    }
    case 'daysBetween':
    case 'yearsBetween': {
      const [start, end] = [compiler.text(expr.start), compiler.text(expr.end)];
      const between = expr.op === 'yearsBetween' ? yearsBetween : (a: string, b: string) => dayNumber(b) - dayNumber(a);
      return (row, item, today) => {
        const [a, b] = [start(row, item, today), end(row, item, today)];
        return a === null || b === null ? Number.NaN : between(a, b);
      };
    }
    case 'year': {
      const read = compiler.text(expr.date);
      return (row, item, today) => {
        const day = read(row, item, today);
        return day === null ? Number.NaN : yearOf(day);
      };
    }
    case 'listSize': {
      const { path } = expr.list.fact;
      const isItem = expr.list.scope === 'item';
      return (row, item) => {
        const list = isItem ? item[path] : row[path];
        return Array.isArray(list) ? list.length : Number.NaN;
      };
    }
    case 'choose': {
      const when = compiler.test(expr.when);
      const [then, otherwise] = [compiler.number(expr.chosen), compiler.number(expr.otherwise)];
      return (row, item, today) => {
        const chosen = when(row, item, today);
        return chosen === -1 ? Number.NaN : chosen === 1 ? then(row, item, today) : otherwise(row, item, today);
      };
    }
    case 'count':
      return compileCount(expr, compiler);
    case 'aggregate':
      return compileAggregate(expr, compiler);
    default:
      return impossible(expr);
  }
}

/** What arithmetic works on is always within bounds, so no step of it can overflow. */
function operand(expr: Expr, compiler: Compiler): NumberReader {
  const read = compiler.number(expr);
  return isBounded(expr) ? read : (row, item, today) => bounded(read(row, item, today));
}

function compileArithmetic(expr: ArithmeticExpr, compiler: Compiler): NumberReader {
  const [a, b] = [operand(expr.left, compiler), operand(expr.right, compiler)];
  switch (expr.sign) {
    case '+':
      return (row, item, today) => bounded(a(row, item, today) + b(row, item, today));
    case '-':
      return (row, item, today) => bounded(a(row, item, today) - b(row, item, today));
    case '*':
      return (row, item, today) => bounded(a(row, item, today) * b(row, item, today));
    case '/':
      // A zero divisor gives an infinity or NaN: unknown either way.
      return (row, item, today) => bounded(a(row, item, today) / b(row, item, today));
    case '%':
      return (row, item, today) => Math.trunc(a(row, item, today)) % Math.trunc(b(row, item, today));
  }
}
