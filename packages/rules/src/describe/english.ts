import type { Bilingual, Catalogue } from '../catalogue.ts';
import type {
  AggregateExpr,
  ArithmeticExpr,
  CompareExpr,
  Expr,
  InExpr,
  QuantifierExpr,
  ShiftExpr,
  Source,
  WithinExpr,
} from '../expression.ts';
import { quantityEn } from './quantity.ts';
import { SentenceWriter } from './sentence-writer.ts';
import { unitOf } from './words.ts';

const AMOUNTS = { '==': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;
const SAME = { '==': 'is', '!=': 'is not' } as const;
const DAYS = {
  '==': 'is',
  '!=': 'is not',
  '<': 'is before',
  '<=': 'is not after',
  '>': 'is after',
  '>=': 'is not before',
};
const TESTS = { contains: 'contains', startsWith: 'begins with', endsWith: 'ends with' } as const;
const DENIED_TESTS = { contains: 'does not contain', startsWith: 'does not begin with', endsWith: 'does not end with' };
const AGGREGATES = { sum: 'total', min: 'least', max: 'greatest', avg: 'mean' } as const;
const DATE_AGGREGATES = { sum: '', avg: '', min: 'earliest', max: 'latest' } as const;

/** Writes checked expressions as plain English, from the catalogue's labels. */
export class EnglishWriter extends SentenceWriter {
  constructor(catalogue: Catalogue) {
    super(catalogue, 'en');
  }

  clause(expr: Expr, isDenied = false): string {
    const not = isDenied ? 'not ' : '';
    switch (expr.op) {
      case 'literal':
        return (expr.value === true) === isDenied ? 'never' : 'always';
      case 'fact':
        return `${not}${this.factLabel(expr.fact.label.en, expr)}`;
      case 'has':
        return `${expr.fact.label.en} is ${isDenied ? 'unknown' : 'known'}`;
      case 'not':
        return this.clause(expr.item, !isDenied);
      case 'and':
      case 'or': {
        const text = expr.items
          .map((item) => (item.op === 'and' || item.op === 'or' ? `(${this.clause(item)})` : this.clause(item)))
          .join(`, ${expr.op} `);
        return isDenied ? `not (${text})` : text;
      }
      case 'compare':
        return this.comparison(expr, isDenied);
      case 'in':
        return this.#membership(expr, isDenied);
      case 'textTest':
        return `${this.noun(expr.item)} ${(isDenied ? DENIED_TESTS : TESTS)[expr.test]} ${this.quoted(expr.part)}`;
      case 'within':
        return this.#covering(expr, isDenied);
      case 'choose': {
        const text = `if ${this.clause(expr.when)} then ${this.clause(expr.chosen)}, else ${this.clause(expr.otherwise)}`;
        return isDenied ? `not (${text})` : text;
      }
      case 'exists':
      case 'existsOne':
      case 'all':
        return this.#quantified(expr, isDenied);
      default:
        return this.noun(expr);
    }
  }

  noun(expr: Expr, unit?: Bilingual): string {
    switch (expr.op) {
      case 'literal':
        if (typeof expr.value === 'number') return quantityEn(expr.value, unit);
        return expr.type.kind === 'date' ? String(expr.value) : this.word(String(expr.value), expr);
      case 'today':
        return 'today';
      case 'fact':
        return this.factLabel(expr.fact.label.en, expr);
      case 'arithmetic':
        return this.#arithmetic(expr);
      case 'negate':
        return `minus ${this.#inBrackets(expr.item)}`;
      case 'shift':
        return this.#shifted(expr);
      case 'daysBetween':
        return `days from ${this.noun(expr.start)} to ${this.noun(expr.end)}`;
      case 'yearsBetween':
        return `complete years from ${this.noun(expr.start)} to ${this.noun(expr.end)}`;
      case 'year':
        return `year of ${this.noun(expr.date)}`;
      case 'listSize':
        return `number of ${this.noun(expr.list)}`;
      case 'count':
        return `number of ${this.#items(expr.source)}`;
      case 'aggregate':
        return this.#aggregate(expr);
      case 'choose':
        return `(if ${this.clause(expr.when)} then ${this.noun(expr.chosen)}, else ${this.noun(expr.otherwise)})`;
      default:
        return `(${this.clause(expr)})`;
    }
  }

  protected quoted(text: string): string {
    return `"${text}"`;
  }

  protected owned(label: string, subject = 'subject'): string {
    return `the ${subject}'s ${label}`;
  }

  protected straight(expr: CompareExpr): string {
    const unit = unitOf(expr.left, this.catalogue) ?? unitOf(expr.right, this.catalogue);
    const { left, right, sign } = expr;
    if (expr.of === 'number') {
      const limit = left.op === 'year' && right.op === 'literal' ? String(right.value) : this.noun(right, unit);
      return `${this.noun(left)} ${AMOUNTS[sign]} ${limit}`;
    }
    if (expr.of === 'date') return `${this.noun(left)} ${DAYS[sign]} ${this.noun(right)}`;
    const verb = SAME[sign === '!=' ? '!=' : '=='];
    if (expr.of === 'bool') return `${this.noun(left)} ${verb} the same as ${this.noun(right)}`;
    return `${this.noun(left)} ${verb} ${this.noun(right)}`;
  }

  #membership(expr: InExpr, isDenied: boolean): string {
    if ('op' in expr.list)
      return `${this.noun(expr.list)} ${isDenied ? 'do not include' : 'include'} ${this.noun(expr.item)}`;
    const items = expr.list.map((value) =>
      typeof value === 'number' ? quantityEn(value, undefined) : this.word(value, expr.item),
    );
    return `${this.noun(expr.item)} ${isDenied ? 'is none of' : 'is one of'} ${items.join(', ')}`;
  }

  #covering(expr: WithinExpr, isDenied: boolean): string {
    const verb = expr.isList
      ? isDenied
        ? 'have none within'
        : 'have one within'
      : isDenied
        ? 'is not within'
        : 'is within';
    return `${this.noun(expr.item)} ${verb} ${expr.codes.join(', ')}`;
  }

  #quantified(expr: QuantifierExpr, isDenied: boolean): string {
    const clause = this.ofItems(() => this.clause(expr.predicate));
    const items = this.#items(expr.source);
    if (expr.op === 'all') return `${isDenied ? 'not all' : 'all'} ${items} satisfy (${clause})`;
    if (expr.op === 'existsOne')
      return `${isDenied ? 'not exactly' : 'exactly'} one of the ${items} satisfies (${clause})`;
    return `${isDenied ? 'none' : 'at least one'} of the ${items} satisfies (${clause})`;
  }

  #items(source: Source): string {
    const filters = source.filters.map((filter) => this.ofItems(() => this.clause(filter)));
    const label = source.collection.label.en;
    return filters.length === 0 ? label : `${label} with (${filters.join(' and ')})`;
  }

  #aggregate(expr: AggregateExpr): string {
    const word = (expr.type.kind === 'date' ? DATE_AGGREGATES : AGGREGATES)[expr.kind];
    return `${word} ${this.ofItems(() => this.noun(expr.element))} of ${this.#items(expr.source)}`;
  }

  #inBrackets(expr: Expr): string {
    return expr.op === 'arithmetic' ? `(${this.noun(expr)})` : this.noun(expr);
  }

  #arithmetic({ left, right, sign }: ArithmeticExpr): string {
    const word = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided by', '%': 'modulo' }[sign];
    return `${this.#inBrackets(left)} ${word} ${this.#inBrackets(right)}`;
  }

  #shifted(expr: ShiftExpr): string {
    const count = Math.abs(expr.count);
    const length = `${count} ${count === 1 ? expr.unit.slice(0, -1) : expr.unit}`;
    if (expr.date.op === 'today') return expr.count < 0 ? `${length} ago` : `${length} from today`;
    return `${length} ${expr.count < 0 ? 'before' : 'after'} ${this.noun(expr.date)}`;
  }
}
