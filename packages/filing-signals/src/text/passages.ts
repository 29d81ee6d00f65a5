import type { Passage } from '../types.ts';
import { BOUNDARY, canonicalise } from './canonical.ts';

/** Shorter stretches in common are chance. In units. */
const SHORTEST = 6;
const SHORTEST_IN_TITLE = 3;
const MOST = 12;

interface Tile {
  a: number;
  b: number;
  length: number;
}

/** The stretches two texts have in common: longest first taken, none overlapping (greedy string tiling, Wise 1993). */
export function findPassages(part: Passage['part'], a: string, b: string): Passage[] {
  const left = canonicalise(a, true);
  const right = canonicalise(b, true);
  const tiles = tile(left.units, right.units, part === 'title' ? SHORTEST_IN_TITLE : SHORTEST);
  return tiles.map((found) => {
    const spanA = spanOf(left.starts!, found.a, found.length, a);
    return {
      part,
      text: a.slice(spanA.start, spanA.end),
      a: spanA,
      b: spanOf(right.starts!, found.b, found.length, b),
    };
  });
}

function spanOf(starts: Uint32Array, at: number, length: number, text: string): { start: number; end: number } {
  const start = starts[at]!;
  const raw = text.slice(start, starts[at + length]);
  return { start, end: start + raw.replace(/[\s，。；：、,;:.的]+$/u, '').length };
}

function tile(a: Uint16Array, b: Uint16Array, shortest: number): Tile[] {
  const freeA = new Uint8Array(a.length).fill(1);
  const freeB = new Uint8Array(b.length).fill(1);
  const tiles: Tile[] = [];
  const found = matchesOf(a, b, shortest);
  for (const match of found) {
    let { a: atA, b: atB, length } = match;
    while (length >= shortest && !(freeA[atA] && freeB[atB])) {
      atA++;
      atB++;
      length--;
    }
    let kept = 0;
    while (kept < length && freeA[atA + kept] && freeB[atB + kept]) kept++;
    if (kept < shortest) continue;
    freeA.fill(0, atA, atA + kept);
    freeB.fill(0, atB, atB + kept);
    tiles.push({ a: atA, b: atB, length: kept });
  }
  return tiles
    .sort((x, y) => y.length - x.length)
    .slice(0, MOST)
    .sort((x, y) => x.a - y.a);
}

/** Maximal runs in common, longest first. */
function matchesOf(a: Uint16Array, b: Uint16Array, shortest: number): Tile[] {
  const places = new Map<number, number[]>();
  for (let at = 0; at + 2 < b.length; at++) {
    const key = b[at]! * 0x10000 * 31 + b[at + 1]! * 131 + b[at + 2]!;
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  const matches: Tile[] = [];
  for (let at = 0; at + 2 < a.length; at++) {
    const key = a[at]! * 0x10000 * 31 + a[at + 1]! * 131 + a[at + 2]!;
    for (const place of places.get(key) ?? []) {
      if (at > 0 && place > 0 && a[at - 1] === b[place - 1]) continue;
      let length = 0;
      while (at + length < a.length && place + length < b.length && a[at + length] === b[place + length]) length++;
      while (length > 0 && a[at + length - 1] === BOUNDARY) length--;
      if (length >= shortest) matches.push({ a: at, b: place, length });
    }
  }
  return matches.sort((x, y) => y.length - x.length || x.a - y.a || x.b - y.b);
}
