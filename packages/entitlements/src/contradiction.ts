import type { Rule } from '@jince/rules';

type Expr = Rule['body'];
type Scalar = boolean | number | string;

/** What a conjunction says so far of one fact. */
interface Range {
  readonly label: string;
  low: number;
  lowOpen: boolean;
  high: number;
  highOpen: boolean;
  allowed: Set<Scalar> | undefined;
  readonly banned: Set<Scalar>;
}

const conjuncts = (expr: Expr): Expr[] => (expr.op === 'and' ? expr.items.flatMap(conjuncts) : [expr]);

const MIRROR = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' } as const;

/** A comparison of a fact with a literal, the fact on the left; booleans alone count as `== true`. */
function asComparison(
  expr: Expr,
): { name: string; label: string; sign: keyof typeof MIRROR; value: Scalar } | undefined {
  if (expr.op === 'fact' && expr.type.kind === 'bool')
    return { name: expr.fact.name, label: expr.fact.label.zh, sign: '==', value: true };
  if (expr.op === 'not' && expr.item.op === 'fact')
    return { name: expr.item.fact.name, label: expr.item.fact.label.zh, sign: '==', value: false };
  if (expr.op !== 'compare') return undefined;
  const { left, right, sign } = expr;
  if (left.op === 'fact' && right.op === 'literal')
    return { name: left.fact.name, label: left.fact.label.zh, sign, value: right.value };
  if (right.op === 'fact' && left.op === 'literal')
    return { name: right.fact.name, label: right.fact.label.zh, sign: MIRROR[sign], value: left.value };
  return undefined;
}

function narrow(range: Range, sign: keyof typeof MIRROR, value: Scalar): void {
  if (sign === '!=') range.banned.add(value);
  if (sign === '==') range.allowed = new Set(range.allowed === undefined || range.allowed.has(value) ? [value] : []);
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(number)) return;
  if ((sign === '>' || sign === '>=' || sign === '==') && number >= range.low) {
    range.lowOpen = sign === '>' || (range.lowOpen && number === range.low);
    range.low = number;
  }
  if ((sign === '<' || sign === '<=' || sign === '==') && number <= range.high) {
    range.highOpen = sign === '<' || (range.highOpen && number === range.high);
    range.high = number;
  }
}

function isEmpty(range: Range): boolean {
  if (range.low > range.high || (range.low === range.high && (range.lowOpen || range.highOpen))) return true;
  if (range.allowed === undefined) return false;
  return [...range.allowed].every((value) => range.banned.has(value)) || range.allowed.size === 0;
}

/**
 * Why the conditions joined by “and” at the top of a rule can never all hold; undefined when this analysis sees no reason.
 * It knows comparisons of facts with literals, and bare yes/no facts.
 */
export function contradictionOf(rule: Rule): string | undefined {
  const ranges = new Map<string, Range>();
  for (const part of conjuncts(rule.body)) {
    if (part.op === 'literal' && part.value === false) return '条件写成了“否”';
    const comparison = asComparison(part);
    if (comparison === undefined) continue;
    const { name, label, sign, value } = comparison;
    const range = ranges.get(name) ?? {
      label,
      low: Number.NEGATIVE_INFINITY,
      lowOpen: false,
      high: Number.POSITIVE_INFINITY,
      highOpen: false,
      allowed: undefined,
      banned: new Set<Scalar>(),
    };
    ranges.set(name, range);
    narrow(range, sign, value);
    if (isEmpty(range)) return `对“${label}”的几项要求互相矛盾`;
  }
  return undefined;
}
