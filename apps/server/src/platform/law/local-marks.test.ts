import * as wujiang from '@jince/wujiang';
import { describe, expect, it } from 'vitest';
import { localMarks } from './local-marks.ts';

describe('what the office has still to confirm', () => {
  const marks = localMarks(wujiang);

  it('is found in data and documents, with its file and place in words', () => {
    expect(marks.length).toBeGreaterThan(90);
    expect(marks).toContainEqual({
      file: 'data/case-papers.json',
      title: '案件文书',
      place: ['文号', '说明'],
      text: '文号前缀待区局核定（待核）',
    });
    expect(marks.filter(({ file }) => file === 'documents/complaint-acceptance.json')).toMatchObject([
      { title: '投诉受理决定书', text: expect.stringContaining('令第121号') },
    ]);
    expect(marks.some(({ text }) => text.includes('行政裁决权'))).toBe(true);
  });

  it('calls every file by a name an officer knows, and leaves out what is only for show', () => {
    expect(marks.filter(({ title, file }) => title === file)).toEqual([]);
    expect(marks.filter(({ file }) => file.includes('demo/'))).toEqual([]);
  });
});
