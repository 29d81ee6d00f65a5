/** Which texts have which key: sorted once, then read by text. */
export interface KeyIndex {
  /** Posting lists one after the other. */
  texts: Uint32Array;
  /** For each text the lists of its keys, as positions in `starts`. */
  lists: Uint32Array[];
  starts: Uint32Array;
}

/** Lists longer than this say nothing: the key turned out to be a common one. */
const LONGEST_LIST = 400;

/** Builds posting lists; keys of one text alone or of too many are left out. */
export function buildKeyIndex(keys: readonly Uint32Array[]): KeyIndex {
  const total = keys.reduce((sum, own) => sum + own.length, 0);
  const sorted = sortByKey(keys, total);
  const texts = new Uint32Array(total);
  const starts: number[] = [];
  const perText: number[][] = keys.map(() => []);
  let filled = 0;
  for (let at = 0; at < total; ) {
    let end = at + 1;
    while (end < total && sorted.keys[end] === sorted.keys[at]) end++;
    if (end - at > 1 && end - at <= LONGEST_LIST) {
      for (let i = at; i < end; i++) {
        texts[filled + i - at] = sorted.texts[i]!;
        perText[sorted.texts[i]!]!.push(starts.length);
      }
      starts.push(filled);
      filled += end - at;
    }
    at = end;
  }
  starts.push(filled);
  return {
    texts: texts.slice(0, filled),
    lists: perText.map((lists) => Uint32Array.from(lists)),
    starts: Uint32Array.from(starts),
  };
}

/** Radix sort by the 32 bits of the key, stable, so that texts stay in rising order within a key. */
function sortByKey(keys: readonly Uint32Array[], total: number): { keys: Uint32Array; texts: Uint32Array } {
  let from = { keys: new Uint32Array(total), texts: new Uint32Array(total) };
  let to = { keys: new Uint32Array(total), texts: new Uint32Array(total) };
  let at = 0;
  keys.forEach((own, text) => {
    for (const key of own) {
      from.keys[at] = key;
      from.texts[at++] = text;
    }
  });
  for (let shift = 0; shift < 32; shift += 11) {
    const counts = new Uint32Array(2049);
    for (let i = 0; i < total; i++) counts[((from.keys[i]! >>> shift) & 2047) + 1]!++;
    for (let i = 0; i < 2048; i++) counts[i + 1]! += counts[i]!;
    for (let i = 0; i < total; i++) {
      const slot = counts[(from.keys[i]! >>> shift) & 2047]!++;
      to.keys[slot] = from.keys[i]!;
      to.texts[slot] = from.texts[i]!;
    }
    [from, to] = [to, from];
  }
  return from;
}
