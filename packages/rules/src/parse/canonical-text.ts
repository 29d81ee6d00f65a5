import type { Expr, Source } from '../expression.ts';

/** Stands for the variable of any collection. */
const ITEM = 'it';

const CHOICE = 1;
const OR = 2;
const AND = 3;
const EQUALITY = 4;
const RELATION = 5;
const SUM = 6;
const PRODUCT = 7;
const UNARY = 8;
const POSTFIX = 9;

function levelOf(expr: Expr): number {
  switch (expr.op) {
    case 'choose':
      return CHOICE;
    case 'or':
      return OR;
    case 'and':
      return AND;
    case 'compare':
      return expr.sign === '==' || expr.sign === '!=' ? EQUALITY : RELATION;
    case 'in':
      return RELATION;
    case 'arithmetic':
      return expr.sign === '+' || expr.sign === '-' ? SUM : PRODUCT;
    case 'shift':
      return SUM;
    case 'not':
    case 'negate':
      return UNARY;
    case 'literal':
      return typeof expr.value === 'number' && expr.value < 0 ? UNARY : POSTFIX;
    default:
      return POSTFIX;
  }
}

/** The one way of writing an expression: single blanks, least brackets, one name for item variables. */
export function canonicalText(expr: Expr, least = CHOICE): string {
  const text = write(expr);
  return levelOf(expr) < least ? `(${text})` : text;
}

function write(expr: Expr): string {
  switch (expr.op) {
    case 'literal':
      return expr.type.kind === 'date' ? `date(${JSON.stringify(expr.value)})` : writeLiteral(expr.value);
    case 'today':
      return 'today';
    case 'fact':
      return `${expr.scope === 'item' ? ITEM : expr.fact.subject}.${expr.fact.path}`;
    case 'has':
      return `has(${expr.scope === 'item' ? ITEM : expr.fact.subject}.${expr.fact.path})`;
    case 'and':
      return expr.items.map((item) => canonicalText(item, EQUALITY)).join(' && ');
    case 'or':
      return expr.items.map((item) => canonicalText(item, AND)).join(' || ');
    case 'not':
      return `!${canonicalText(expr.item, UNARY)}`;
    case 'compare': {
      const least = levelOf(expr) + 1;
      return `${canonicalText(expr.left, least)} ${expr.sign} ${canonicalText(expr.right, least)}`;
    }
    case 'arithmetic': {
      const level = levelOf(expr);
      return `${canonicalText(expr.left, level)} ${expr.sign} ${canonicalText(expr.right, level + 1)}`;
    }
    case 'negate':
      return `-${canonicalText(expr.item, UNARY)}`;
    case 'shift':
      return `${canonicalText(expr.date, SUM)} ${expr.count < 0 ? '-' : '+'} ${expr.unit}(${Math.abs(expr.count)})`;
    case 'daysBetween':
    case 'yearsBetween':
      return `${expr.op}(${canonicalText(expr.start)}, ${canonicalText(expr.end)})`;
    case 'year':
      return `year(${canonicalText(expr.date)})`;
    case 'in': {
      const list = 'op' in expr.list ? write(expr.list) : `[${expr.list.map(writeLiteral).join(', ')}]`;
      return `${canonicalText(expr.item, SUM)} in ${list}`;
    }
    case 'textTest':
      return `${canonicalText(expr.item, POSTFIX)}.${expr.test}(${writeLiteral(expr.part)})`;
    case 'within':
      return `${canonicalText(expr.item, POSTFIX)}.within([${expr.codes.map(writeLiteral).join(', ')}])`;
    case 'listSize':
      return `size(${write(expr.list)})`;
    case 'choose':
      return `${canonicalText(expr.when, OR)} ? ${canonicalText(expr.chosen)} : ${canonicalText(expr.otherwise)}`;
    case 'exists':
    case 'all':
    case 'existsOne': {
      const name = expr.op === 'existsOne' ? 'exists_one' : expr.op;
      return `${writeSource(expr.source)}.${name}(${ITEM}, ${canonicalText(expr.predicate)})`;
    }
    case 'count':
      return `size(${writeSource(expr.source)})`;
    case 'aggregate':
      return `${writeSource(expr.source)}.map(${ITEM}, ${canonicalText(expr.element)}).${expr.kind}()`;
  }
}

function writeLiteral(value: boolean | number | string): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function writeSource(source: Source): string {
  const filters = source.filters.map((filter) => `.filter(${ITEM}, ${canonicalText(filter)})`).join('');
  return `${source.collection.name}${filters}`;
}
