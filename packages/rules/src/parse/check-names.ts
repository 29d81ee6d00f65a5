import type { FactSpec } from '../catalogue.ts';
import type { FactExpr, RuleType } from '../expression.ts';
import { asValue, type Checker, DATE, type Operand, placeOf } from './checker.ts';
import type { SyntaxNode } from './read-syntax.ts';
import { nearest } from './suggest.ts';

interface DottedName {
  readonly root: string;
  readonly rootNode: SyntaxNode;
  readonly path: string;
}

/** `a.b.c` taken apart; undefined when it does not begin with a name. */
function dottedName(node: SyntaxNode): DottedName | undefined {
  const parts: string[] = [];
  let at = node;
  while (at.op === '.') {
    parts.unshift(at.args[1]);
    at = at.args[0];
  }
  return at.op === 'id' ? { root: at.args, rootNode: at, path: parts.join('.') } : undefined;
}

/** Type of a fact that is one value; a list is no value. */
export function typeOfFact(fact: FactSpec): RuleType {
  const kind = fact.type === 'list' ? (fact.of ?? 'text') : fact.type;
  const words = fact.values === undefined ? {} : { values: fact.values };
  if (kind === 'code') return { kind, system: fact.system ?? 'place', ...words };
  if (kind === 'text') return { kind, ...words };
  return { kind };
}

function unknownRoot(checker: Checker, node: SyntaxNode, name: DottedName): undefined {
  const roots = [checker.subject, 'today', ...(checker.item ? [checker.item.variable] : [])];
  const whole = name.path === '' ? name.root : `${name.root}.${name.path}`;
  const inSubject =
    checker.catalogue.findFact(checker.subject, whole) ?? checker.catalogue.findCollection(checker.subject, whole);
  const suggestion = inSubject?.name ?? nearest(name.root, roots);
  const known = roots.join('、');
  return checker.refuse(
    inSubject === undefined ? name.rootNode : node,
    'unknown-name',
    [
      `没有“${name.root}”这个名称，可用的是 ${known}${suggestion === undefined ? '' : `；是否要写 ${suggestion}`}`,
      `There is no "${name.root}"; known: ${known.replaceAll('、', ', ')}${suggestion === undefined ? '' : `; did you mean ${suggestion}?`}`,
    ],
    suggestion,
  );
}

function unknownPath(checker: Checker, node: SyntaxNode, name: DottedName, subject: string): undefined {
  const { catalogue } = checker;
  const label = catalogue.findSubject(subject)?.label ?? { zh: subject, en: subject };
  const specs = [...catalogue.factsOf(subject), ...catalogue.collectionsOf(subject)];
  const found = nearest(
    name.path,
    specs.map((spec) => spec.path),
  );
  const spec = specs.find((one) => one.path === found);
  const suggestion = found === undefined ? undefined : `${name.root}.${found}`;
  return checker.refuse(
    node,
    'unknown-fact',
    [
      `${label.zh}没有“${name.path}”这个事实${spec === undefined ? '' : `，最接近的是 ${suggestion}（${spec.label.zh}）`}`,
      `"${name.path}" is no fact of ${label.en}${spec === undefined ? '' : `; the nearest is ${suggestion} (${spec.label.en})`}`,
    ],
    suggestion,
  );
}

function checkSubjectAlone(checker: Checker, node: SyntaxNode, root: string): undefined {
  return checker.refuse(node, 'wrong-type', [
    `“${root}”本身不是事实，要写它的某个事实，如 ${root}.…`,
    `"${root}" itself is no fact: name one of its facts, ${root}.…`,
  ]);
}

/** A dotted name as fact, collection or the day; the variable of a collection reaches the facts of its items. */
export function checkName(checker: Checker, node: SyntaxNode): Operand | undefined {
  const name = dottedName(node);
  if (name === undefined)
    return checker.refuse(node, 'not-supported', [
      '不能从计算结果里再取成员，只能取事实',
      'Only facts have members, results do not',
    ]);
  if (name.root === 'today' && name.path === '') return asValue({ op: 'today', type: DATE, ...placeOf(node) });
  const isItem = name.root === checker.item?.variable;
  if (!isItem && name.root !== checker.subject) return unknownRoot(checker, node, name);
  if (name.path === '') return checkSubjectAlone(checker, node, name.root);
  const subject = isItem && checker.item !== undefined ? checker.item.subject : checker.subject;
  const fact = checker.catalogue.findFact(subject, name.path);
  if (fact !== undefined) {
    const expr: FactExpr = {
      op: 'fact',
      type: typeOfFact(fact),
      scope: isItem ? 'item' : 'subject',
      fact,
      ...placeOf(node),
    };
    return fact.type === 'list' ? { is: 'list', list: expr } : asValue(expr);
  }
  const collection = checker.catalogue.findCollection(subject, name.path);
  if (collection === undefined) return unknownPath(checker, node, name, subject);
  if (checker.item !== undefined)
    return checker.refuse(node, 'not-supported', [
      '集合的条件里不能再用集合',
      'A collection cannot be used inside the condition of a collection',
    ]);
  return { is: 'collection', source: { collection, filters: [] } };
}
