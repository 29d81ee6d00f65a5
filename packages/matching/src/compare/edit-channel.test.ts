import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deletionHashes } from '../block/deletion-keys.ts';
import { defaultWeights } from '../score/weights.ts';
import { type Edit, editBits, mostEdits } from './edit-channel.ts';

const bits = (registered: string, mentioned: string): number => editBits(registered, mentioned, defaultWeights);
const word = fc.string({ unit: fc.constantFrom(...'恒力华盛纺织电子科技一二东西'), minLength: 1, maxLength: 10 });

describe('editBits', () => {
  it('costs near-sounding and near-shaped slips less than others, and contrasts most', () => {
    expect(bits('恒力纺织', '恒利纺织')).toBeLessThan(bits('恒力纺织', '恒盛纺织'));
    expect(bits('未来纺织', '末来纺织')).toBeLessThan(bits('未来纺织', '盛来纺织'));
    expect(bits('东方纺织', '西方纺织')).toBeGreaterThan(bits('东方纺织', '盛方纺织'));
    expect(bits('恒力纺织', '恒力纺织')).toBeLessThan(1);
  });

  it('names what was done', () => {
    const edits: Edit[] = [];
    editBits('恒力纺织机械', '恒利织纺机械', defaultWeights, edits);
    expect(edits).toEqual([
      { kind: 'substitution', registered: '力', mentioned: '利', how: 'sound', at: 1 },
      { kind: 'swap', registered: '纺织', mentioned: '织纺', how: 'none', at: 2 },
    ]);
  });

  it('gives up beyond the slips a name of that length may hold', () => {
    expect(bits('恒力', '华盛')).toBe(Number.POSITIVE_INFINITY);
    expect(mostEdits(8)).toBe(3);
  });

  it('is the same on the short paths as in the full alignment', () => {
    fc.assert(
      fc.property(word, word, (registered, mentioned) => {
        const edits: Edit[] = [];
        const full = editBits(registered, mentioned, defaultWeights, edits);
        const quick = bits(registered, mentioned);
        if (Number.isFinite(full)) expect(quick).toBeCloseTo(full, 9);
        else expect(quick).toBe(full);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('deletionHashes', () => {
  const keys = (text: string): Set<number> => {
    const out = new Uint32Array(18);
    return new Set(out.slice(0, deletionHashes(text, out)));
  };

  it('shares a key with every text one slip away', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'恒力华盛纺织电'), minLength: 3, maxLength: 14 }),
        fc.nat(),
        fc.constantFrom(0, 1, 2, 3),
        (text, seed, kind) => {
          const at = seed % (text.length - 1);
          const slips = [
            text.slice(0, at) + text.slice(at + 1),
            `${text.slice(0, at)}新${text.slice(at)}`,
            `${text.slice(0, at)}新${text.slice(at + 1)}`,
            text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2),
          ];
          const other = keys(slips[kind]!);
          expect([...keys(text)].some((key) => other.has(key))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('tells different texts apart', () => {
    const far = keys('恒力纺织机械');
    expect([...keys('华盛电子科技')].some((key) => far.has(key))).toBe(false);
  });
});
