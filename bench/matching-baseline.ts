import type { Firm, LabelledMention } from './matching-data.ts';
import type { Outcome } from './matching-score.ts';

/**
 * The straightforward way: half width, upper case, no blanks or brackets, 有限责任公司 = 有限公司; equal names link, else the
 * best Jaccard of character bigrams among names that share a rare bigram: ≥ 0.8 links, ≥ 0.6 goes to review.
 */
export function makeBaseline(register: readonly Firm[]): (mention: LabelledMention) => Outcome {
  const byName = new Map<string, number[]>();
  const byBigram = new Map<string, number[]>();
  const sets: Set<string>[] = [];
  const owners: string[] = [];
  const put = (map: Map<string, number[]>, key: string, value: number): void => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const firm of register) {
    for (const name of [firm.name, firm.formerName]) {
      if (name === '') continue;
      const text = tidy(name);
      const bigrams = bigramsOf(text);
      put(byName, text, owners.length);
      for (const bigram of bigrams) put(byBigram, bigram, owners.length);
      sets.push(bigrams);
      owners.push(firm.uscc);
    }
  }
  return (mention) => {
    const text = tidy(mention.name);
    const equal = byName.get(text);
    if (equal) return { uscc: owners[equal[0]!]!, decision: equal.length === 1 ? 'auto' : 'review' };
    const bigrams = bigramsOf(text);
    const rare = [...bigrams].map((bigram) => byBigram.get(bigram) ?? []).sort((a, b) => a.length - b.length);
    const candidates = new Set(
      rare
        .filter((list) => list.length > 0)
        .slice(0, 3)
        .flatMap((list) => list.slice(0, 400)),
    );
    let best = 0;
    let found = '';
    for (const candidate of candidates) {
      const set = sets[candidate]!;
      let shared = 0;
      for (const bigram of bigrams) if (set.has(bigram)) shared++;
      const jaccard = shared / (bigrams.size + set.size - shared);
      if (jaccard > best) {
        best = jaccard;
        found = owners[candidate]!;
      }
    }
    if (best >= 0.8) return { uscc: found, decision: 'auto' };
    return best >= 0.6 ? { uscc: found, decision: 'review' } : { uscc: '', decision: 'none' };
  };
}

function tidy(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()（）·.,，]/g, '')
    .replace('有限责任公司', '有限公司');
}

function bigramsOf(text: string): Set<string> {
  const bigrams = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) bigrams.add(text.slice(i, i + 2));
  return bigrams;
}
