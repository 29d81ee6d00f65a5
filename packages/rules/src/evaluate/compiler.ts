import type { Expr } from '../expression.ts';
import type { NumberReader, Test, TextReader } from './fact-row.ts';

/** Turns checked expressions into closures; handed to the parts so that they can call each other. */
export interface Compiler {
  test(expr: Expr): Test;
  number(expr: Expr): NumberReader;
  text(expr: Expr): TextReader;
}

/** An expression of another type than its operator yields: the checker has let something through. */
export function impossible(expr: Expr): never {
  throw new TypeError(`no such ${expr.type.kind} expression: ${expr.op}`);
}
