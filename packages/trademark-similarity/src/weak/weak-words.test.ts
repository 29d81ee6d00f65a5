import { describe, expect, it } from 'vitest';
import { normaliseMark } from '../text/normalise-mark.ts';
import { standardWeakWordList } from './standard-weak-words.ts';
import { WeakWordList } from './weak-words.ts';

const core = (text: string, list: WeakWordList) => {
  const { units } = normaliseMark(text);
  const weak = new Uint8Array(units.length);
  list.mark(units, 0, units.length, weak);
  return String.fromCharCode(...units.filter((_, at) => weak[at] === 0));
};

describe('weak words', () => {
  it.each([
    ['锦绣牌', '锦绣'],
    ['老锦绣', '锦绣'],
    ['正宗锦绣坊', '锦绣'],
    ['锦绣集团有限公司', '锦绣'],
    ['老王', '老王'],
    ['王', '王'],
    ['牌锦绣', '牌锦绣'],
    ['', ''],
  ])('of %s leave %s', (text, left) => {
    expect(core(text, standardWeakWordList())).toBe(left);
  });

  it('of a caller are places before or after, goods only after', () => {
    const own = new WeakWordList([
      { kind: 'place', words: ['吴江'] },
      { kind: 'goods', words: ['丝绸'] },
    ]);
    expect(
      ['吴江锦绣', '锦绣吴江', '锦绣丝绸', '丝绸锦绣', '吴江锦绣丝绸', '吴江丝绸'].map((text) => core(text, own)),
    ).toEqual(['锦绣', '锦绣', '锦绣', '丝绸锦绣', '锦绣', '丝绸']);
    expect(core('吴江雪丝绸', own)).toBe('吴江雪');
    expect(own.kindOf('吴江')).toBe('place');
  });
});
