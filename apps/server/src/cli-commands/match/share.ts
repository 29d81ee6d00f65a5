import { buildMatcher, type IndexSharing } from '@jince/matching';
import { learnFromSample } from './learn-sample.ts';
import { findBlocks } from './load-mentions.ts';
import { loadRegister } from './load-register.ts';
import { type Counts, takeBlocks } from './match-block.ts';
import { readText } from './read-table.ts';

export interface ShareInput {
  register: string;
  mentions: string;
  /** [0] = next block to take; shared by all threads. */
  next: SharedArrayBuffer;
}

export interface Share {
  counts: Counts;
  entries: number;
  /** Sentences about rows of the register that were joined or left out. */
  notes: string[];
}

/** One share of the work. With `sharing` two threads build half of the indexes each. */
export function work(
  { register, mentions, next }: ShareInput,
  send: (block: number, lines: string) => void,
  sharing?: IndexSharing,
): Share {
  const { entries, notes } = loadRegister(readText(register, '登记册（--register）'));
  const matcher = buildMatcher(entries, { candidates: 1, brief: true, share: sharing });
  const text = readText(mentions, '名单（--mentions）');
  const blocks = findBlocks(text);
  learnFromSample(matcher, text, blocks, entries);
  return { counts: takeBlocks(matcher, text, blocks, next, send), entries: entries.length, notes };
}
