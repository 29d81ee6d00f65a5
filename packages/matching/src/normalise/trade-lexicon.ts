import { tradeWords } from '../data/trade-words.ts';

/** The words that name a trade; `longest` bounds the look-up. */
export interface TradeLexicon {
  words: ReadonlySet<string>;
  longest: number;
}

export function makeTradeLexicon(words: Iterable<string>): TradeLexicon {
  const set = new Set<string>();
  let longest = 1;
  for (const word of words) {
    if (word.length < 2) continue;
    set.add(word);
    longest = Math.max(longest, word.length);
  }
  return { words: set, longest };
}

export const defaultTradeLexicon = makeTradeLexicon(tradeWords);

/**
 * Length of the brand at the start of `core`: the shortest head (two characters or more) whose remainder is made of
 * trade words alone; 0 when everything is trade; all of it when nothing is.
 */
export function splitBrandAndTrade(core: string, lexicon: TradeLexicon = defaultTradeLexicon): number {
  const length = core.length;
  if (length > 31) return length;
  let reachable = 1 << length;
  for (let start = length - 2; start >= 0; start--) {
    const longest = Math.min(lexicon.longest, length - start);
    for (let size = 2; size <= longest; size++) {
      if ((reachable & (1 << (start + size))) === 0) continue;
      if (!lexicon.words.has(core.slice(start, start + size))) continue;
      reachable |= 1 << start;
      break;
    }
  }
  if (length >= 2 && (reachable & 1) !== 0) return 0;
  for (let start = 2; start < length; start++) if ((reachable & (1 << start)) !== 0) return start;
  return length > 2 && (reachable & 2) !== 0 ? 1 : length;
}

/** Trade words the register itself teaches: endings of two to four characters that many different brands share. */
export function learnTradeWords(cores: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const core of cores) {
    for (let size = 2; size <= 4; size++) {
      if (core.length < size + 2) break;
      const ending = core.slice(-size);
      counts.set(ending, (counts.get(ending) ?? 0) + 1);
    }
  }
  const least = Math.max(6, cores.length / 6000);
  const learned: string[] = [];
  for (const [ending, count] of counts) if (count >= least * (ending.length - 1)) learned.push(ending);
  return learned;
}
