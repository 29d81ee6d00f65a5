export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly text: string;
  readonly matched: boolean;
}

/** A text cut at the stretches that match another; overlapping ones are joined, those outside the text are cut off. */
export function cutAt(text: string, stretches: readonly Stretch[]): Piece[] {
  const sorted = stretches
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of sorted) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) pieces.push({ text: text.slice(at, from), matched: false });
    const last = pieces.at(-1);
    if (last?.matched && from === at)
      pieces[pieces.length - 1] = { text: last.text + text.slice(from, end), matched: true };
    else pieces.push({ text: text.slice(from, end), matched: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), matched: false });
  return pieces;
}
