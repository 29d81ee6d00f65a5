import { describe, expect, it } from 'vitest';
import { disciplineLists, findList, lawfulUntil, repairFrom, standingOn, TARGETS } from './discipline-law.ts';

describe('lists of the law', () => {
  it('give every effect an article and know which persons answer', () => {
    const lists = disciplineLists('2026-11-22');
    expect(lists.map((one) => one.list)).toContain('dishonesty');
    for (const { effects, list } of lists) {
      expect(effects.length, list).toBeGreaterThan(0);
      for (const effect of effects) expect(effect.article, `${list}.${effect.target}`).not.toBe('');
    }
    const seen = new Set(lists.flatMap((one) => one.effects.map((effect) => effect.target)));
    expect([...seen].toSorted()).toEqual([...TARGETS].toSorted());
    expect(findList('agency-dishonesty', '2026-11-22')?.chain).toContain('responsible-agent');
  });

  it('do not exist before their law', () => {
    expect(findList('dishonesty', '2021-08-31')).toBeUndefined();
    expect(findList('dishonesty', '2021-09-01')).toBeDefined();
  });
});

describe('days', () => {
  const list = findList('dishonesty', '2026-03-01');
  if (list === undefined) throw new Error('no list');

  it('three years end on the day before the third anniversary', () => {
    expect(lawfulUntil(list, '2023-03-01')).toBe('2026-02-28');
    expect(repairFrom(list, '2023-03-01')).toBe('2024-03-01');
  });

  it('a list without a term ends by remedy alone', () => {
    const open = findList('abnormal-operation', '2026-03-01');
    expect(open && lawfulUntil(open, '2026-03-01')).toBeNull();
  });

  it.each([
    ['2026-01-31', 'none'],
    ['2026-02-01', 'in-force'],
    ['2027-01-31', 'in-force'],
    ['2027-02-01', 'expired'],
  ] as const)('on %s it is %s', (on, expected) => {
    expect(standingOn({ from_on: '2026-02-01', until_on: '2027-01-31', ended_on: null }, on)).toBe(expected);
  });

  it('the day of repair no longer counts', () => {
    const entry = { from_on: '2026-02-01', until_on: null, ended_on: '2026-06-01' };
    expect([standingOn(entry, '2026-05-31'), standingOn(entry, '2026-06-01')]).toEqual(['in-force', 'ended']);
  });
});
