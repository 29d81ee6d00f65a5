import type { Bilingual, Catalogue } from '../catalogue.ts';
import type {
  AggregateExpr,
  ArithmeticExpr,
  CompareExpr,
  Expr,
  InExpr,
  LiteralExpr,
  QuantifierExpr,
  ShiftExpr,
  Source,
  SpanExpr,
  WithinExpr,
} from '../expression.ts';
import { dayZh, quantityZh } from './quantity.ts';
import { SentenceWriter } from './sentence-writer.ts';
import { itemUnit, leavesOf, unitOf } from './words.ts';

const AMOUNTS = { '==': '为', '!=': '不为', '<': '少于', '<=': '不超过', '>': '超过', '>=': '不少于' } as const;
const LEVELS = { '==': '为', '!=': '不为', '<': '低于', '<=': '不高于', '>': '高于', '>=': '不低于' } as const;
const DAYS = { '==': '为', '!=': '不为', '<': '早于', '<=': '不晚于', '>': '晚于', '>=': '不早于' } as const;
const DURATIONS = { days: '天', months: '个月', years: '年' } as const;
const COUNTED = new Set('件家个人项类国份种次名枚篇组'.split(''));

/** How labels that are predicates are denied, by their first or last words; other labels are nouns. */
const DENIALS: readonly (readonly [RegExp, string])[] = [
  [/^非/, '不是非'],
  [/^有效/, '非有效'],
  [/^已/, '未'],
  [/^有/, '没有'],
  [/^是/, '不是'],
  [/^曾经?/, '未曾'],
  [/^在/, '不在'],
  [/^处于/, '不处于'],
  [/^可/, '不可'],
  [/^能/, '不能'],
  [/^属于/, '不属于'],
  [/^持有/, '未持有'],
  [/^涉/, '不涉'],
  [/^含/, '不含'],
  [/^由/, '不由'],
  [/^与/, '未与'],
  [/^被/, '未被'],
  [/(?<=.)逾期$/, '未逾期'],
  [/(?<=.)有效$/, '并非有效'],
  [/^(?=.*期内?$)/, '不在'],
];
/** Labels that name what a subject is, so that one can say 为. */
const KIND_OF_SUBJECT = /(?:企业|专利|商标|机构|单位|组织|主体|申请|合作社)$/;

/** 高新技术企业 → 非高新技术企业, 已质押 → 未质押, 宽展期 → 不在宽展期. */
export function denied(label: string): string {
  const rule = DENIALS.find(([sign]) => sign.test(label));
  return rule === undefined ? `非${label}` : label.replace(rule[0], rule[1]);
}

/** 宽展期 → 处于宽展期; other labels say by themselves what is the case. */
function affirmed(label: string): string {
  return /期内?$/.test(label) && !/^[在处非]/.test(label) ? `处于${label}` : label;
}

/** A，B，且C. */
function chained(items: readonly string[], word: string): string {
  return `${items.slice(0, -1).join('，')}，${word}${items.at(-1)}`;
}

function listed(items: readonly string[]): string {
  if (items.length === 1) return items[0] ?? '';
  return `${beforeParticle(items.slice(0, -1).join('、'))}或${spaced(items.at(-1) ?? '')}`;
}

/** Writes checked expressions as Chinese sentences, made of the catalogue's labels, words and units. */
export class ChineseWriter extends SentenceWriter {
  constructor(catalogue: Catalogue) {
    super(catalogue, 'zh');
  }

  clause(expr: Expr, isDenied = false): string {
    const no = isDenied ? '不' : '';
    switch (expr.op) {
      case 'literal':
        return (expr.value === true) === isDenied ? '恒不成立' : '恒成立';
      case 'fact': {
        const label = isDenied ? denied(expr.fact.label.zh) : affirmed(expr.fact.label.zh);
        return this.factLabel(label, expr);
      }
      case 'has':
        return `${expr.fact.label.zh}${isDenied ? '不明' : '已知'}`;
      case 'not':
        return this.clause(expr.item, !isDenied);
      case 'and':
      case 'or': {
        const items = expr.items.map((item) =>
          item.op === 'and' || item.op === 'or' ? `（${this.clause(item)}）` : this.clause(item),
        );
        const last = expr.items.at(-1);
        const is = last?.op === 'fact' && KIND_OF_SUBJECT.test(last.fact.label.zh) ? '为' : '';
        const text = chained(items, `${expr.op === 'and' ? '且' : '或'}${is}`);
        return isDenied ? `并非（${text}）` : text;
      }
      case 'compare':
        return this.comparison(expr, isDenied);
      case 'in':
        return this.#membership(expr, no);
      case 'textTest': {
        const part = this.quoted(expr.part);
        const noun = this.noun(expr.item);
        if (expr.test === 'contains') return `${noun}${no}含${part}`;
        return `${noun}${no}以${part}${expr.test === 'startsWith' ? '开头' : '结尾'}`;
      }
      case 'within':
        return this.#covering(expr, no);
      case 'choose': {
        const text = `若${this.clause(expr.when)}则${this.clause(expr.chosen)}，否则${this.clause(expr.otherwise)}`;
        return isDenied ? `并非（${text}）` : text;
      }
      case 'exists':
      case 'existsOne':
      case 'all':
        return this.#quantified(expr, isDenied);
      default:
        return this.noun(expr);
    }
  }

  /** Numbers and dates written in the rule as they are read. */
  noun(expr: Expr, unit?: Bilingual): string {
    switch (expr.op) {
      case 'literal':
        if (typeof expr.value === 'number') return quantityZh(expr.value, unit);
        return expr.type.kind === 'date' ? dayZh(String(expr.value)) : this.word(String(expr.value), expr);
      case 'today':
        return '当日';
      case 'fact':
        return this.factLabel(expr.fact.label.zh, expr);
      case 'arithmetic':
        return this.#arithmetic(expr);
      case 'negate':
        return `负的${this.#inBrackets(expr.item)}`;
      case 'shift':
        return this.#shifted(expr);
      case 'daysBetween':
      case 'yearsBetween':
        return `${this.#span(expr)}的${expr.op === 'daysBetween' ? '天数' : '周年数'}`;
      case 'year':
        return expr.date.op === 'today' ? '当年' : `${this.noun(expr.date)}的年份`;
      case 'listSize':
        return `${this.noun(expr.list)}的个数`;
      case 'count':
        return `${this.#items(expr.source)}数`;
      case 'aggregate':
        return this.#aggregate(expr);
      case 'choose':
        return `（若${this.clause(expr.when)}则取${spaced(this.noun(expr.chosen))}，否则取${spaced(this.noun(expr.otherwise))}）`;
      default:
        return this.quoted(this.clause(expr));
    }
  }

  protected quoted(text: string): string {
    return `“${text}”`;
  }

  protected owned(label: string, subject = ''): string {
    return `该${subject}的${label}`;
  }

  protected straight(expr: CompareExpr): string {
    if (expr.of === 'number') return this.#numbers(expr);
    const { left, right, sign } = expr;
    if (expr.of === 'date') return `${this.noun(left)}${DAYS[sign]}${spaced(this.noun(right))}`;
    if (expr.of === 'bool') return `${this.noun(left)}与${this.noun(right)}${sign === '==' ? '一致' : '不一致'}`;
    if (right.op === 'literal') return `${this.noun(left)}${sign === '==' ? '为' : '不为'}${spaced(this.noun(right))}`;
    return `${this.noun(left)}与${this.noun(right)}${sign === '==' ? '相同' : '不同'}`;
  }

  #numbers({ left, right, sign }: CompareExpr): string {
    const unit = unitOf(left, this.catalogue) ?? unitOf(right, this.catalogue);
    const limit = right.op === 'literal' ? (right.value as number) : undefined;
    if (left.op === 'yearsBetween' && (sign === '>=' || sign === '<'))
      return `${this.#span(left)}${sign === '>=' ? '满' : '不满'} ${this.noun(right, unit)}`;
    if (left.op === 'year' && sign === '==')
      return `${this.noun(left.date)}在${limit === undefined ? this.noun(right) : ` ${limit} 年`}`;
    if (left.op === 'year')
      return `${this.noun(left)}${DAYS[sign]}${limit === undefined ? this.noun(right) : ` ${limit} 年`}`;
    const noun = left.op === 'count' ? this.#items(left.source) : this.noun(left);
    if (limit === 0 && sign === '>' && COUNTED.has(unit?.zh ?? '')) return `${noun}不少于 1 ${unit?.zh}`;
    const verb = (unit === undefined ? LEVELS : AMOUNTS)[sign];
    return `${noun}${verb}${spaced(this.noun(right, unit))}`;
  }

  #membership(expr: InExpr, no: string): string {
    if ('op' in expr.list) {
      const item = isClass(expr, this.catalogue)
        ? ordinal(Number((expr.item as LiteralExpr).value))
        : this.noun(expr.item);
      return `${this.noun(expr.list)}${no}含${spaced(item)}`;
    }
    const unit = unitOf(expr.item, this.catalogue);
    const items = expr.list.map((value) =>
      typeof value !== 'number'
        ? this.word(value, expr.item)
        : unit?.zh === '类'
          ? ordinal(value)
          : quantityZh(value, unit),
    );
    return `${this.noun(expr.item)}${no}为${spaced(listed(items))}`;
  }

  #covering(expr: WithinExpr, no: string): string {
    const codes = expr.codes.join('、');
    return `${this.noun(expr.item)}${no}${expr.isList ? '涉及' : '属于'} ${codes}`;
  }

  #quantified(expr: QuantifierExpr, isDenied: boolean): string {
    const one = `一${itemUnit(expr.source, this.catalogue).zh}`;
    if (expr.op === 'all') {
      const leaf = expr.predicate.op === 'fact' || expr.predicate.op === 'not';
      const clause = this.ofItems(() => this.clause(expr.predicate));
      const text = leaf && !clause.startsWith('非') ? `均${clause}` : `均符合“${clause}”`;
      return `${isDenied ? '并非' : ''}所有${this.#items(expr.source)}${text}`;
    }
    const first = isDenied ? (expr.op === 'exists' ? '没有' : '并非恰有') : expr.op === 'exists' ? '有' : '恰有';
    const number = isDenied && expr.op === 'exists' ? '' : one;
    return `${first}${number}${this.#items({ ...expr.source, filters: [...expr.source.filters, expr.predicate] })}`;
  }

  /** 第 25 类的有效商标: short adjectives stand before the noun, the rest before these. */
  #items(source: Source): string {
    const adjectives: string[] = [];
    const attributes: string[] = [];
    for (const filter of source.filters)
      for (const leaf of leavesOf(filter) ?? [filter]) {
        const text = this.ofItems(() => this.#attribute(leaf));
        if (leaf.op === 'fact' && leaf.scope === 'item' && text.length <= 2) adjectives.push(text);
        else attributes.push(text);
      }
    const noun = `${adjectives.join('')}${source.collection.label.zh}`;
    return attributes.length === 0 ? noun : `${beforeParticle(attributes.join('、'))}的${noun}`;
  }

  /** A condition on an item as it stands before a noun. */
  #attribute(expr: Expr): string {
    if (expr.op === 'in' && isClass(expr, this.catalogue)) {
      const values = 'op' in expr.list ? [(expr.item as LiteralExpr).value] : expr.list;
      return listed(values.map((value) => ordinal(Number(value))));
    }
    const isPlain = leavesOf(expr) !== undefined;
    return isPlain ? this.clause(expr) : `符合“${this.clause(expr)}”`;
  }

  #aggregate(expr: AggregateExpr): string {
    const items = this.#items(expr.source);
    const element = this.ofItems(() => this.noun(expr.element));
    const isDate = expr.type.kind === 'date';
    switch (expr.kind) {
      case 'sum':
        return `${items}的${element}合计`;
      case 'avg':
        return `${items}的平均${element}`;
      case 'min':
        return isDate ? `${items}最早的${element}` : `${items}的最小${element}`;
      case 'max':
        return isDate ? `${items}最晚的${element}` : `${items}的最大${element}`;
    }
  }

  #inBrackets(expr: Expr): string {
    return expr.op === 'arithmetic' ? `（${this.noun(expr)}）` : this.noun(expr);
  }

  #arithmetic(expr: ArithmeticExpr): string {
    const { left, right, sign } = expr;
    const shared = sign === '+' || sign === '-' ? unitOf(expr, this.catalogue) : undefined;
    const [a, b] = [left, right].map((side) =>
      side.op === 'literal' ? this.noun(side, shared) : this.#inBrackets(side),
    );
    switch (sign) {
      case '+':
        return `${a}与${b}之和`;
      case '-':
        return `${a}减${spaced(b ?? '')}`;
      case '*':
        return `${a}乘以${spaced(b ?? '')}`;
      case '/':
        return left.op === 'literal' || right.op === 'literal' ? `${a}除以${spaced(b ?? '')}` : `${a}与${b}之比`;
      case '%':
        return `${a}除以${spaced(b ?? '')} 的余数`;
    }
  }

  #shifted(expr: ShiftExpr): string {
    const length = `${Math.abs(expr.count)} ${DURATIONS[expr.unit]}`;
    if (expr.date.op === 'today') return `${length}${expr.count < 0 ? '前' : '后'}`;
    return `${this.noun(expr.date)}${expr.count < 0 ? '前' : '后'} ${length}`;
  }

  #span(expr: SpanExpr): string {
    if (expr.start.op === 'today') return `距${this.noun(expr.end)}`;
    return `${this.noun(expr.start)}至${expr.end.op === 'today' ? '今' : this.noun(expr.end)}`;
  }
}

/** Whether membership is about classes of goods, which are numbered and not counted. */
function isClass({ item, list }: InExpr, catalogue: Catalogue): boolean {
  if ('op' in list) return list.fact.unit?.zh === '类' && item.op === 'literal';
  return unitOf(item, catalogue)?.zh === '类';
}

const ordinal = (value: number) => `第 ${value} 类`;

/** A blank between Chinese and what begins with a figure or Latin letter. */
function spaced(text: string): string {
  return /^[\dA-Za-z¥-]/.test(text) ? ` ${text}` : text;
}

const beforeParticle = (text: string) => (/[\dA-Za-z]$/.test(text) ? `${text} ` : text);
