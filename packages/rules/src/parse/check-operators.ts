import type { Arithmetic, Comparison, Expr, FactExpr, LiteralExpr, RuleType } from '../expression.ts';
import { fitLiteral } from './check-literals.ts';
import { typeOfFact } from './check-names.ts';
import {
  asValue,
  BOOL,
  type Checker,
  DATE,
  expectKind,
  NUMBER,
  type Operand,
  placeOf,
  wordOf,
  wordOfKind,
} from './checker.ts';
import type { SyntaxNode } from './read-syntax.ts';

/** `a && b && c` as the parser nests it, without recursion: thousands of them are still one level. */
function flatten(node: SyntaxNode, op: '&&' | '||'): SyntaxNode[] {
  const items: SyntaxNode[] = [];
  let at = node;
  while (at.op === op) {
    items.push(at.args[1]);
    at = at.args[0];
  }
  return [at, ...items.reverse()];
}

export function checkJunction(checker: Checker, node: SyntaxNode, op: '&&' | '||'): Operand | undefined {
  const own = op === '&&' ? 'and' : 'or';
  const items = flatten(node, op).map((item) => checker.value(item, ['bool']));
  const known = items.filter((item) => item !== undefined);
  if (known.length < items.length) return undefined;
  const flat = known.flatMap((item) => (item.op === own ? item.items : [item]));
  return asValue({ op: own, type: BOOL, items: flat, ...placeOf(node) });
}

/** Brings a literal to the type of the other side; refuses pairs that cannot be compared. */
function fitPair(checker: Checker, node: SyntaxNode, left: Expr, right: Expr): [Expr, Expr] | undefined {
  const a = fitLiteral(checker, left, right.type);
  const b = fitLiteral(checker, right, left.type);
  if (a === undefined || b === undefined) return undefined;
  const isSame =
    a.type.kind === b.type.kind &&
    (a.type.kind !== 'code' || b.type.kind !== 'code' || a.type.system === b.type.system);
  if (isSame) return [a, b];
  const [first, second] = [wordOfKind(a.type.kind), wordOfKind(b.type.kind)];
  const isDate = a.type.kind === 'date' || b.type.kind === 'date';
  const text = [a, b].find((side) => side.op === 'literal' && side.type.kind === 'text') as LiteralExpr | undefined;
  if (isDate && text !== undefined)
    return checker.refuseAt(
      text,
      'wrong-type',
      [`日期要写成 date('${text.value}')`, `A date is written date('${text.value}')`],
      `date('${text.value}')`,
    );
  return checker.refuse(node, 'wrong-type', [
    `两边不能比较：一边是${first[0]}，一边是${second[0]}`,
    `These cannot be compared: ${first[1]} and ${second[1]}`,
  ]);
}

const COMPARED = ['bool', 'number', 'date', 'text', 'code'] as const;

export function checkComparison(checker: Checker, node: SyntaxNode, sign: Comparison): Operand | undefined {
  const [leftNode, rightNode] = node.args as [SyntaxNode, SyntaxNode];
  for (const [side, other] of [
    [leftNode, rightNode],
    [rightNode, leftNode],
  ] as const)
    if (side.op === 'value' && side.args === null && (sign === '==' || sign === '!='))
      return checker.refuse(
        node,
        'not-supported',
        ['没有 null；要问是否已知请用 has(事实)', 'There is no null; ask with has(fact)'],
        `${sign === '==' ? '!' : ''}has(${checker.text.slice(other.start, other.end)})`,
      );
  const left = checker.value(leftNode, COMPARED);
  const right = checker.value(rightNode, COMPARED);
  if (left === undefined || right === undefined) return undefined;
  const pair = fitPair(checker, node, left, right);
  if (pair === undefined) return undefined;
  const kind = pair[0].type.kind;
  const isOrder = sign !== '==' && sign !== '!=';
  if (isOrder && kind !== 'number' && kind !== 'date')
    return checker.refuse(node, 'wrong-type', [
      `${wordOfKind(kind)[0]}只能用 == 和 != 比较`,
      `${wordOfKind(kind)[1]} can only be compared with == and !=`,
    ]);
  if (kind === 'bool') return compareBool(node, sign, pair);
  const of = kind === 'code' ? 'text' : kind;
  return asValue({ op: 'compare', type: BOOL, sign, of, left: pair[0], right: pair[1], ...placeOf(node) });
}

/** `x == true` is x: the sentence and the trace then say what is meant. */
function compareBool(node: SyntaxNode, sign: Comparison, [left, right]: [Expr, Expr]): Operand {
  const literal = right.op === 'literal' ? right : left.op === 'literal' ? left : undefined;
  if (literal === undefined)
    return asValue({ op: 'compare', type: BOOL, sign, of: 'bool', left, right, ...placeOf(node) });
  const other = literal === right ? left : right;
  if ((literal.value === true) === (sign === '==')) return asValue({ ...other, ...placeOf(node) });
  return asValue({ op: 'not', type: BOOL, item: other, ...placeOf(node) });
}

export function checkArithmetic(checker: Checker, node: SyntaxNode, sign: Arithmetic): Operand | undefined {
  const [leftNode, rightNode] = node.args as [SyntaxNode, SyntaxNode];
  const left = checker.check(leftNode);
  const right = checker.check(rightNode);
  if (left === undefined || right === undefined) return undefined;
  if (right.is === 'duration' && (sign === '+' || sign === '-')) {
    const date = expectKind(checker, left, leftNode, ['date']);
    const count = sign === '+' ? right.count : -right.count;
    return date && asValue({ op: 'shift', type: DATE, date, unit: right.unit, count, ...placeOf(node) });
  }
  if (isDate(left) && isDate(right) && sign === '-')
    return checker.refuse(
      node,
      'wrong-type',
      ['两个日期相差的天数用 daysBetween(早, 晚)', 'The days between two dates are daysBetween(earlier, later)'],
      `daysBetween(${checker.text.slice(rightNode.start, rightNode.end)}, ${checker.text.slice(leftNode.start, leftNode.end)})`,
    );
  if (isDate(left) && (sign === '+' || sign === '-'))
    return checker.refuse(rightNode, 'wrong-type', [
      `日期只能加减期间：days(n)、months(n)、years(n)，“${checker.quote(rightNode)}”是${wordOf(right)[0]}`,
      'To a date one adds days(n), months(n) or years(n)',
    ]);
  const a = expectKind(checker, left, leftNode, ['number']);
  const b = expectKind(checker, right, rightNode, ['number']);
  return a && b && asValue({ op: 'arithmetic', type: NUMBER, sign, left: a, right: b, ...placeOf(node) });
}

const isDate = (operand: Operand) => operand.is === 'value' && operand.expr.type.kind === 'date';

export function checkNegation(checker: Checker, node: SyntaxNode, inner: SyntaxNode): Operand | undefined {
  const item = checker.check(inner);
  if (item?.is === 'duration') return { ...item, count: -item.count };
  const expr = expectKind(checker, item, inner, ['number']);
  if (expr?.op === 'literal') return asValue({ ...expr, value: -(expr.value as number), ...placeOf(node) });
  return expr && asValue({ op: 'negate', type: NUMBER, item: expr, ...placeOf(node) });
}

export function checkChoice(checker: Checker, node: SyntaxNode): Operand | undefined {
  const [whenNode, thenNode, otherwiseNode] = node.args as [SyntaxNode, SyntaxNode, SyntaxNode];
  const when = checker.value(whenNode, ['bool']);
  const then = checker.value(thenNode, COMPARED);
  const otherwise = checker.value(otherwiseNode, COMPARED);
  if (when === undefined || then === undefined || otherwise === undefined) return undefined;
  const pair = fitPair(checker, node, then, otherwise);
  if (pair === undefined) return undefined;
  const type = commonType(pair[0].type, pair[1].type);
  return asValue({ op: 'choose', type, when, chosen: pair[0], otherwise: pair[1], ...placeOf(node) });
}

/** Two enumerations together are plain text. */
function commonType(a: RuleType, b: RuleType): RuleType {
  if (a.kind === 'text' && b.kind === 'text' && a.values !== b.values) return { kind: 'text' };
  return a.kind === 'code' && b.kind === 'code' && a.values !== b.values ? { kind: 'code', system: a.system } : a;
}

export function checkMember(checker: Checker, node: SyntaxNode): Operand | undefined {
  const [itemNode, listNode] = node.args as [SyntaxNode, SyntaxNode];
  const item = checker.value(itemNode, ['text', 'number', 'code']);
  const list = checker.check(listNode);
  if (item === undefined || list === undefined) return undefined;
  if (list.is === 'list') return memberOfFact(checker, node, item, list.list);
  if (list.is === 'values') return memberOfValues(checker, node, item, list.values);
  const collection = list.is === 'collection';
  return checker.refuse(listNode, 'wrong-type', [
    `in 的右边要是列表，“${checker.quote(listNode)}”是${wordOf(list)[0]}${collection ? '，请用 exists' : ''}`,
    `On the right of "in" stands a list; this is ${wordOf(list)[1]}${collection ? ': use exists' : ''}`,
  ]);
}

function memberOfFact(checker: Checker, node: SyntaxNode, item: Expr, list: FactExpr): Operand | undefined {
  const type = typeOfFact(list.fact);
  const fitted = fitLiteral(checker, item, type);
  if (fitted === undefined) return undefined;
  const isSame = fitted.type.kind === type.kind;
  const system = fitted.type.kind === 'code' && type.kind === 'code' && fitted.type.system !== type.system;
  if (!isSame || system)
    return checker.refuse(node, 'wrong-type', [
      `“${list.fact.label.zh}”里是${wordOfKind(type.kind)[0]}，左边是${wordOfKind(fitted.type.kind)[0]}`,
      `"${list.fact.label.en}" holds ${wordOfKind(type.kind)[1]} each; on the left is ${wordOfKind(fitted.type.kind)[1]}`,
    ]);
  const of = type.kind === 'number' ? 'number' : 'text';
  return asValue({ op: 'in', type: BOOL, of, item: fitted, list, ...placeOf(node) });
}

function memberOfValues(
  checker: Checker,
  node: SyntaxNode,
  item: Expr,
  values: readonly LiteralExpr[],
): Operand | undefined {
  const wanted = item.type.kind === 'number' ? 'number' : 'text';
  const list: (string | number)[] = [];
  let isFine = true;
  for (const value of values) {
    const fitted = value.type.kind === wanted ? fitLiteral(checker, value, item.type) : undefined;
    if (fitted === undefined) isFine = false;
    else list.push((fitted as LiteralExpr).value as string | number);
    if (value.type.kind !== wanted)
      checker.refuseAt(value, 'wrong-type', [
        `列表里要是${wordOfKind(wanted)[0]}，这里是${wordOfKind(value.type.kind)[0]}`,
        `The list must hold ${wordOfKind(wanted)[1]} each; this is ${wordOfKind(value.type.kind)[1]}`,
      ]);
  }
  return isFine ? asValue({ op: 'in', type: BOOL, of: wanted, item, list, ...placeOf(node) }) : undefined;
}

/** `['a', 'b']`: literals of one type. */
export function checkList(checker: Checker, node: SyntaxNode): Operand | undefined {
  const nodes = node.args as SyntaxNode[];
  if (nodes.length === 0) return checker.refuse(node, 'wrong-arguments', ['列表是空的', 'The list is empty']);
  const values: LiteralExpr[] = [];
  for (const item of nodes) {
    const expr = checker.value(item, ['text', 'number']);
    if (expr === undefined) return undefined;
    if (expr.op !== 'literal')
      return checker.refuse(item, 'not-supported', [
        "列表里只能写字面值，如 [9, 25] 或 ['C17']",
        "A list holds literals only, such as [9, 25] or ['C17']",
      ]);
    values.push(expr);
  }
  return { is: 'values', values };
}
