import { describe, expect, it } from 'vitest';
import { makeTestRegister } from './golden-register.ts';
import type { IndexHalf } from './index-sharing.ts';
import { buildMatcher } from './matcher.ts';

const register = makeTestRegister();

function buildHalf(half: 'slips' | 'names', other: IndexHalf) {
  let own: IndexHalf | undefined;
  const exchange = (given: IndexHalf): IndexHalf => {
    own = given;
    return other;
  };
  const matcher = buildMatcher(register, { share: { half, exchange } });
  return { matcher, own: own! };
}

describe('matchers that share their indexes', () => {
  const nothing: IndexHalf = { records: {} };
  const slips = buildHalf('slips', nothing).own;
  const names = buildHalf('names', slips);
  const other = buildHalf('slips', names.own);
  const alone = buildMatcher(register);

  it('answer as one that builds everything itself', () => {
    const written = register.slice(0, 300).flatMap(({ name }) => [name, name.slice(1), `${name.slice(0, 4)}科技`]);
    for (const name of written) {
      const expected = alone.match({ id: '', name });
      expect(names.matcher.match({ id: '', name })).toEqual(expected);
      expect(other.matcher.match({ id: '', name })).toEqual(expected);
    }
    expect(written.some((name) => alone.match({ id: '', name }).decision === 'review')).toBe(true);
  });

  it('hand over memory, not copies', () => {
    expect(slips.records.slips?.nodes.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(slips.model?.trigrams.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(names.own.records.names?.bigrams.postings.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('refuse to be changed', () => {
    expect(() => names.matcher.addEntries([{ id: 'new', name: '苏州新户有限公司' }])).toThrow('cannot be changed');
    expect(() => names.matcher.removeEntry(register[0]!.id)).toThrow('cannot be changed');
  });
});
