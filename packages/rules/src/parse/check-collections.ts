import type { AggregateKind, Expr, Source } from '../expression.ts';
import { asValue, BOOL, type Checker, DATE, NUMBER, type Operand, placeOf, wordOf } from './checker.ts';
import type { SyntaxNode } from './read-syntax.ts';

/** `receiver.name(args)`. */
export interface Call {
  readonly name: string;
  readonly receiver: SyntaxNode;
  readonly args: readonly SyntaxNode[];
}

const QUANTIFIERS = { exists: 'exists', all: 'all', exists_one: 'existsOne' } as const;
const AGGREGATES: readonly string[] = ['sum', 'min', 'max', 'avg'];

export function isCollectionMethod(name: string): boolean {
  return Object.hasOwn(QUANTIFIERS, name) || name === 'filter' || name === 'map' || AGGREGATES.includes(name);
}

export function checkCollectionMethod(checker: Checker, node: SyntaxNode, call: Call): Operand | undefined {
  if (AGGREGATES.includes(call.name)) return checkAggregate(checker, node, call);
  if (checker.item !== undefined)
    return checker.refuse(node, 'not-supported', [
      '集合的条件里不能再用集合',
      'A collection cannot be used inside the condition of a collection',
    ]);
  const target = checker.check(call.receiver);
  if (target === undefined) return undefined;
  if (target.is !== 'collection')
    return checker.refuse(call.receiver, 'wrong-type', [
      `${call.name} 用于集合，“${checker.quote(call.receiver)}”是${wordOf(target)[0]}${target.is === 'list' ? '；列表请用 in 或 within' : ''}`,
      `${call.name} is for collections; "${checker.quote(call.receiver)}" is ${wordOf(target)[1]}${target.is === 'list' ? ': use in or within' : ''}`,
    ]);
  const [variable, ...parts] = call.args;
  const isMap = call.name === 'map';
  if (variable?.op !== 'id' || parts.length < 1 || parts.length > (isMap ? 2 : 1))
    return checker.refuse(node, 'wrong-arguments', [
      `${call.name} 的写法是 ${call.name}(x, …)，x 代表其中每一个`,
      `${call.name} is written ${call.name}(x, …), x being each of the items`,
    ]);
  return withItem(checker, variable, target.source, () =>
    checkOverItems(checker, node, call.name, target.source, parts),
  );
}

function withItem(
  checker: Checker,
  variable: SyntaxNode,
  source: Source,
  check: () => Operand | undefined,
): Operand | undefined {
  const name = String(variable.args);
  if (name === checker.subject || name === 'today')
    return checker.refuse(variable, 'wrong-arguments', [
      `变量不能叫“${name}”，这是已有的名称`,
      `The variable cannot be called "${name}": the name is taken`,
    ]);
  checker.item = { variable: name, subject: source.collection.items };
  const operand = check();
  checker.item = undefined;
  return operand;
}

function checkOverItems(
  checker: Checker,
  node: SyntaxNode,
  name: string,
  source: Source,
  parts: readonly SyntaxNode[],
): Operand | undefined {
  const [first, second] = parts as [SyntaxNode, SyntaxNode | undefined];
  if (name === 'map') {
    const filter = second === undefined ? undefined : checker.value(first, ['bool']);
    const element = checker.value(second ?? first, ['number', 'date']);
    if (element === undefined || (second !== undefined && filter === undefined)) return undefined;
    return { is: 'mapped', source: filter === undefined ? source : withFilter(source, filter), element };
  }
  const predicate = checker.value(first, ['bool']);
  if (predicate === undefined) return undefined;
  if (name === 'filter') return { is: 'collection', source: withFilter(source, predicate) };
  const op = QUANTIFIERS[name as keyof typeof QUANTIFIERS];
  return asValue({ op, type: BOOL, source, predicate, ...placeOf(node) });
}

const withFilter = (source: Source, filter: Expr): Source => ({ ...source, filters: [...source.filters, filter] });

function checkAggregate(checker: Checker, node: SyntaxNode, call: Call): Operand | undefined {
  const target = checker.check(call.receiver);
  if (target === undefined) return undefined;
  if (target.is !== 'mapped' || call.args.length > 0)
    return checker.refuse(node, 'wrong-arguments', [
      `${call.name} 接在 map 之后，如 enterprise.patents.map(p, p.claims).${call.name}()`,
      `${call.name} follows map: enterprise.patents.map(p, p.claims).${call.name}()`,
    ]);
  const isDate = target.element.type.kind === 'date';
  if (isDate && (call.name === 'sum' || call.name === 'avg'))
    return checker.refuse(node, 'wrong-type', [
      '日期不能求和或求平均，只能用 min、max',
      'Dates have a min and a max, no sum and no average',
    ]);
  return asValue({
    op: 'aggregate',
    type: isDate ? DATE : NUMBER,
    kind: call.name as AggregateKind,
    source: target.source,
    element: target.element,
    ...placeOf(node),
  });
}
