import type { Bilingual, FactSpec } from '../catalogue.ts';
import { describeExpression } from '../describe/describe-rule.ts';
import { type Expr, partsOf } from '../expression.ts';
import type { Rule } from '../rule.ts';
import type { Compiler } from './compiler.ts';
import { type CollectionExpr, type ItemsFound, inspectItems, isCollectionExpr } from './explain-items.ts';
import type { FactRow, Outcome } from './fact-row.ts';
import { computedInput, factInput, todayInput } from './trace-input.ts';
import type { TraceInput, TraceNode } from './trace-node.ts';

/** The trace of one rule for one subject. */
export function explainRule(rule: Rule, row: FactRow, today: string, compiler: Compiler): TraceNode {
  return new Explainer(rule, row, today, compiler).node(rule.body, row);
}

/** What a condition looked at. */
interface Found {
  readonly inputs: TraceInput[];
  readonly missing: Bilingual[];
  readonly collections: { readonly expr: CollectionExpr; readonly found: ItemsFound }[];
}

class Explainer {
  readonly #rule: Rule;
  readonly #row: FactRow;
  readonly #today: string;
  readonly #compiler: Compiler;

  constructor(rule: Rule, row: FactRow, today: string, compiler: Compiler) {
    this.#rule = rule;
    this.#row = row;
    this.#today = today;
    this.#compiler = compiler;
  }

  /** `item` is the subject itself outside collections. */
  node(expr: Expr, item: FactRow): TraceNode {
    const { value, outcome } = this.#valueOf(expr, item);
    const base = {
      ...describeExpression(expr, this.#rule.catalogue),
      outcome,
      from: expr.from,
      to: expr.to,
    };
    const reasons = outcome === -1 ? this.#reasons(expr, item) : [];
    const reason = reasons.length === 0 ? {} : { reason: asReason(reasons) };
    if (expr.op === 'and' || expr.op === 'or' || expr.op === 'not') {
      const children = partsOf(expr).map((part) => this.node(part, item));
      return { kind: expr.op, ...base, inputs: [], children, ...reason };
    }
    const { inputs, collections } = this.#look(expr, item);
    const kind = value === undefined ? 'condition' : 'value';
    const children = collections.flatMap(({ expr: one, found }) => this.#itemNodes(one, found));
    const only = collections.length === 1 ? collections[0]?.found : undefined;
    const items = only === undefined ? {} : { items: { total: only.total, met: only.met, unknown: only.unknown } };
    return { kind, ...base, inputs, children, ...reason, ...items };
  }

  #valueOf(expr: Expr, item: FactRow): { outcome: Outcome; value?: number | string | null } {
    if (expr.type.kind === 'bool') return { outcome: this.#compiler.test(expr)(this.#row, item, this.#today) };
    const value = this.#compute(expr, item);
    return { value, outcome: value === null ? -1 : 1 };
  }

  #compute(expr: Expr, item: FactRow): number | string | null {
    if (expr.type.kind !== 'number') return this.#compiler.text(expr)(this.#row, item, this.#today);
    const value = this.#compiler.number(expr)(this.#row, item, this.#today);
    return Number.isNaN(value) ? null : value;
  }

  #look(expr: Expr, item: FactRow): Found {
    const found: Found = { inputs: [], missing: [], collections: [] };
    this.#lookInto(expr, item, found);
    return found;
  }

  /** Facts and computed values of an expression, each once, not entering the conditions of collections. */
  #lookInto(expr: Expr, item: FactRow, found: Found): void {
    const add = (input: TraceInput) => {
      if (!found.inputs.some((one) => one.fact === input.fact && one.label.zh === input.label.zh))
        found.inputs.push(input);
    };
    if (expr.op === 'fact' || expr.op === 'has') {
      const value = (expr.scope === 'item' ? item : this.#row)[expr.fact.path];
      add(factInput(expr.fact, value));
      const isMissing = value === null || value === undefined;
      if (expr.op === 'fact' && isMissing) found.missing.push(nameOfMissing(expr.fact));
    } else if (expr.op === 'today') {
      add(todayInput(this.#today));
    } else if (isCollectionExpr(expr)) {
      if (expr.type.kind !== 'bool') add(computedInput(expr, this.#compute(expr, item), this.#rule.catalogue));
      found.collections.push({ expr, found: inspectItems(expr, this.#row, this.#today, this.#compiler) });
    } else for (const part of partsOf(expr)) this.#lookInto(part, item, found);
  }

  #itemNodes(expr: CollectionExpr, found: ItemsFound): TraceNode[] {
    const asked = partsOf(expr);
    return found.deciding.map(({ row, position, outcome }) => {
      const looks = asked.map((part) => this.#look(part, row));
      const inputs = looks.flatMap((look) => look.inputs);
      const conditions = asked.filter((part) => part.type.kind === 'bool');
      const sentences = (conditions.length > 0 ? conditions : asked).map((part) =>
        describeExpression(part, this.#rule.catalogue),
      );
      const reasons = outcome === -1 ? asked.flatMap((part) => this.#reasons(part, row)) : [];
      const id = row.subject_id;
      return {
        kind: 'item',
        zh: sentences.map((one) => one.zh).join('，且'),
        en: sentences.map((one) => one.en).join(' and '),
        outcome,
        from: expr.from,
        to: expr.to,
        inputs: inputs.filter((one, i) => inputs.findIndex((other) => other.fact === one.fact) === i),
        children: conditions.flatMap((part) => this.#branches(part, row)),
        ...(reasons.length === 0 ? {} : { reason: asReason(reasons) }),
        item: { position, id: typeof id === 'string' ? id : null },
      } satisfies TraceNode;
    });
  }

  /** Nodes below an item: none for a single condition, which the item itself shows. */
  #branches(expr: Expr, item: FactRow): readonly TraceNode[] {
    if (expr.op === 'and') return this.node(expr, item).children;
    return expr.op === 'or' || expr.op === 'not' ? [this.node(expr, item)] : [];
  }

  /** Why an expression is unknown, most telling first; empty when it is known. */
  #reasons(expr: Expr, item: FactRow): Bilingual[] {
    if (expr.op === 'and' || expr.op === 'or' || expr.op === 'not')
      return partsOf(expr).flatMap((part) => this.#reasons(part, item));
    if (this.#valueOf(expr, item).outcome !== -1) return [];
    const { missing, collections } = this.#look(expr, item);
    const reasons: Bilingual[] = [];
    if (missing.length > 0)
      reasons.push({
        zh: `缺少${distinct(missing.map((one) => one.zh)).join('、')}`,
        en: `${distinct(missing.map((one) => one.en)).join(', ')} missing`,
      });
    for (const { expr: one, found } of collections) {
      const { label } = one.source.collection;
      if (found.isAbsent) reasons.push({ zh: `没有取得${label.zh}`, en: `${label.en} not given` });
      else if (found.unknown > 0) reasons.push(this.#itemReason(one, found));
      else if (one.op === 'aggregate' && found.met === 0)
        reasons.push({ zh: `没有可供计算的${label.zh}`, en: `no ${label.en} to compute from` });
    }
    if (reasons.length === 0 && this.#dividesByZero(expr, item))
      reasons.push({ zh: '除数为零', en: 'division by zero' });
    if (reasons.length === 0) reasons.push({ zh: '结果超出范围', en: 'the result is out of range' });
    return reasons;
  }

  #itemReason(expr: CollectionExpr, found: ItemsFound): Bilingual {
    const { label, items } = expr.source.collection;
    const unit = this.#rule.catalogue.findSubject(items)?.unit?.zh ?? '个';
    const inner = found.deciding
      .filter((one) => one.outcome === -1)
      .flatMap((one) => partsOf(expr).flatMap((part) => this.#reasons(part, one.row)));
    const first = inner[0] ?? { zh: '无法判断', en: 'cannot be judged' };
    return {
      zh: `有 ${found.unknown} ${unit}${label.zh}${first.zh}`,
      en: `${found.unknown} of the ${label.en}: ${first.en}`,
    };
  }

  #dividesByZero(expr: Expr, item: FactRow): boolean {
    if (expr.op === 'arithmetic' && (expr.sign === '/' || expr.sign === '%')) {
      const divisor = this.#compute(expr.right, item);
      if (typeof divisor === 'number' && (expr.sign === '%' ? Math.trunc(divisor) : divisor) === 0) return true;
    }
    return partsOf(expr).some((part) => this.#dividesByZero(part, item));
  }
}

function nameOfMissing({ type, label }: FactSpec): Bilingual {
  return type === 'bool' ? { zh: `“是否${label.zh}”`, en: `whether ${label.en}` } : label;
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

function asReason(reasons: readonly Bilingual[]): Bilingual {
  const zh = distinct(reasons.map((one) => one.zh)).join('；');
  const en = distinct(reasons.map((one) => one.en)).join('; ');
  return { zh: `不明：${zh}`, en: `unknown: ${en}` };
}
