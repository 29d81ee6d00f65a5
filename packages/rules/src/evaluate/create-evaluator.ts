import type { Expr } from '../expression.ts';
import type { Rule } from '../rule.ts';
import { compileNumber } from './compile-number.ts';
import { compileTest, negated } from './compile-test.ts';
import { compileText } from './compile-text.ts';
import type { Compiler } from './compiler.ts';
import { explainRule } from './explain.ts';
import type { FactRow, Outcome, Test } from './fact-row.ts';
import type { TraceNode } from './trace-node.ts';

/** Each part of a rule is compiled once; explanations come back to the parts. */
function once<T>(compile: (expr: Expr, compiler: Compiler) => T): (expr: Expr) => T {
  const compiled = new WeakMap<Expr, { readonly reader: T }>();
  return (expr) => {
    const known = compiled.get(expr) ?? { reader: compile(expr, compiler) };
    compiled.set(expr, known);
    return known.reader;
  };
}

const compiler: Compiler = { test: once(compileTest), number: once(compileNumber), text: once(compileText) };

/** What a rule says of one subject. */
export interface Evaluation {
  /** Null is unknown; a date is `YYYY-MM-DD`. */
  readonly value: boolean | number | string | null;
  /** Per condition of the rule: 1 true, 0 false, -1 unknown. */
  readonly outcomes: readonly Outcome[];
  /** How it came to this: the tree of conditions with sentences and inputs, made when asked for. */
  explain(): TraceNode;
}

type Value = Evaluation['value'];

/** A compiled rule: computes the value and notes the outcomes of the conditions. */
interface Plan {
  readonly rule: Rule;
  readonly run: (row: FactRow, asOf: string, outcomes: Outcome[]) => Value;
}

class SubjectEvaluation implements Evaluation {
  readonly value: Value;
  readonly outcomes: readonly Outcome[];
  readonly #plan: Plan;
  readonly #row: FactRow;
  readonly #asOf: string;

  constructor(plan: Plan, row: FactRow, asOf: string) {
    const outcomes: Outcome[] = [];
    this.value = plan.run(row, asOf, outcomes);
    this.outcomes = outcomes;
    this.#plan = plan;
    this.#row = row;
    this.#asOf = asOf;
  }

  explain(): TraceNode {
    return explainRule(this.#plan.rule, this.#row, this.#asOf, compiler);
  }
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

function compileRun(rule: Rule): Plan['run'] {
  if (rule.type === 'number') {
    const read = compiler.number(rule.body);
    return (row, asOf) => {
      const value = read(row, row, asOf);
      return Number.isNaN(value) ? null : value;
    };
  }
  if (rule.type === 'date') {
    const read = compiler.text(rule.body);
    return (row, asOf) => read(row, row, asOf);
  }
  const branch = compileBranch(rule.body, []);
  return (row, asOf, outcomes) => {
    const outcome = branch(row, asOf, outcomes);
    return outcome === -1 ? null : outcome === 1;
  };
}

/** Compiles a rule to closures over flat records; compile once, evaluate often. */
export function createEvaluator(rule: Rule): Evaluator {
  const plan: Plan = { rule, run: compileRun(rule) };
  return (row, asOf) => new SubjectEvaluation(plan, row, asOf);
}

/**
 * Compiles a rule to its bare outcome, without notes or trace: for passes over a whole district.
 * @param rule a rule of type bool
 */
export function createTest(rule: Rule): (row: FactRow, asOf: string) => Outcome {
  const test = compiler.test(rule.body);
  return (row, asOf) => test(row, row, asOf);
}
