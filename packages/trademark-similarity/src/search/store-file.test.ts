import { describe, expect, it } from 'vitest';
import { MarkIndex } from './mark-index.ts';

const names = ['锦策', '锦绣江南', '太湖雪', '大湖雪', 'APPLE', '恒力', ''];

describe('a saved index', () => {
  it('answers as before, added and removed marks included', () => {
    const index = new MarkIndex(names);
    index.add('锦册');
    index.remove(3);
    const loaded = MarkIndex.load(index.save());
    for (const text of ['锦策', '太湖雪', '苹果', '横力'])
      expect(loaded.search(text, 5)).toEqual(index.search(text, 5));
    expect([loaded.size, loaded.unmerged]).toEqual([index.size, 0]);
    loaded.add('锦侧');
    expect(loaded.search('锦侧', 1)[0]).toMatchObject({ at: 8, level: 'identical' });
  });

  it('may lie in memory that threads share', () => {
    const bytes = new Uint8Array(new MarkIndex(names).save());
    const shared = new SharedArrayBuffer(bytes.byteLength);
    new Uint8Array(shared).set(bytes);
    expect(MarkIndex.load(shared).search('锦策', 1)[0]).toMatchObject({ at: 0, score: 1 });
  });

  it('is refused when it is none, or cut off', () => {
    const bytes = new MarkIndex(names).save();
    expect(() => MarkIndex.load(new ArrayBuffer(0))).toThrow(RangeError);
    expect(() => MarkIndex.load(new ArrayBuffer(4096))).toThrow(RangeError);
    expect(() => MarkIndex.load(bytes.slice(0, bytes.byteLength - 64))).toThrow(RangeError);
  });
});
