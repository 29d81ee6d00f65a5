import { describe, expect, it } from 'vitest';
import { findProhibitedSigns, groupsOfGoods, niceClasses, similarGroupsOn, weakMarkWords } from './marks.ts';
import { priorRightGround } from './prior-rights.ts';

describe('tables of goods', () => {
  it('hold on their days', () => {
    expect(similarGroupsOn('2022-12-31')).toBeUndefined();
    const table = similarGroupsOn('2026-11-23')!;
    expect(table.classes).toContain(25);
    const known = new Set(table.groups);
    for (const group of table.groups) expect(group).toMatch(/^\d{4}$/);
    for (const { from, to } of table.relations) {
      expect(from).toMatch(/^\d{4}$/);
      if (to !== null) expect(to).toMatch(/^\d{4}$/);
    }
    expect(known.size).toBe(table.groups.length);
  });

  it('find the group of accepted goods', () => {
    expect(groupsOfGoods('农业机械')).toEqual(['0701']);
    expect(groupsOfGoods('')).toEqual([]);
    expect(groupsOfGoods('不存在的商品')).toEqual([]);
  });

  it('name each class once', () => {
    expect(niceClasses.classes.map(({ number }) => number)).toEqual(Array.from({ length: 45 }, (_, at) => at + 1));
    expect(niceClasses.classes[24]).toMatchObject({ zh: '服装、鞋、帽', en: 'Clothing, footwear, headwear.' });
  });
});

describe('prior rights', () => {
  it('are told with the article of the day, or not at all', () => {
    expect(priorRightGround('trade-name', '2026-12-31')).toMatchObject({
      article: '《商标法》（2019年修正）第三十二条',
      verify: null,
    });
    expect(priorRightGround('geographical-indication', '2027-01-01')?.verify).toContain('待核');
    expect(priorRightGround('trade-name', '2019-10-31')).toBeUndefined();
  });
});

describe('signs', () => {
  const keys = (text: string, on = '2026-11-23') => findProhibitedSigns(text, on).map(({ key }) => key);

  it('that may not be marks are found with their article', () => {
    expect(keys('中南海')).toEqual(['national-names']);
    expect(keys('ＲＥＤ Ｃｒｏｓｓ急救')).toEqual(['red-cross']);
    expect(keys('吴江')).toEqual(['place-names']);
    expect(keys('吴江绫罗')).toEqual([]);
    expect(keys('丝绸')).toEqual(['generic']);
    expect(keys('锦策')).toEqual([]);
    expect(keys('中国红')).toEqual(['china']);
    expect(keys('China Silk')).toEqual(['china']);
    expect(keys('国丝锦绣')).toEqual(['state-goods']);
    expect(keys('锦国丝')).toEqual([]);
    // Letters are found as words: Newton is no WTO, Musa no USA.
    expect(['Newton', 'MUSA', 'Jerusalem', 'americano'].flatMap((one) => keys(one))).toEqual([]);
    expect(keys('U S A')).toEqual(['foreign-states']);
    expect(keys('丝绸USA')).toEqual(['foreign-states']);
    expect(keys('')).toEqual([]);
    expect(keys('中\u200b南海')).toEqual(['national-names']);
    expect(findProhibitedSigns('美国月亮', '2026-11-23')[0]).toMatchObject({
      word: '美国',
      article: '《商标法》（2019年修正）第十条第一款第（二）项',
    });
  });

  it('are told for the days of the law they are of', () => {
    expect(keys('中南海', '2019-10-31')).toEqual([]);
    expect(findProhibitedSigns('中南海', '2026-12-31')[0]).toMatchObject({ verify: null });
    const [later] = findProhibitedSigns('中南海', '2027-01-01');
    expect(later?.article).toContain('《商标法》（2026年修订）');
    expect(later?.article).toContain('第十条第一款第（一）项');
    expect(later?.verify).toContain('待核');
  });

  it('of a word list are each in one list', () => {
    const all = weakMarkWords.flatMap(({ words }) => words);
    expect(new Set(all).size).toBe(all.length);
  });
});
