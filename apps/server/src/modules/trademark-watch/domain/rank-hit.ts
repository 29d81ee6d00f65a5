import type { GoodsRelationKind } from '@jince/trademark-similarity';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { HitLevel, WatchKind } from './watch-types.ts';

/** What the ranking sees of a hit: numbers from 0 to 1 by name. */
export type HitFeatures = Readonly<Record<string, number>>;

export interface HitSeen {
  readonly kind: WatchKind;
  readonly level: HitLevel;
  readonly field: 'title' | 'brand' | 'name' | 'picture';
  /** Whether a picture is like that of the mark. */
  readonly picture: boolean;
  readonly times: number;
  readonly priceFen: number | null;
  /** Median price of the mark's listings; null: unknown. */
  readonly usualFen: number | null;
  /** Relation of the goods to those of the mark; null: the row says nothing of its goods. */
  readonly goods: GoodsRelationKind | null;
  /** Judgements of other hits of the same subject and of the same mark. */
  readonly shop: { readonly infringing: number; readonly cleared: number };
  readonly mark: { readonly infringing: number; readonly cleared: number };
}

export const featureLabels: Readonly<Record<string, Bilingual>> = {
  bias: { zh: '起点', en: 'Start' },
  identical: { zh: '与商标相同', en: 'Identical to the mark' },
  near: { zh: '与商标近似', en: 'Near the mark' },
  brand: { zh: '写在品牌栏或者作为名称使用', en: 'In the brand field or as a name' },
  picture: { zh: '图片与商标图样近似', en: 'A picture is like that of the mark' },
  listing: { zh: '电商商品', en: 'A listing' },
  gazette: { zh: '公告商标', en: 'A mark of the gazette' },
  company: { zh: '企业名称', en: 'A company name' },
  shopInfringed: { zh: '该店铺（主体）有被判断为涉嫌侵权的', en: 'The subject was judged infringing before' },
  shopCleared: { zh: '该店铺（主体）多被判断为不侵权', en: 'The subject was cleared before' },
  markInfringed: { zh: '该商标的命中多被判断为涉嫌侵权', en: 'Hits of the mark are mostly infringing' },
  markCleared: { zh: '该商标的命中多被判断为不侵权', en: 'Hits of the mark are mostly cleared' },
  goodsSame: { zh: '商品同属一个类似群', en: 'Goods of the same similar group' },
  goodsSimilar: { zh: '商品属类似或者交叉检索的类似群', en: 'Goods of similar or cross-searched groups' },
  goodsClass: { zh: '商品同类', en: 'Goods of the same class' },
  goodsRelated: { zh: '商品类别之间有类似商品', en: 'Classes that share similar goods' },
  goodsApart: { zh: '商品不类似', en: 'Goods are not similar' },
  again: { zh: '多次出现', en: 'Came several times' },
  cheap: { zh: '价格明显低于同商标其他商品', en: 'Much cheaper than others of the mark' },
};

/** Shares of few judgements are pulled towards none. */
const share = (some: number, others: number): number => some / (some + others + 1);
const CHEAP = 0.5;

export function featuresOf(hit: HitSeen): HitFeatures {
  const cheap = hit.priceFen !== null && hit.usualFen !== null && hit.priceFen < hit.usualFen * CHEAP;
  return {
    identical: hit.level === 'identical' ? 1 : 0,
    near: hit.level === 'near' ? 1 : 0,
    brand: hit.field === 'brand' || hit.field === 'name' ? 1 : 0,
    picture: hit.picture ? 1 : 0,
    listing: hit.kind === 'listing' ? 1 : 0,
    gazette: hit.kind === 'gazette' ? 1 : 0,
    company: hit.kind === 'company' ? 1 : 0,
    shopInfringed: share(hit.shop.infringing, hit.shop.cleared),
    shopCleared: share(hit.shop.cleared, hit.shop.infringing),
    markInfringed: share(hit.mark.infringing, hit.mark.cleared),
    markCleared: share(hit.mark.cleared, hit.mark.infringing),
    goodsSame: hit.goods === 'same-group' ? 1 : 0,
    goodsSimilar: hit.goods === 'similar-group' || hit.goods === 'cross-search' ? 1 : 0,
    goodsClass: hit.goods === 'same-class' ? 1 : 0,
    goodsRelated: hit.goods === 'related-class' ? 1 : 0,
    goodsApart: hit.goods === 'other' ? 1 : 0,
    again: hit.times > 1 ? 1 : 0,
    cheap: cheap ? 1 : 0,
  };
}

export type Weights = Readonly<Record<string, number>>;

/** How likely a person will say that it infringes, 0–1. */
export function rankOf(weights: Weights, features: HitFeatures): number {
  let sum = weights.bias ?? 0;
  for (const [name, value] of Object.entries(features)) sum += value * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** What moved a hit up and down, the strongest first. */
export function reasonsOf(
  weights: Weights,
  features: HitFeatures,
): { readonly name: string; readonly weight: number }[] {
  return Object.entries(features)
    .map(([name, value]) => ({ name, weight: value * (weights[name] ?? 0) }))
    .filter(({ weight }) => Math.abs(weight) >= 0.05)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

export interface Judged {
  readonly features: HitFeatures;
  readonly infringing: boolean;
}

const STEPS = 300;
const RATE = 0.3;
/** How strongly the weights are held to where they started: a few judgements move them a little. */
const HOLD = 4;

/** Weights learned from judgements, starting from and held to the given ones. The same judgements give the same weights. */
export function learnWeights(start: Weights, judged: readonly Judged[]): Weights {
  const names = Object.keys(start);
  const weights = Object.fromEntries(names.map((name) => [name, start[name] ?? 0]));
  if (judged.length === 0) return weights;
  for (let step = 0; step < STEPS; step++) {
    const slope = Object.fromEntries(
      names.map((name) => [name, (HOLD * ((weights[name] ?? 0) - (start[name] ?? 0))) / judged.length]),
    );
    for (const { features, infringing } of judged) {
      const off = (rankOf(weights, features) - (infringing ? 1 : 0)) / judged.length;
      for (const name of names) slope[name] = (slope[name] ?? 0) + off * (name === 'bias' ? 1 : (features[name] ?? 0));
    }
    for (const name of names) weights[name] = (weights[name] ?? 0) - RATE * (slope[name] ?? 0);
  }
  return weights;
}
