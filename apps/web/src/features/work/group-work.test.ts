import type { WorkItem } from '@jince/contract';
import { describe, expect, it } from 'vitest';
import { dueOf, groupByDue, groupByTown, matches } from './group-work.ts';

const item = (name: string, nextOn: string | null, town: string | null = '盛泽镇', townCode: string | null = '105') =>
  ({
    id: name,
    name,
    uscc: null,
    nextOn,
    nextStep: null,
    overdue: false,
    town,
    townCode,
    campaignTitle: '一企一标',
  }) as WorkItem;

describe('my work', () => {
  it('falls into what is late, due today, this week, later and without a day', () => {
    const items = [
      item('none', null),
      item('later', '2026-12-30'),
      item('week', '2026-11-29'),
      item('today', '2026-11-22'),
      item('late', '2026-11-20'),
      item('later still', '2026-11-01'),
    ];
    const groups = groupByDue(items, '2026-11-22');
    expect(groups.map((group) => [group.key, group.items.map((one) => one.name)])).toEqual([
      ['overdue', ['later still', 'late']],
      ['today', ['today']],
      ['week', ['week']],
      ['later', ['later']],
      ['none', ['none']],
    ]);
  });

  it('counts one that the server calls overdue as late even without a day', () => {
    expect(dueOf({ nextOn: null, overdue: true }, '2026-11-22')).toBe('overdue');
  });

  it('goes by town in the order of the codes', () => {
    const groups = groupByTown([
      item('b', null, '震泽镇', '108'),
      item('x', null, null, null),
      item('a', null),
      item('c', null, '震泽镇', '108'),
    ]);
    expect(groups.map((group) => [group.key, group.items.length])).toEqual([
      ['盛泽镇', 1],
      ['震泽镇', 2],
      ['', 1],
    ]);
  });

  it('is found by part of the name or the campaign', () => {
    expect(matches(item('金锦丝绸', null), '丝绸')).toBe(true);
    expect(matches(item('金锦丝绸', null), '一企')).toBe(true);
    expect(matches(item('金锦丝绸', null), '光缆')).toBe(false);
  });
});
