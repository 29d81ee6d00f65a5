import { isLatin } from '../text/normalise-mark.ts';

/** Keys marks are posted by: each sign that is no letter, and each pair of letters that follow each other, word ends counted. */
const EDGE = 26;
const PAIRS = 65_536;
export const KEYS = PAIRS + 27 * 27;
export const pairKey = (a: number, b: number): number => PAIRS + a * 27 + b;

/** Worth of a pair of letters beside one sign. */
export const PAIR_WORTH = 0.5;

/** Distinct keys of the signs from `start` to `end`, into an array. @returns how many keys, and what they are worth together */
export function listKeys(
  units: Uint16Array,
  start: number,
  end: number,
  into: number[],
): { keys: number; worth: number } {
  let keys = 0;
  let worth = 0;
  const put = (key: number, value: number) => {
    worth += value;
    for (let at = 0; at < keys; at++) if (into[at] === key) return;
    into[keys++] = key;
  };
  let before = EDGE;
  for (let at = start; at < end; at++) {
    const code = units[at] as number;
    if (isLatin(code)) {
      put(pairKey(before, code - 0x61), PAIR_WORTH);
      before = code - 0x61;
      continue;
    }
    if (before !== EDGE) put(pairKey(before, EDGE), PAIR_WORTH);
    before = EDGE;
    put(code, 1);
  }
  if (before !== EDGE) put(pairKey(before, EDGE), PAIR_WORTH);
  return { keys, worth };
}
