import type { Bilingual, Catalogue } from '../catalogue.ts';
import type { Comparison, Expr, Source } from '../expression.ts';

/** The other way round: `5 < x` is `x > 5`. */
export const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** What is true when the comparison is false; the same facts leave both unknown. */
export const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

const DAYS: Bilingual = { zh: '天', en: 'days' };
const YEARS: Bilingual = { zh: '年', en: 'years' };
const PIECES: Bilingual = { zh: '个', en: '' };

/** What items of a collection are counted in. */
export function itemUnit(source: Source, catalogue: Catalogue): Bilingual {
  return catalogue.findSubject(source.collection.items)?.unit ?? PIECES;
}

/** Unit of a number, where its parts agree on one. */
export function unitOf(expr: Expr, catalogue: Catalogue): Bilingual | undefined {
  switch (expr.op) {
    case 'fact':
      return expr.fact.unit;
    case 'daysBetween':
      return DAYS;
    case 'yearsBetween':
      return YEARS;
    case 'listSize':
      return PIECES;
    case 'count':
      return itemUnit(expr.source, catalogue);
    case 'aggregate':
      return unitOf(expr.element, catalogue);
    case 'negate':
      return unitOf(expr.item, catalogue);
    case 'choose':
      return unitOf(expr.chosen, catalogue) ?? unitOf(expr.otherwise, catalogue);
    case 'arithmetic': {
      if (expr.sign === '%') return undefined;
      const [left, right] = [unitOf(expr.left, catalogue), unitOf(expr.right, catalogue)];
      if (expr.sign === '+' || expr.sign === '-')
        return left?.zh === right?.zh || expr.right.op === 'literal'
          ? left
          : expr.left.op === 'literal'
            ? right
            : undefined;
      if (expr.right.op === 'literal') return left;
      return expr.sign === '*' && expr.left.op === 'literal' ? right : undefined;
    }
    default:
      return undefined;
  }
}

/** The enumeration behind a text, for its words. */
export function valuesOf(expr: Expr): Readonly<Record<string, Bilingual>> | undefined {
  return expr.type.kind === 'text' || expr.type.kind === 'code' ? expr.type.values : undefined;
}

/** Leaves of a condition made of `&&` only; undefined when it has another shape. */
export function leavesOf(expr: Expr): readonly Expr[] | undefined {
  const leaves = expr.op === 'and' ? expr.items : [expr];
  const isLeaf = (leaf: Expr) => leaf.op !== 'or' && leaf.op !== 'and' && leaf.op !== 'choose';
  return leaves.every((leaf) => isLeaf(leaf.op === 'not' ? leaf.item : leaf)) ? leaves : undefined;
}
