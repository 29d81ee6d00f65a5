/** Words of a name: `patents.invention.grantedThisYear` → patents, invention, granted, this, year. */
function wordsOf(name: string): Set<string> {
  return new Set(name.split(/[._-]|(?=[A-Z])/).map((word) => word.toLowerCase()));
}

/** Edits (insert, drop, replace, swap neighbours) between two short texts. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}

/** 0 = the same but for case, 1 = nothing in common. */
function unlikeness(wanted: string, candidate: string): number {
  const [a, b] = [wanted.toLowerCase(), candidate.toLowerCase()];
  // A beginning of at least three letters is a good sign, too.
  if (a.length >= 3 && b.startsWith(a)) return 1 - a.length / b.length > 0.4 ? 0.4 : 0.2;
  const edits = editDistance(a, b) / Math.max(a.length, b.length);
  const [left, right] = [wordsOf(wanted), wordsOf(candidate)];
  const shared = [...left].filter((word) => right.has(word)).length;
  const words = 1 - shared / (left.size + right.size - shared);
  return Math.min(edits, words);
}

const LIKE_ENOUGH = 0.5;

/** The candidate most like a mistyped name, if any is like it; the first of equals. */
export function nearest(wanted: string, candidates: Iterable<string>): string | undefined {
  const text = wanted.slice(0, 80);
  let best: string | undefined;
  let least = LIKE_ENOUGH;
  for (const candidate of candidates) {
    const found = unlikeness(text, candidate);
    if (found < least || (found === least && best === undefined)) [best, least] = [candidate, found];
  }
  return best;
}
