import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelOf, modelVersions } from '../models/index.ts';
import { MarkIndex } from '../search/mark-index.ts';
import { compareMarks } from './compare-marks.ts';
import type { ModelFile } from './model.ts';
import { openModel } from './model.ts';

const PAIRS = [
  ['锦绣', '锦秀', 'near', '两商标读音相同（jǐn xiù），仅第二字不同（绣/秀），且字形相近（“绣”含“秀”）'],
  ['蓝月', '蓝岳', 'near', '两商标读音相同（lán yuè），仅第二字不同（月/岳）'],
  ['锦绣', '绣锦', 'near', '“锦绣”与“绣锦”文字构成相同，仅排列顺序相反，从右向左认读即为引证商标'],
  ['康帅傅', '康师傅', 'near', '两商标仅第二字不同：“帅”与“师”字形相近（整体轮廓相近），其余二字及排列相同'],
  ['锦绣', '锦绣坊', 'near', '两商标显著识别部分同为“锦绣”，引证商标仅多出显著性弱的后缀“坊”'],
  ['老锦绣', '锦绣', 'near', '两商标显著识别部分同为“锦绣”，查询商标仅多出显著性弱的修饰词“老”'],
  ['丽', '丽丽', 'near', '“丽丽”仅由“丽”的文字重叠而成'],
  ['好运', '女子运', 'near', '“女子”合写即为“好”，视觉上易被认读为同一文字'],
  ['8马', '八马', 'near', '两商标仅首字不同：数字“8”读作“八”，其余字及排列相同'],
  ['苹果', 'APPLE', 'near', '“苹果”与“APPLE”互为中外文对应词，含义相同'],
  ['adidas', 'adidos', 'near', '字母构成及排列相近（ADIDAS/ADIDOS，1 个字母不同），呼叫相近'],
  ['аррle', 'apple', 'identical', '两商标文字相同，仅形似字母有别'],
  ['锦绣', '锦绣', 'identical', '两商标文字相同'],
  ['锦绣', '锦绣花', 'arguable', '引证商标完整包含“锦绣”，仅在后多出“花”'],
  ['蓝月', 'LANYUE', 'arguable', '“LANYUE”为“蓝月”的汉语拼音，呼叫相同'],
  ['番茄', '西红柿', 'arguable', '“番茄”与“西红柿”含义相同或基本相同'],
  ['丝路花雨', '丝绸花雨', 'arguable', '两商标仅第二字不同：“路”与“绸”字形、读音均不同，其余三字及排列相同'],
  ['长城', '长江', 'far', undefined],
  ['锦绣', '山水', 'far', undefined],
  ['apple', 'orange', 'far', undefined],
] as const;

describe('two marks', () => {
  it.each(PAIRS)('%s and %s are %s', (query, mark, level, zh) => {
    const compared = compareMarks(query, mark);
    expect(compared.level).toBe(level);
    if (zh !== undefined) expect(compared.reasons.zh).toBe(zh);
    expect(compared.reasons.en).not.toBe('');
    if (level === 'identical') expect(compared.score).toBe(1);
    else expect(compared.score).toBeLessThan(1);
  });

  it('get the same score from an index as by themselves', () => {
    const names = [
      '锦绣',
      '锦秀',
      '绣锦',
      '锦绣坊',
      '锦绣花',
      '苹果',
      'APPLE',
      '女子',
      '好',
      '丽丽',
      '八马',
      'LANYUE',
      '蓝月',
      '太湖雪',
    ];
    const index = new MarkIndex(names);
    for (const query of [...names, '8马', '大湖雪', '丽', '兰月']) {
      const found = index.search(query, 20, { least: 'far' });
      expect(found.length).toBeGreaterThan(0);
      for (const { at, score, level } of found) {
        const compared = compareMarks(query, names[at] as string);
        expect([query, names[at], compared.level, compared.score]).toEqual([query, names[at], level, score]);
      }
    }
  });

  it('may be any texts at all', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    const han = fc
      .array(fc.integer({ min: 0x4e00, max: 0x9fff }), { maxLength: 6 })
      .map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(text, han), fc.oneof(text, han), (a, b) => {
        const { score, level, reasons } = compareMarks(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(['identical', 'near', 'arguable', 'far']).toContain(level);
        expect(reasons.zh).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('a model', () => {
  it('is opened by its version and said with each answer', () => {
    for (const version of modelVersions) {
      expect(modelOf(version).version).toBe(version);
      expect(compareMarks('锦绣', '锦秀', { model: modelOf(version) }).model).toBe(version);
    }
    expect(() => modelOf('1999-01-01')).toThrow(RangeError);
  });

  it.each([
    ['2026-11-23', '沃宇', '法宇', 0.597772, 'near'],
    ['2026-11-23', '方舍', '寒舍', 0.164528, 'far'],
    ['2026-11-23.2', '沃宇', '法宇', 0.597772, 'arguable'],
    ['2026-11-23.2', '泽休', '泽旭', 0.688891, 'near'],
    ['2026-11-23.2', '林氏企业', '森氏', 0.9999, 'near'],
    ['2026-11-23.2', '太湖雪', '太湖雪家纺', 0.001016, 'far'],
  ])('of %s still answers %s and %s as it did', (version, query, mark, score, level) => {
    const found = compareMarks(query, mark, { model: modelOf(version) });
    expect(found.score).toBeCloseTo(score, 6);
    expect(found.level).toBe(level);
  });

  it.each([
    ['沃宇', '法宇', 'far'],
    ['泽休', '泽旭', 'far'],
    ['方舍', '寒舍', 'far'],
    ['林氏企业', '森氏', 'far'],
    ['林氏企业', '林氏', 'near'],
    ['银子铺', '银离子', 'far'],
    ['太湖雪', '太湖雪家纺', 'arguable'],
    ['东方', '东方明珠塔', 'far'],
    ['五粮液', '液', 'far'],
    ['太湖雪', '太湖雪SILK', 'near'],
    ['BOSS老板', 'BOSS', 'near'],
    ['小米XIAOMI', '小山', 'far'],
    ['柏悦', '伯悦', 'arguable'],
  ])('in use calls %s and %s %s', (query, mark, level) => {
    expect(compareMarks(query, mark).level).toBe(level);
  });

  it('made for other features is refused', () => {
    expect(() =>
      openModel({ features: ['one'], weights: [], alignment: { relations: [] } } as unknown as ModelFile),
    ).toThrow(RangeError);
  });
});
