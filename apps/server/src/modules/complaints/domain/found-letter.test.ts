import { describe, expect, it } from 'vitest';
import { foundBreach, lettersOf } from './found-letter.ts';

const found = foundBreach.parse({
  title: '网店商品涉嫌使用近似标识',
  text: '商品详情页使用近似标识。',
  suspects: [{ name: '甲店' }, { name: '乙店', natural: true, townCode: '320509105' }],
  rights: [
    { kind: 'trademark', number: '1234567', holder: '示例公司' },
    { kind: 'trademark', number: '7654321' },
  ],
  receivedOn: '2026-11-18',
});
const origin = { source: 'watch', key: 'h1', href: '/trademarks/watch/hits/h1' } as const;

describe('a breach the office came upon', () => {
  it('is one letter for each suspect, each with its own key', () => {
    const letters = lettersOf(origin, found, '2026-11-20');
    expect(letters.map((one) => [one.sourceKey, one.subjectName, one.subjectNatural])).toEqual([
      ['h1', '甲店', false],
      ['h1#2', '乙店', true],
    ]);
  });

  it('has no reporter, names every right, and says why it counts from an earlier day', () => {
    const [letter] = lettersOf(origin, found, '2026-11-20');
    expect(letter).toMatchObject({
      personKind: 'office',
      person: null,
      rightNumber: '1234567',
      receivedOn: '2026-11-18',
    });
    expect(letter?.statement).toContain('1234567、7654321');
    expect(letter?.backDatedReason).not.toBeNull();
    expect(lettersOf(origin, found, '2026-11-18')[0]?.backDatedReason).toBeNull();
  });

  it('without a suspect is refused', () => {
    expect(foundBreach.safeParse({ ...found, suspects: [] }).success).toBe(false);
  });
});
