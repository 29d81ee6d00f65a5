import type { Expr } from '../expression.ts';
import { shiftDay } from '../values/day.ts';
import { compileDateAggregate } from './compile-collection.ts';
import { type Compiler, impossible } from './compiler.ts';
import type { FactValue, TextReader } from './fact-row.ts';

const asText = (value: FactValue): string | null => (typeof value === 'string' ? value : null);

/** A text, code or date expression as a closure. */
export function compileText(expr: Expr, compiler: Compiler): TextReader {
  switch (expr.op) {
    case 'literal': {
      const value = String(expr.value);
      return () => value;
    }
    case 'today':
      return (_row, _item, today) => today;
    case 'fact': {
      const { path } = expr.fact;
      return expr.scope === 'item' ? (_, item) => asText(item[path]) : (row) => asText(row[path]);
    }
    case 'shift': {
      const read = compiler.text(expr.date);
      const { unit, count } = expr;
      return (row, item, today) => {
        const day = read(row, item, today);
        return day === null ? null : shiftDay(day, unit, count);
      };
    }
    case 'choose': {
      const when = compiler.test(expr.when);
      const [then, otherwise] = [compiler.text(expr.chosen), compiler.text(expr.otherwise)];
      return (row, item, today) => {
        const chosen = when(row, item, today);
        return chosen === -1 ? null : chosen === 1 ? then(row, item, today) : otherwise(row, item, today);
      };
    }
    case 'aggregate':
      return compileDateAggregate(expr, compiler);
    default:
      return impossible(expr);
  }
}
