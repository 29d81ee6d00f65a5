import { readCode } from '../codes/code-text.ts';
import type { Expr, LiteralExpr, RuleType } from '../expression.ts';
import { MAX_NUMBER } from '../values/number.ts';
import { asValue, BOOL, type Checker, NUMBER, type Operand, placeOf, TEXT } from './checker.ts';
import type { SyntaxNode } from './read-syntax.ts';
import { nearest } from './suggest.ts';

/** Smallest number but zero that may be written. */
const MIN_WRITTEN = 1e-15;

function checkNumber(checker: Checker, node: SyntaxNode, value: number): Operand | undefined {
  const size = Math.abs(value);
  if (size >= MAX_NUMBER || (size > 0 && size < MIN_WRITTEN))
    return checker.refuse(node, 'wrong-literal', [
      '数太大或太小：绝对值要小于 10¹⁵，不为零时不小于 10⁻¹⁵',
      'This number is too large or too small: below 10¹⁵ and, unless zero, at least 10⁻¹⁵',
    ]);
  return asValue({ op: 'literal', type: NUMBER, value, ...placeOf(node) });
}

/** A literal; bytes, null and unsigned numbers of CEL are refused. */
export function checkLiteral(checker: Checker, node: SyntaxNode, value: unknown): Operand | undefined {
  if (typeof value === 'boolean') return asValue({ op: 'literal', type: BOOL, value, ...placeOf(node) });
  if (typeof value === 'number') return checkNumber(checker, node, value);
  if (typeof value === 'bigint') return checkNumber(checker, node, Number(value));
  if (typeof value === 'string') {
    // PostgreSQL holds no NUL and no half of a surrogate pair.
    if (value.includes('\0') || !value.isWellFormed())
      return checker.refuse(node, 'wrong-literal', [
        '文本里有不能使用的字符',
        'The text has a character that cannot be used',
      ]);
    return asValue({ op: 'literal', type: TEXT, value, ...placeOf(node) });
  }
  if (value === null)
    return checker.refuse(node, 'not-supported', [
      '没有 null；要问是否已知请用 has(事实)',
      'There is no null; ask whether a fact is known with has(fact)',
    ]);
  return checker.refuse(node, 'not-supported', ['不支持这种字面值', 'This kind of literal is not supported']);
}

function unknownValue(
  checker: Checker,
  literal: LiteralExpr,
  values: Readonly<Record<string, { zh: string; en: string }>>,
): undefined {
  const text = String(literal.value);
  const byLabel = Object.entries(values).find(([, label]) => label.zh === text || label.en === text)?.[0];
  const found = byLabel ?? nearest(text, Object.keys(values));
  const list = Object.entries(values)
    .slice(0, 12)
    .map(([value, label]) => `'${value}'（${label.zh}）`)
    .join('、');
  const listEn = Object.keys(values)
    .slice(0, 12)
    .map((value) => `'${value}'`)
    .join(', ');
  return checker.refuseAt(
    literal,
    'unknown-value',
    [`没有“${text}”这个取值，可用的是 ${list}`, `"${text}" is none of the values; known: ${listEn}`],
    found === undefined ? undefined : `'${found}'`,
  );
}

/**
 * A text literal in the place of a value of `type`: codes are normalised, values of enumerations looked up. Other
 * expressions pass unchanged.
 */
export function fitLiteral(checker: Checker, expr: Expr, type: RuleType): Expr | undefined {
  if (expr.op !== 'literal' || expr.type.kind !== 'text') return expr;
  const text = String(expr.value);
  const values = type.kind === 'text' || type.kind === 'code' ? type.values : undefined;
  if (values !== undefined && !Object.hasOwn(values, text)) return unknownValue(checker, expr, values);
  if (type.kind !== 'code') return type.kind === 'text' ? { ...expr, type } : expr;
  const value = fitCode(checker, expr, type.system);
  return value === undefined ? undefined : { ...expr, type, value };
}

const SYSTEM_WORDS = {
  industry: ['国民经济行业代码，如 C17、C1711', 'industry code such as C17 or C1711'],
  ipc: ['IPC 分类号，如 H01B、H01B11、H01B11/22', 'IPC symbol such as H01B, H01B11 or H01B11/22'],
  strategic: ['战略性新兴产业代码，如 1.2', 'code of the strategic industries such as 1.2'],
  place: ['区划代码', 'code of a place'],
} as const;

/** The literal as a code of the system, normalised. */
export function fitCode(checker: Checker, literal: LiteralExpr, system: keyof typeof SYSTEM_WORDS): string | undefined {
  const read = readCode(system, String(literal.value));
  if (read.ok) return read.value;
  const [zh, en] = SYSTEM_WORDS[system];
  return checker.refuseAt(
    literal,
    'unknown-value',
    [`“${literal.value}”不是${zh}`, `"${literal.value}" is no ${en}`],
    read.suggestion === undefined ? undefined : `'${read.suggestion}'`,
  );
}
