import { createRequire } from 'node:module';

/**
 * When two marks of characters are near or arguable, as the guidelines for examination put it (商标审查审理指南 2021, part II,
 * chapter 5, marks of characters), restated as rules that know nothing of the engine that is measured by them.
 */
const require = createRequire(new URL('../packages/trademark-similarity/package.json', import.meta.url));
const { pinyin } = require('pinyin-pro') as typeof import('pinyin-pro');

export type Verdict = 'near' | 'arguable' | 'far';
export type Standard = (query: string, mark: string) => Verdict;

const syllables = new Map<string, string>();
function syllableOf(sign: string): string {
  let syllable = syllables.get(sign);
  if (syllable === undefined) {
    syllable = pinyin(sign, { toneType: 'none' });
    syllables.set(sign, syllable);
  }
  return syllable;
}
const soften = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace(/^l/, 'n');

/**
 * Legal forms, trades and goods by their common names: to add one to a mark, or leave it out, leaves the mark what it was (the same
 * chapter: 商标由他人在先商标加上本商品的通用名称构成). Written down for this standard alone.
 */
const COMMON = (
  '集团 公司 企业 股份 控股 实业 商行 商贸 贸易 投资 资本 金融 保险 证券 地产 房产 置业 物业 建设 建筑 装饰 装修 建材 家居 家具 家装 ' +
  '科技 技术 电子 电器 电气 电商 网络 信息 软件 智能 数码 通信 光电 光缆 电缆 电梯 机械 机电 设备 装备 五金 汽车 汽配 重工 钢铁 ' +
  '化工 材料 新材料 塑料 橡胶 能源 新能源 电力 环保 物流 运输 快递 食品 饮料 酒业 茶业 餐饮 粮油 农业 水产 种业 药业 医药 大药房 ' +
  '医疗 生物 健康 养生 美容 化妆品 日化 服饰 服装 纺织 家纺 丝绸 鞋业 珠宝 首饰 玩具 母婴 教育 培训 文化 传媒 广告 影视 旅游 酒店 ' +
  '宾馆 体育 健身 超市 商城'
).split(' ');

/** A mark without the common words it ends with, so long as two signs stay. */
function withoutCommon(mark: string): string {
  const word = COMMON.find((one) => mark.endsWith(one) && mark.length - one.length >= 2);
  return word === undefined ? mark : withoutCommon(mark.slice(0, -word.length));
}

type Glyphs = ReadonlyMap<string, ReadonlySet<string>>;

/** @param glyphs characters that look alike, by lists made by people or by decomposition */
export function makeStandard(glyphs: readonly Glyphs[]): Standard {
  const lookAlike = (a: string, b: string) => glyphs.some((one) => one.get(a)?.has(b) || one.get(b)?.has(a));
  const sameLength = (a: readonly string[], b: readonly string[]): Verdict => {
    const different = a.flatMap((sign, at) => (sign === b[at] ? [] : [[sign, b[at]!] as const]));
    const heard = different.every(([x, y]) => syllableOf(x) === syllableOf(y));
    // Same sound throughout; or a single sign that looks alike.
    if (heard && (a.length > 1 || different.length === 0)) return 'near';
    if (different.length === 1 && a.length > 1) {
      const [x, y] = different[0]!;
      if (lookAlike(x, y)) return 'near';
      // Three signs or more and a single one is not the same.
      if (a.length >= 3) return 'arguable';
      if (soften(syllableOf(x)) === soften(syllableOf(y))) return 'arguable';
      return 'far';
    }
    if (a.length === 1) return heard || lookAlike(a[0]!, b[0]!) ? 'arguable' : 'far';
    const close = different.every(([x, y]) => soften(syllableOf(x)) === soften(syllableOf(y)) || lookAlike(x, y));
    if (close && different.length * 2 <= a.length + 1) return 'arguable';
    return 'far';
  };
  return (queryText, markText) => {
    const [query, mark] = [withoutCommon(queryText), withoutCommon(markText)];
    const [a, b] = [[...query], [...mark]];
    if (a.length === b.length) {
      // The same signs in another order.
      if (a.toSorted().join() === b.toSorted().join()) return 'near';
      return sameLength(a, b);
    }
    const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
    if (shorter.length < 2 && longer.length > 2) return 'far';
    const more = longer.length - shorter.length;
    // One contains the other whole, and little else; or a single sign stands inside.
    if (longer.join('').includes(shorter.join('')) && more <= shorter.length) return 'arguable';
    if (more === 1 && longer.some((_, at) => longer.toSpliced(at, 1).join('') === shorter.join(''))) return 'arguable';
    return 'far';
  };
}
