import { describe, expect, it } from 'vitest';
import { contentHash } from './canonical.ts';
import { placeOf } from './place-of.ts';
import { amountWords, moneyWords } from './words.ts';

describe('amounts in words', () => {
  it.each([
    [3_000_000, '3万元', 'CNY 30,000'],
    [500_000, '5,000元', 'CNY 5,000'],
    [15_000_000, '15万元', 'CNY 150,000'],
    [1_234_567, '12,345.67元', 'CNY 12,345.67'],
    [1_500_000, '1.5万元', 'CNY 15,000'],
  ])('%i fen', (fen, zh, en) => expect([moneyWords(fen, 'zh'), moneyWords(fen, 'en')]).toEqual([zh, en]));

  it('says each type, and the expression itself while it has no sentence', () => {
    const tiers = [
      { from: 1, to: 3, fen: 1_000_000 },
      { from: 3, to: null, fen: 2_000_000 },
    ];
    expect(amountWords({ type: 'tiered', by: 'x', tiers }, '指定成员数', 'zh')).toBe(
      '按指定成员数分档：1至不满3为1万元，3以上为2万元',
    );
    expect(amountWords({ type: 'share', of: 'claim.premiumFen', ratePpm: 500_000 }, null, 'zh')).toBe(
      'claim.premiumFen的50%',
    );
    expect(amountWords({ type: 'matching', of: 'x', ratePpm: 1_000_000 }, '上级实拨经费', 'zh')).toBe(
      '配套：上级实拨经费的100%',
    );
    expect(amountWords({ type: 'per-unit', unitFen: 500_000, units: 'x', maxUnits: 6 }, '指定成员数', 'zh')).toBe(
      '按指定成员数，每单位5,000元，最多计6个单位',
    );
  });
});

describe('places of a document in words', () => {
  const document = { items: [{ name: '贯标' }, { name: '' }] };
  it.each([
    ['items.0.amount.tiers.1', '贯标 · 金额 · 分档第2档'],
    ['items.1.examples.0', '第2条 · 算例第1个'],
    ['windows.0', '申报期第1段'],
    ['preconditions.2.rule', '前提条件第3项 · 条件'],
    ['', '整份政策'],
  ])('%s', (path, words) => expect(placeOf(document, path, 'zh')).toBe(words));
});

describe('the hash of a content', () => {
  it('does not depend on the order of keys, and does on that of lists', () => {
    expect(contentHash({ a: 1, b: { c: [1, 2] } })).toBe(contentHash({ b: { c: [1, 2] }, a: 1 }));
    expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
  });
});
