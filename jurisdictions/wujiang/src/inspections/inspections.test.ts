import { expect, test } from 'vitest';
import data from '../../data/inspections/checklists.json' with { type: 'json' };
import settings from '../../data/inspections/settings.json' with { type: 'json' };
import { checklistOn, checklists, readChecklists } from './checklists.ts';
import { inspectionSettings, readInspectionSettings } from './settings.ts';

test('a mark printer is checked by twelve items, each with its article and what is to be done', () => {
  const list = checklistOn('mark-printer', '2026-11-20');
  expect(list?.items.map((item) => item.no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  for (const item of checklists.flatMap((one) => one.items)) expect(item.article.length).toBeGreaterThan(5);
});

test('the law of the day of the check decides: the trademark law of 2027 has other articles', () => {
  const article = (day: string) =>
    checklistOn('mark-use', day)?.items.find((one) => one.code === 'well-known')?.article;
  expect(article('2026-12-31')).toBe('商标法第五十三条');
  expect(article('2027-01-01')).toBe('商标法（2026年修订）第六十四条');
  expect(checklistOn('mark-use', '2019-01-01')).toBeUndefined();
});

test('faulty data is refused with its place', () => {
  const [first, ...others] = data.checklists;
  expect(() => readChecklists({ checklists: [first, { ...first, from: '2026-01-01' }, ...others] })).toThrow(
    '期间重叠',
  );
  expect(() => readChecklists({ checklists: [{ ...first, items: [{}] }] })).toThrow('items[0].no');
  const wrong = { ...settings, pledgeKinds: [{ ...settings.pledgeKinds[0], conditions: ['none'] }] };
  expect(() => readInspectionSettings(wrong)).toThrow('pledgeKinds[0].conditions');
});

test('worse credit never has fewer tickets', () => {
  const tickets = (grade: string) => inspectionSettings.draw.weights.find((one) => one.grade === grade)?.tickets ?? 0;
  expect(['A', 'B', 'C', 'D'].map(tickets)).toEqual(['A', 'B', 'C', 'D'].map(tickets).toSorted((a, b) => a - b));
  expect(tickets('D')).toBeGreaterThan(tickets('A'));
});
