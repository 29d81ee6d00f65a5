/** Which texts have which key: posting lists sorted by key, with a table of the first places of their leading bits. */
export interface KeyIndex {
  keys: Uint32Array;
  /** Where the list of each key begins in `texts`; one more for the end. */
  starts: Uint32Array;
  texts: Uint32Array;
  /** Place of the first key with these leading 16 bits; one more for the end. */
  buckets: Uint32Array;
  /** Where the slots of each text begin in `slots`; one more for the end. */
  slotStarts: Uint32Array;
  /** Places of those keys of each text that other texts have as well. */
  slots: Uint32Array;
}

const BUCKET_BITS = 16;

/** Builds the lists; texts stand in rising order in each. With `share`, in memory that other threads can see. */
export function buildKeyIndex(keys: readonly Uint32Array[], share = false): KeyIndex {
  const own = (array: Uint32Array): Uint32Array => {
    if (!share) return array.slice();
    const there = new Uint32Array(new SharedArrayBuffer(array.byteLength));
    there.set(array);
    return there;
  };
  const total = keys.reduce((sum, own) => sum + own.length, 0);
  const sorted = sortByKey(keys, total);
  const unique = new Uint32Array(total);
  const starts = new Uint32Array(total + 1);
  let count = 0;
  for (let at = 0; at < total; at++) {
    if (at > 0 && sorted.keys[at] === sorted.keys[at - 1]) continue;
    unique[count] = sorted.keys[at]!;
    starts[count++] = at;
  }
  starts[count] = total;
  const { slotStarts, slots } = findSlots(keys.length, starts.subarray(0, count + 1), sorted.texts);
  return {
    keys: own(unique.subarray(0, count)),
    starts: own(starts.subarray(0, count + 1)),
    texts: share ? own(sorted.texts) : sorted.texts,
    buckets: own(findBuckets(unique.subarray(0, count))),
    slotStarts: own(slotStarts),
    slots: own(slots),
  };
}

function findSlots(
  total: number,
  starts: Uint32Array,
  texts: Uint32Array,
): { slotStarts: Uint32Array; slots: Uint32Array } {
  const slotStarts = new Uint32Array(total + 1);
  const visit = (take: (slot: number, text: number) => void): void => {
    for (let slot = 0; slot + 1 < starts.length; slot++) {
      const [from, to] = [starts[slot]!, starts[slot + 1]!];
      for (let at = from; to - from > 1 && at < to; at++) take(slot, texts[at]!);
    }
  };
  visit((_, text) => slotStarts[text + 1]!++);
  for (let text = 0; text < total; text++) slotStarts[text + 1]! += slotStarts[text]!;
  const slots = new Uint32Array(slotStarts[total]!);
  const next = slotStarts.slice();
  visit((slot, text) => {
    slots[next[text]!++] = slot;
  });
  return { slotStarts, slots };
}

/** The texts with a key, or undefined. */
export function lookUp(index: KeyIndex, key: number): Uint32Array | undefined {
  const bucket = key >>> (32 - BUCKET_BITS);
  let low = index.buckets[bucket]!;
  let high = index.buckets[bucket + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (index.keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return index.keys[low] === key ? index.texts.subarray(index.starts[low], index.starts[low + 1]) : undefined;
}

function findBuckets(keys: Uint32Array): Uint32Array {
  const buckets = new Uint32Array((1 << BUCKET_BITS) + 1).fill(keys.length);
  let next = 0;
  for (let at = 0; at < keys.length; at++) {
    const bucket = keys[at]! >>> (32 - BUCKET_BITS);
    while (next <= bucket) buckets[next++] = at;
  }
  return buckets;
}

/** Radix sort by the 32 bits of the key, stable, so that texts stay in rising order within a key. */
function sortByKey(keys: readonly Uint32Array[], total: number): { keys: Uint32Array; texts: Uint32Array } {
  let from = { keys: new Uint32Array(total), texts: new Uint32Array(total) };
  let to = { keys: new Uint32Array(total), texts: new Uint32Array(total) };
  let at = 0;
  keys.forEach((own, text) => {
    from.keys.set(own, at);
    from.texts.fill(text, at, at + own.length);
    at += own.length;
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
