import { learnWeights, type Matcher, type Mention, type RegisterEntry } from '@jince/matching';
import type { MentionBlocks } from './load-mentions.ts';
import { readRecord } from './read-table.ts';

const MENTIONS = 1200;
const ENTRIES = 800;

/**
 * Fits the matcher to this list by an even sample of it. Every thread draws the same sample and learns the same weights,
 * which takes less time than handing them over.
 */
export function learnFromSample(
  matcher: Matcher,
  text: string,
  { columns, starts }: MentionBlocks,
  entries: readonly RegisterEntry[],
): void {
  const perBlock = Math.ceil(MENTIONS / Math.max(1, starts.length - 1));
  const mentions: Mention[] = [];
  const fields: string[] = [];
  for (let block = 0; block + 1 < starts.length; block++) {
    let at = starts[block]!;
    for (let i = 0; i < perBlock && at < starts[block + 1]!; i++) {
      at = readRecord(text, at, fields);
      const name = fields[columns.name] ?? '';
      const address = columns.address < 0 ? undefined : fields[columns.address];
      // Joint holders would teach wrong slips.
      if (name !== '' && !/[;；、,，|\n]/.test(name)) mentions.push({ id: '', name, address: address || undefined });
    }
  }
  const step = Math.max(1, Math.ceil(entries.length / ENTRIES));
  learnWeights(
    matcher,
    mentions,
    entries.filter((_, i) => i % step === 0),
  );
}
