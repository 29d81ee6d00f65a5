import { tradeWords } from '../data/trade-words.ts';

/** The words that name a trade. */
export interface TradeLexicon {
  words: ReadonlySet<string>;
  /** the same by their first two characters. */
  byHead: ReadonlyMap<number, readonly string[]>;
}

export function makeTradeLexicon(words: Iterable<string>): TradeLexicon {
  const set = new Set<string>();
  const byHead = new Map<number, string[]>();
  for (const word of words) {
    if (word.length < 2 || set.has(word)) continue;
    set.add(word);
    const known = byHead.get(headOf(word, 0));
    if (known) known.push(word);
    else byHead.set(headOf(word, 0), [word]);
  }
  return { words: set, byHead };
}

/** A small integer for two characters; two pairs may share one, so the words found must still be compared. */
function headOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0x7fff) << 15) | (text.charCodeAt(at + 1) & 0x7fff);
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
    const words = lexicon.byHead.get(headOf(core, start));
    if (!words) continue;
    for (const word of words) {
      if ((reachable & (1 << (start + word.length))) === 0 || !core.startsWith(word, start)) continue;
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

const LARGE = 30_000;

/** The package's own trade words and those these cores teach; every third of a large register teaches the same. */
export function learnTradeLexicon(cores: readonly string[]): TradeLexicon {
  const taught = cores.length > LARGE ? cores.filter((_, i) => i % 3 === 0) : cores;
  return makeTradeLexicon([...defaultTradeLexicon.words, ...learnTradeWords(taught)]);
}
