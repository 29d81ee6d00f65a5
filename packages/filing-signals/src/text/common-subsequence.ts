import { BOUNDARY } from './canonical.ts';

const WORD = 32;

/** Positions of each unit of a text as bits, ready to be compared with many others. */
export interface UnitMasks {
  words: number;
  length: number;
  /** Slot of each unit; 0 = the unit does not occur. */
  slots: Uint16Array;
  masks: Uint32Array;
}

const slotOf = new Uint16Array(0x10000);

/** Fills the bit masks of a text. The result is valid until the next call: it borrows one shared table. */
export function maskUnits(units: Uint16Array): UnitMasks {
  const words = Math.max(1, Math.ceil(units.length / WORD));
  const masks = new Uint32Array((units.length + 1) * words);
  slotOf.fill(0);
  let next = 1;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    if (unit === BOUNDARY) continue;
    let slot = slotOf[unit]!;
    if (slot === 0) {
      slot = next++;
      slotOf[unit] = slot;
    }
    masks[slot * words + (at >>> 5)]! |= 1 << (at & 31);
  }
  return { words, length: units.length, slots: slotOf, masks };
}

const row = new Uint32Array(1 << 12);

/** Length of the longest common subsequence of units, marks left out; bit-parallel (Hyyrö 2004), 32 columns at a time. */
export function longestCommonSubsequence({ words, slots, masks, length }: UnitMasks, units: Uint16Array): number {
  const state = words <= row.length ? row : new Uint32Array(words);
  state.fill(0xffffffff, 0, words);
  for (let at = 0; at < units.length; at++) {
    const slot = slots[units[at]!]!;
    if (slot === 0) continue;
    const base = slot * words;
    let carry = 0;
    for (let word = 0; word < words; word++) {
      const value = state[word]!;
      const matched = (value & masks[base + word]!) >>> 0;
      const sum = value + matched + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      state[word] = (sum | (value - matched)) >>> 0;
    }
  }
  let zeros = 0;
  for (let word = 0; word < words; word++) {
    const bits = Math.min(WORD, length - word * WORD);
    const kept = bits < WORD ? ~state[word]! & ((1 << bits) - 1) : ~state[word]!;
    zeros += countBits(kept >>> 0);
  }
  return zeros;
}

function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
