import { compareMarks, type GoodsRelation, type MarkComparison } from '@jince/trademark-similarity';
import { goodsRelationsOn } from '../../trademark-search/index.ts';

interface Side {
  readonly name: string;
  readonly niceClass: number;
  readonly groups: readonly string[];
}

export interface JudgedThreat {
  readonly likeness: MarkComparison;
  readonly goods: GoodsRelation;
  /** Close enough in sign and goods to be looked at by a person. */
  readonly threatens: boolean;
}

const CLOSE: ReadonlySet<string> = new Set(['same-group', 'similar-group', 'cross-search', 'same-class']);

const BY_CLASS = (a: number, b: number): GoodsRelation => ({
  kind: a === b ? 'same-class' : 'other',
  groups: [],
  scopes: [],
  zh: a === b ? `同为第${a}类，类似群未知` : `第${a}类与第${b}类`,
  en: a === b ? `both of class ${a}` : `class ${a} and class ${b}`,
});

/** The reasons in the words of an opposition: what was asked for is the published mark, the earlier one is the own. */
const inWordsOfOpposition = ({ zh, en }: MarkComparison['reasons']): MarkComparison['reasons'] => ({
  zh: zh.replaceAll('查询商标', '公告商标'),
  en: en.replaceAll('the query', 'the published mark'),
});

/** Whether a published mark stands in the way of an own one: likeness of the signs and relation of the goods, each with reasons. */
export function judgeThreat(published: Side, own: Side, on: string): JudgedThreat {
  const compared = compareMarks(published.name, own.name);
  const likeness = { ...compared, reasons: inWordsOfOpposition(compared.reasons) };
  const place = ({ niceClass, groups }: Side) => ({ niceClass, ...(groups.length > 0 ? { groups } : {}) });
  const goods =
    goodsRelationsOn(on)?.relate(place(published), place(own)) ?? BY_CLASS(published.niceClass, own.niceClass);
  return { likeness, goods, threatens: likeness.level !== 'far' && CLOSE.has(goods.kind) };
}
