import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

const report = { sort: 'tip', kind: 'other', subjectName: '吴江某某代理所', statement: '承诺 100% 授权。' };

describe('fingerprintOf', () => {
  it('takes spaces, marks, width and case for nothing', () => {
    const written = { ...report, subjectName: '吴江 某某代理所 ', statement: '承诺１００％授权！\n' };
    expect(fingerprintOf(written)).toBe(fingerprintOf(report));
  });
  it('tells other words, kinds and subjects apart', () => {
    const others = [
      { ...report, statement: '承诺 99% 授权。' },
      { ...report, kind: 'abnormal-filing' },
      { ...report, subjectName: '吴江另一代理所' },
      { ...report, sort: 'complaint' },
    ];
    expect(new Set([report, ...others].map(fingerprintOf)).size).toBe(5);
  });
});
