import { describe, expect, it } from 'vitest';
import { MarkIndex } from './mark-index.ts';

describe('an index', () => {
  const names = ['锦策', '锦绣江南', '太湖雪', '大湖雪', '丝绸之路', '恒力', '盛虹'];
  const found = (index: MarkIndex, text: string) => index.search(text, 3, { least: 'far' }).map(({ at }) => at);

  it('finds the mark itself, one that sounds and one that looks like it', () => {
    const index = new MarkIndex(names);
    expect(index.search('锦策', 3)[0]).toEqual({ at: 0, score: 1, level: 'identical' });
    expect(found(index, '横力')[0]).toBe(5);
    expect(found(index, '太湖雪').slice(0, 2)).toEqual([2, 3]);
    expect(found(index, '雪湖太')).toContain(2);
  });

  it('finds nothing for what has no sign, or no sign in common', () => {
    const index = new MarkIndex(names);
    for (const text of ['', '鑫', '😀', '\ue000', '\u202e']) expect(index.search(text, 3)).toEqual([]);
    expect(new MarkIndex([]).search('锦策', 3)).toEqual([]);
  });

  it('takes marks in and out at any time', () => {
    const index = new MarkIndex(names);
    const at = index.add('锦册');
    expect([at, index.unmerged, index.size]).toEqual([7, 1, 8]);
    expect(found(index, '锦册')[0]).toBe(7);
    index.merge();
    expect([index.unmerged, found(index, '锦册')[0]]).toEqual([0, 7]);
    index.remove(7);
    expect(found(index, '锦册')[0]).toBe(0);
    expect(index.size).toBe(7);
  });
});
