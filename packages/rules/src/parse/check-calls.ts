import { isLocalDate } from '@jince/calendar';
import type { Expr, ShiftExpr } from '../expression.ts';
import type { Sentence } from '../problem.ts';
import { type Call, checkCollectionMethod, isCollectionMethod } from './check-collections.ts';
import { fitCode } from './check-literals.ts';
import { asValue, BOOL, type Checker, DATE, expectKind, NUMBER, type Operand, placeOf } from './checker.ts';
import type { SyntaxNode } from './read-syntax.ts';
import { nearest } from './suggest.ts';

const FUNCTIONS = ['has', 'date', 'days', 'months', 'years', 'daysBetween', 'yearsBetween', 'year', 'size'] as const;
const METHODS = 'exists all exists_one filter map sum min max avg size contains startsWith endsWith within'.split(' ');
/** About 4,000 years either way: any day of 0001–9999 stays a day PostgreSQL can hold. */
const MOST = { days: 1_460_000, months: 48_000, years: 4_000 } as const;

/** Number of arguments, and how the call is written. */
const USAGE: Readonly<Record<string, readonly [count: number, zh: string, en: string]>> = {
  has: [1, 'has(事实)', 'has(fact)'],
  date: [1, "date('2026-01-31')", "date('2026-01-31')"],
  days: [1, 'days(30)', 'days(30)'],
  months: [1, 'months(6)', 'months(6)'],
  years: [1, 'years(3)', 'years(3)'],
  daysBetween: [2, 'daysBetween(起日, 止日)', 'daysBetween(start, end)'],
  yearsBetween: [2, 'yearsBetween(起日, 止日)', 'yearsBetween(start, end)'],
  year: [1, 'year(日期)', 'year(date)'],
  size: [1, 'size(列表或集合)', 'size(list or collection)'],
  contains: [1, "文本.contains('纺织')", "text.contains('part')"],
  startsWith: [1, "文本.startsWith('苏州')", "text.startsWith('part')"],
  endsWith: [1, "文本.endsWith('公司')", "text.endsWith('part')"],
  within: [1, "代码.within(['C17'])", "code.within(['C17'])"],
};

/** Refuses another number of arguments than the usage says; unknown names pass. */
function hasArguments(checker: Checker, node: SyntaxNode, name: string, count: number): boolean {
  const usage = Object.hasOwn(USAGE, name) ? USAGE[name] : undefined;
  if (usage === undefined || usage[0] === count) return true;
  checker.refuse(node, 'wrong-arguments', [`${name} 的写法是 ${usage[1]}`, `${name} is written ${usage[2]}`]);
  return false;
}

export function checkFunction(
  checker: Checker,
  node: SyntaxNode,
  name: string,
  args: readonly SyntaxNode[],
): Operand | undefined {
  if (!hasArguments(checker, node, name, args.length)) return undefined;
  const [first, second] = args as [SyntaxNode, SyntaxNode];
  switch (name) {
    case 'has':
      return checkHas(checker, node, first);
    case 'date':
      return checkDate(checker, node, first);
    case 'days':
    case 'months':
    case 'years':
      return checkDuration(checker, first, name);
    case 'daysBetween':
    case 'yearsBetween': {
      const start = checker.value(first, ['date']);
      const end = checker.value(second, ['date']);
      return start && end && asValue({ op: name, type: NUMBER, start, end, ...placeOf(node) });
    }
    case 'year': {
      const date = checker.value(first, ['date']);
      return date && asValue({ op: 'year', type: NUMBER, date, ...placeOf(node) });
    }
    case 'size':
      return checkSize(checker, node, first);
    default:
      return unknownFunction(checker, node.start, name, FUNCTIONS);
  }
}

const REFUSED: Readonly<Record<string, Sentence>> = {
  matches: [
    '不支持正则表达式；请用 contains、startsWith、endsWith',
    'No regular expressions: use contains, startsWith or endsWith',
  ],
};

/** `from` is where the name is looked for: it alone is at fault, and what a suggestion replaces. */
function unknownFunction(checker: Checker, from: number, name: string, known: readonly string[]): undefined {
  const start = Math.max(checker.text.indexOf(name, from), from);
  const place = { from: start, to: start + name.length };
  const refused = Object.hasOwn(REFUSED, name) ? REFUSED[name] : undefined;
  if (refused !== undefined) return checker.refuseAt(place, 'not-supported', refused);
  const suggestion = nearest(name, known);
  return checker.refuseAt(
    place,
    'unknown-function',
    [
      `没有 ${name} 这个函数${suggestion === undefined ? `，可用的是 ${known.join('、')}` : `，是否要写 ${suggestion}`}`,
      `There is no function ${name}${suggestion === undefined ? `; known: ${known.join(', ')}` : `; did you mean ${suggestion}?`}`,
    ],
    suggestion,
  );
}

function checkHas(checker: Checker, node: SyntaxNode, arg: SyntaxNode): Operand | undefined {
  const operand = checker.check(arg);
  if (operand === undefined) return undefined;
  const fact = operand.is === 'list' ? operand.list : operand.is === 'value' ? operand.expr : undefined;
  if (fact?.op === 'fact')
    return asValue({ op: 'has', type: BOOL, scope: fact.scope, fact: fact.fact, ...placeOf(node) });
  return checker.refuse(arg, 'wrong-arguments', [
    'has 只问某个事实是否已知，如 has(enterprise.establishedOn)',
    'has asks only whether a fact is known: has(enterprise.establishedOn)',
  ]);
}

function checkDate(checker: Checker, node: SyntaxNode, arg: SyntaxNode): Operand | undefined {
  const value: unknown = arg.op === 'value' ? arg.args : undefined;
  if (typeof value === 'string' && isLocalDate(value))
    return asValue({ op: 'literal', type: DATE, value, ...placeOf(node) });
  return checker.refuse(arg, 'wrong-literal', [
    `“${checker.quote(arg)}”不是日期；写作 date('2026-01-31')，且这一天要存在`,
    `"${checker.quote(arg)}" is no date; write date('2026-01-31') with a day that exists`,
  ]);
}

function checkDuration(checker: Checker, arg: SyntaxNode, unit: ShiftExpr['unit']): Operand | undefined {
  const expr = checker.value(arg, ['number']);
  if (expr === undefined) return undefined;
  const count = expr.op === 'literal' ? (expr.value as number) : Number.NaN;
  if (Number.isInteger(count) && Math.abs(count) <= MOST[unit]) return { is: 'duration', unit, count };
  return checker.refuse(arg, 'wrong-literal', [
    `${unit}(n) 里要写整数，不超过 ${MOST[unit]}`,
    `${unit}(n) takes a whole number of at most ${MOST[unit]}`,
  ]);
}

function checkSize(checker: Checker, node: SyntaxNode, arg: SyntaxNode): Operand | undefined {
  const operand = checker.check(arg);
  if (operand === undefined) return undefined;
  return sizeOf(checker, node, arg, operand);
}

function sizeOf(checker: Checker, node: SyntaxNode, arg: SyntaxNode, operand: Operand): Operand | undefined {
  if (operand.is === 'list') return asValue({ op: 'listSize', type: NUMBER, list: operand.list, ...placeOf(node) });
  if (operand.is === 'collection')
    return asValue({ op: 'count', type: NUMBER, source: operand.source, ...placeOf(node) });
  return checker.refuse(arg, 'wrong-type', [
    `size 数的是列表或集合里有几个，“${checker.quote(arg)}”不是`,
    `size counts what is in a list or a collection; "${checker.quote(arg)}" is neither`,
  ]);
}

export function checkMethod(checker: Checker, node: SyntaxNode, call: Call): Operand | undefined {
  const { name, receiver, args } = call;
  if (isCollectionMethod(name)) return checkCollectionMethod(checker, node, call);
  // `list.size()` has what `size(list)` has between its brackets.
  if (!hasArguments(checker, node, name, name === 'size' ? args.length + 1 : args.length)) return undefined;
  const [first] = args as [SyntaxNode];
  switch (name) {
    case 'size':
      return checkSize(checker, node, receiver);
    case 'contains':
    case 'startsWith':
    case 'endsWith': {
      const item = checkTextReceiver(checker, receiver);
      if (item === undefined) return undefined;
      const part: unknown = first.op === 'value' ? first.args : undefined;
      if (checker.value(first, ['text']) === undefined) return undefined;
      if (typeof part !== 'string' || part === '')
        return checker.refuse(first, 'wrong-literal', [
          `${name} 里要直接写文字，如 ${name}('纺织')`,
          `${name} takes a text written in the rule`,
        ]);
      return asValue({ op: 'textTest', type: BOOL, test: name, item, part, ...placeOf(node) });
    }
    case 'within':
      return checkWithin(checker, node, receiver, first);
    default:
      return unknownFunction(checker, receiver.end, name, METHODS);
  }
}

function checkTextReceiver(checker: Checker, receiver: SyntaxNode): Expr | undefined {
  const operand = checker.check(receiver);
  if (operand?.is === 'value' && operand.expr.type.kind === 'code')
    return checker.refuse(receiver, 'wrong-type', [
      '代码按层级匹配，请用 within([…])',
      'Codes are matched by their structure: use within([…])',
    ]);
  return expectKind(checker, operand, receiver, ['text']);
}

function checkWithin(checker: Checker, node: SyntaxNode, receiver: SyntaxNode, arg: SyntaxNode): Operand | undefined {
  const target = checker.check(receiver);
  const list = checker.check(arg);
  if (target === undefined || list === undefined) return undefined;
  const item = target.is === 'list' ? target.list : target.is === 'value' ? target.expr : undefined;
  const system =
    target.is === 'list' ? target.list.fact.system : item?.type.kind === 'code' ? item.type.system : undefined;
  if (item === undefined || system === undefined || system === 'place')
    return checker.refuse(receiver, 'wrong-type', [
      'within 用于行业代码、IPC 分类号和战略性新兴产业代码',
      'within is for codes of industries, of the IPC and of the strategic industries',
    ]);
  if (list.is !== 'values' || list.values.some((literal) => literal.type.kind !== 'text'))
    return checker.refuse(arg, 'wrong-arguments', [
      "within 里写代码的列表，如 within(['C17'])",
      "within takes a list of codes: within(['C17'])",
    ]);
  const codes: string[] = [];
  for (const literal of list.values) {
    const code = fitCode(checker, literal, system);
    if (code === undefined) return undefined;
    codes.push(code);
  }
  return asValue({ op: 'within', type: BOOL, item, isList: target.is === 'list', system, codes, ...placeOf(node) });
}
