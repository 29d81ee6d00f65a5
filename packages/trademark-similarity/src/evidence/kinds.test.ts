import { describe, expect, it } from 'vitest';
import { SenseDictionary } from '../sense/senses.ts';
import { standardSenses } from '../sense/standard-senses.ts';
import { currentRelations } from '../signs/editions.ts';
import { LUCKY_DIGIT, OTHER, READ_DIGIT } from '../signs/relations.ts';
import { digitEvidence } from './digits.ts';
import { pinyinEvidence, wordEvidence } from './letters.ts';
import { orderEvidence } from './order.ts';
import { repetitionEvidence, withoutRepetition } from './repetition.ts';
import { numeral, ordinal } from './say.ts';
import { senseEvidence } from './sense.ts';
import { splitEvidence } from './split.ts';

describe('order', () => {
  it('swapped, from right to left, moved', () => {
    expect(orderEvidence('锦绣', '绣锦')?.zh).toContain('从右向左认读');
    expect(orderEvidence('太湖雪', '雪太湖')?.zh).toBe('“太湖雪”与“雪太湖”文字构成相同，仅排列顺序不同');
    expect([orderEvidence('锦绣', '锦绣'), orderEvidence('锦', '锦'), orderEvidence('锦绣', '锦山')]).toEqual(
      Array.from({ length: 3 }, () => undefined),
    );
  });
});

describe('repetition', () => {
  it('only says a sign or the whole again', () => {
    expect([
      withoutRepetition('丽丽'),
      withoutRepetition('锦绣锦绣'),
      withoutRepetition('娃哈哈'),
      withoutRepetition('book'),
    ]).toEqual(['丽', '锦绣', '娃哈', 'book']);
    expect(repetitionEvidence('丽', '丽丽')?.zh).toBe('“丽丽”仅由“丽”的文字重叠而成');
    expect(repetitionEvidence('丽', '丽人')).toBeUndefined();
  });
});

describe('digits', () => {
  it('are read aloud, or stand for what sounds like them', () => {
    const relation = (a: string, b: string) => currentRelations.relationOf(a.charCodeAt(0), b.charCodeAt(0));
    expect([relation('8', '八'), relation('发', '8'), relation('8', '九')]).toEqual([READ_DIGIT, LUCKY_DIGIT, OTHER]);
    expect(digitEvidence('八', '8', READ_DIGIT)?.zh).toBe('数字“8”读作“八”');
    expect(digitEvidence('8', '发', LUCKY_DIGIT)?.zh).toContain('谐音');
    expect(digitEvidence('八', '九', OTHER)).toBeUndefined();
  });
});

describe('letters', () => {
  it('are what characters are read as', () => {
    expect(pinyinEvidence('蓝月', 'lanyue')?.zh).toBe('“LANYUE”为“蓝月”的汉语拼音，呼叫相同');
    expect(pinyinEvidence('lvye', '绿叶')?.zh).toContain('LVYE');
    expect([pinyinEvidence('蓝月', 'lanyu'), pinyinEvidence('蓝月', '蓝岳')]).toEqual([undefined, undefined]);
  });

  it('differ a little, or are said alike though spelt otherwise', () => {
    expect(wordEvidence('adidas', 'adidos', 1)?.zh).toContain('1 个字母不同');
    expect(wordEvidence('kodak', 'codac', 2)?.zh).toContain('呼叫相近');
    expect([
      wordEvidence('apple', 'orange', 5),
      wordEvidence('apple', 'apple', 0),
      wordEvidence('苹果', 'apple', 5),
    ]).toEqual([undefined, undefined, undefined]);
  });
});

describe('split characters', () => {
  it('are read as one', () => {
    expect(splitEvidence('女子', '好')?.zh).toBe('“女子”合写即为“好”，视觉上易被认读为同一文字');
    expect(splitEvidence('好运', '女子运')).toBeDefined();
    expect([splitEvidence('好', '女'), splitEvidence('好', '好')]).toEqual([undefined, undefined]);
  });
});

describe('sense', () => {
  it('is the same in two languages or two words', () => {
    expect(senseEvidence('苹果', 'apple', standardSenses())?.zh).toBe('“苹果”与“APPLE”互为中外文对应词，含义相同');
    expect(senseEvidence('番茄', '西红柿', standardSenses())?.zh).toContain('含义相同或基本相同');
    expect(senseEvidence('苹果', 'orange', standardSenses())).toBeUndefined();
  });

  it('comes from the dictionary a caller gives', () => {
    const own = new SenseDictionary([{ words: ['锦策', 'JINCE'] }]);
    expect(own.relation('锦策', 'jince')).toBe('translation');
    expect(own.relation('苹果', 'apple')).toBeUndefined();
  });
});

describe('numbers in words', () => {
  it('are written as they are read', () => {
    expect([1, 10, 11, 20, 25].map(numeral)).toEqual(['一', '十', '十一', '二十', '二十五']);
    expect([1, 3, 12].map(ordinal)).toEqual(['first', 'third', '12th']);
  });
});
