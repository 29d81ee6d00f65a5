import type { Catalogue } from '../catalogue.ts';
import type { Expr, FactExpr, LiteralExpr, RuleType, ShiftExpr, Source } from '../expression.ts';
import { problemAt, type RuleProblem, type RuleProblemCode, type Sentence } from '../problem.ts';
import type { SyntaxNode } from './read-syntax.ts';
import { MAX_DEPTH, tooDeep } from './scan-text.ts';

/** What a part of a rule can be; only a value can stand alone. */
export type Operand =
  | { readonly is: 'value'; readonly expr: Expr }
  | { readonly is: 'list'; readonly list: FactExpr }
  | { readonly is: 'values'; readonly values: readonly LiteralExpr[] }
  | { readonly is: 'collection'; readonly source: Source }
  | { readonly is: 'mapped'; readonly source: Source; readonly element: Expr }
  | { readonly is: 'duration'; readonly unit: ShiftExpr['unit']; readonly count: number };

/** The variable of the collection one is inside of. */
export interface ItemScope {
  readonly variable: string;
  readonly subject: string;
}

const MAX_PROBLEMS = 20;

/** State of one check; the functions of the other check-*.ts work on it. */
export class Checker {
  readonly catalogue: Catalogue;
  readonly subject: string;
  readonly problems: RuleProblem[] = [];
  readonly text: string;
  item: ItemScope | undefined;
  #depth = 0;
  readonly #dispatch: (checker: Checker, node: SyntaxNode) => Operand | undefined;

  constructor(
    rule: { readonly catalogue: Catalogue; readonly subject: string; readonly text: string },
    dispatch: (checker: Checker, node: SyntaxNode) => Operand | undefined,
  ) {
    this.catalogue = rule.catalogue;
    this.subject = rule.subject;
    this.text = rule.text;
    this.#dispatch = dispatch;
  }

  /** Types one node; undefined when it was refused. */
  check(node: SyntaxNode): Operand | undefined {
    if (this.#depth >= MAX_DEPTH) {
      if (this.problems.every((one) => one.code !== 'too-deep')) this.problems.push(tooDeep(node.start, node.end));
      return undefined;
    }
    this.#depth++;
    const operand = this.#dispatch(this, node);
    this.#depth--;
    return operand;
  }

  /** A node that must be a single value of one of the kinds. */
  value(node: SyntaxNode, kinds: readonly RuleType['kind'][]): Expr | undefined {
    return expectKind(this, this.check(node), node, kinds);
  }

  /** Notes a problem at a node; returns undefined for `return checker.refuse(…)`. */
  refuse(node: SyntaxNode, code: RuleProblemCode, sentence: Sentence, suggestion?: string): undefined {
    this.refuseAt({ from: node.start, to: node.end }, code, sentence, suggestion);
  }

  refuseAt(
    place: { from: number; to: number },
    code: RuleProblemCode,
    sentence: Sentence,
    suggestion?: string,
  ): undefined {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problemAt(place, code, sentence, suggestion));
  }

  /** The text of a node, for messages; long ones are cut. */
  quote(node: SyntaxNode): string {
    const text = this.text.slice(node.start, node.end);
    return text.length > 40 ? `${text.slice(0, 39)}…` : text;
  }
}

export const BOOL: RuleType = { kind: 'bool' };
export const NUMBER: RuleType = { kind: 'number' };
export const DATE: RuleType = { kind: 'date' };
export const TEXT: RuleType = { kind: 'text' };

export const placeOf = (node: SyntaxNode) => ({ from: node.start, to: node.end });
export const asValue = (expr: Expr): Operand => ({ is: 'value', expr });

type Kind = RuleType['kind'];
const KIND_WORDS: Readonly<Record<Kind | Exclude<Operand['is'], 'value'>, Sentence>> = {
  bool: ['是否', 'yes/no'],
  number: ['数', 'a number'],
  date: ['日期', 'a date'],
  text: ['文本', 'a text'],
  code: ['代码', 'a code'],
  list: ['列表', 'a list'],
  values: ['列表', 'a list'],
  collection: ['集合', 'a collection'],
  mapped: ['一组值', 'a series of values'],
  duration: ['期间', 'a period'],
};

export function wordOf(operand: Operand): Sentence {
  return KIND_WORDS[operand.is === 'value' ? operand.expr.type.kind : operand.is];
}

export const wordOfKind = (kind: Kind): Sentence => KIND_WORDS[kind];

/** What to write instead when a common slip is recognised. */
function hintFor(operand: Operand, wanted: readonly Kind[]): { sentence: Sentence; suggestion?: string } {
  if (operand.is === 'collection' && wanted.includes('bool'))
    return { sentence: ['，集合要用 exists、all 或 size 来问', '; ask a collection with exists, all or size'] };
  if (operand.is === 'collection' && wanted.includes('number'))
    return { sentence: ['，要计数请用 size(…)', '; count it with size(…)'] };
  if (operand.is === 'mapped')
    return {
      sentence: [
        '，map 之后要接 .sum()、.min()、.max() 或 .avg()',
        '; after map comes .sum(), .min(), .max() or .avg()',
      ],
    };
  const literal = operand.is === 'value' && operand.expr.op === 'literal' ? operand.expr : undefined;
  if (wanted.includes('date') && literal?.type.kind === 'text')
    return {
      sentence: ["，日期写作 date('2026-01-31')", "; dates are written date('2026-01-31')"],
      suggestion: `date('${String(literal.value).replace(/[^\d-]/g, '')}')`,
    };
  return { sentence: ['', ''] };
}

/** The operand as a value of one of the kinds; refuses others in a sentence about `node`. */
export function expectKind(
  checker: Checker,
  operand: Operand | undefined,
  node: SyntaxNode,
  wanted: readonly Kind[],
): Expr | undefined {
  if (operand === undefined) return undefined;
  if (operand.is === 'value' && wanted.includes(operand.expr.type.kind)) return operand.expr;
  const is = wordOf(operand);
  const zh = wanted.map((kind) => KIND_WORDS[kind][0]).join('或');
  const en = wanted.map((kind) => KIND_WORDS[kind][1]).join(' or ');
  const hint = hintFor(operand, wanted);
  const quoted = checker.quote(node);
  return checker.refuse(
    node,
    'wrong-type',
    [
      `这里要${zh}，“${quoted}”是${is[0]}${hint.sentence[0]}`,
      `${capital(en)} is needed here; "${quoted}" is ${is[1]}${hint.sentence[1]}`,
    ],
    hint.suggestion,
  );
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
