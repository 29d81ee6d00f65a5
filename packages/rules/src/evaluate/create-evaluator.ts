import type { Expr } from '../expression.ts';
import type { Rule } from '../rule.ts';
import { compileNumber } from './compile-number.ts';
import { compileTest, negated } from './compile-test.ts';
import { compileText } from './compile-text.ts';
import type { Compiler } from './compiler.ts';
import type { FactRow, Outcome, Test } from './fact-row.ts';

const compiler: Compiler = {
  test: (expr) => compileTest(expr, compiler),
  number: (expr) => compileNumber(expr, compiler),
  text: (expr) => compileText(expr, compiler),
};

/** What a rule says of one subject. */
export interface Evaluation {
  /** Null is unknown; a date is `YYYY-MM-DD`. */
  readonly value: boolean | number | string | null;
  /** Per condition of the rule: 1 true, 0 false, -1 unknown. */
  readonly outcomes: readonly Outcome[];
}

/** Evaluates a rule for one subject as of a day; never throws, whatever the facts. */
export type Evaluator = (row: FactRow, asOf: string) => Evaluation;

/** The and/or/not tree; each leaf notes its outcome, so none is skipped. */
type Branch = (row: FactRow, today: string, outcomes: Outcome[]) => Outcome;

function compileBranch(expr: Expr, leaves: Test[]): Branch {
  if (expr.op === 'not') {
    const branch = compileBranch(expr.item, leaves);
    return (row, today, outcomes) => negated(branch(row, today, outcomes));
  }
  if (expr.op === 'and' || expr.op === 'or') {
    const branches = expr.items.map((item) => compileBranch(item, leaves));
    const [decisive, otherwise]: [Outcome, Outcome] = expr.op === 'and' ? [0, 1] : [1, 0];
    return (row, today, outcomes) => {
      let result: Outcome = otherwise;
      for (let i = 0; i < branches.length; i++) {
        const one = branches[i]!(row, today, outcomes);
        if (one === decisive) result = decisive;
        else if (one === -1 && result === otherwise) result = -1;
      }
      return result;
    };
  }
  const leaf = compiler.test(expr);
  const index = leaves.push(leaf) - 1;
  return (row, today, outcomes) => {
    const outcome = leaf(row, row, today);
    outcomes[index] = outcome;
    return outcome;
  };
}

/** Compiles a rule to closures over flat records; compile once, evaluate often. */
export function createEvaluator(rule: Rule): Evaluator {
  const none: readonly Outcome[] = [];
  if (rule.type === 'number') {
    const read = compiler.number(rule.body);
    return (row, asOf) => {
      const value = read(row, row, asOf);
      return { value: Number.isNaN(value) ? null : value, outcomes: none };
    };
  }
  if (rule.type === 'date') {
    const read = compiler.text(rule.body);
    return (row, asOf) => ({ value: read(row, row, asOf), outcomes: none });
  }
  const branch = compileBranch(rule.body, []);
  return (row, asOf) => {
    const outcomes: Outcome[] = [];
    const outcome = branch(row, asOf, outcomes);
    return { value: outcome === -1 ? null : outcome === 1, outcomes };
  };
}
