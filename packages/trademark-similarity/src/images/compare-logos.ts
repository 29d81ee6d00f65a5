import type { Box } from './components.ts';
import type { AskedLogo, LogoFeatures, LogoPart, LogoReading } from './describe-logo.ts';
import { type LocalMatch, matchKeypoints } from './match-keypoints.ts';
import { align, likeSpectra } from './polar.ts';

/** Likenesses of two logos, each by itself; their weights are in the model. */
export interface LogoLikeness {
  /** Of the filled area, free of turn and mirror, 0 to 1. */
  readonly area: number;
  readonly outline: number;
  /** Share of the smaller drawing's pieces that are found in the other, 0 to 1. */
  readonly pieces: number;
  /** Best correlation when laid on each other, −1 to 1. */
  readonly laidOn: number;
  readonly lines: number;
  /** Corners that agree on one placing. */
  readonly corners: number;
  readonly vienna: number;
}

/** Where two logos are alike, in each picture's own points (160 on the longer side). */
export interface LikeRegion {
  readonly asked: Box;
  readonly found: Box;
  readonly by: 'whole' | 'piece' | 'corners';
}

const ALIKE = 0.955;

/** Cheap likeness of everything but the corners: over all ways to see both. */
export function coarseLikeness(
  asked: LogoFeatures,
  found: LogoFeatures,
): { area: number; outline: number; pieces: number } {
  let [area, outline, pieces] = [0, 0, 0];
  for (const one of asked.readings)
    for (const two of found.readings) {
      const [a, o] = [likeSpectra(one.area, two.area), likeSpectra(one.outline, two.outline)];
      if (a + o > area + outline) [area, outline] = [a, o];
      pieces = Math.max(pieces, sharedPieces(one, two).share);
    }
  return { area, outline, pieces };
}

interface Shared {
  readonly share: number;
  readonly pairs: readonly { readonly one: LogoPart; readonly two: LogoPart }[];
}

const wholeOf = (reading: LogoReading): LogoPart => ({ box: reading.box, share: 1, spectrum: reading.area });

/** Pieces of the one that are found in the other, also the whole of one as a piece of the other. */
function sharedPieces(one: LogoReading, two: LogoReading): Shared {
  const left = one.parts.length > 0 ? one.parts : [wholeOf(one)];
  const right = two.parts.length > 0 ? two.parts : [wholeOf(two)];
  if (one.parts.length === 0 && two.parts.length === 0) return { share: 0, pairs: [] };
  const free = new Set(right);
  const pairs: { one: LogoPart; two: LogoPart }[] = [];
  for (const part of left) {
    let [best, like] = [undefined as LogoPart | undefined, ALIKE];
    for (const other of free) {
      const value = likeSpectra(part.spectrum, other.spectrum);
      if (value > like) [best, like] = [other, value];
    }
    if (best === undefined) continue;
    free.delete(best);
    pairs.push({ one: part, two: best });
  }
  const sum = (pick: 'one' | 'two') => pairs.reduce((total, pair) => total + pair[pick].share, 0);
  return { share: Math.max(Math.min(sum('one'), 1) * 0.5 + Math.min(sum('two'), 1) * 0.5, 0), pairs };
}

function sharedVienna(asked: readonly string[], found: readonly string[]): number {
  if (asked.length === 0 || found.length === 0) return 0;
  const sections = new Set(found.map((code) => code.slice(0, 5)));
  const whole = asked.filter((code) => found.includes(code)).length;
  const near = asked.filter((code) => !found.includes(code) && sections.has(code.slice(0, 5))).length;
  return (whole + near / 2) / asked.length;
}

interface Judged {
  readonly likeness: LogoLikeness;
  readonly turn: number;
  readonly mirrored: boolean;
  readonly regions: readonly LikeRegion[];
}

const boxAround = (xs: readonly number[], ys: readonly number[], margin: number): Box => {
  const [left, top] = [Math.max(0, Math.min(...xs) - margin), Math.max(0, Math.min(...ys) - margin)];
  return { left, top, width: Math.max(...xs) + margin - left, height: Math.max(...ys) + margin - top };
};

function cornersRegion(one: LogoReading, two: LogoReading, match: LocalMatch, mirroredIn: number | null): LikeRegion {
  const a = match.agreeing.map((pair) => pair.a);
  const b = match.agreeing.map((pair) => pair.b);
  const at = (values: Float32Array, of: readonly number[]) => of.map((i) => values[i] as number);
  const x = mirroredIn === null ? at(one.keypoints.x, a) : a.map((i) => mirroredIn - (one.keypoints.x[i] ?? 0));
  return {
    asked: boxAround(x, at(one.keypoints.y, a), 4),
    found: boxAround(at(two.keypoints.x, b), at(two.keypoints.y, b), 4),
    by: 'corners',
  };
}

/** Everything, over all ways to see both: for the few that looked alike at first. */
export function compareLogos(asked: AskedLogo, found: LogoFeatures): Judged {
  const coarse = coarseLikeness(asked, found);
  let [laidOn, lines, turn, mirrored] = [-1, -1, 0, false];
  let corners: { match: LocalMatch; one: LogoReading; two: LogoReading; inMirror: boolean } | undefined;
  let pieces: Shared = { share: 0, pairs: [] };
  asked.readings.forEach((one, index) => {
    for (const two of found.readings) {
      const placed = align(one.map.centred.area, two.map.centred.area);
      const drawn = align(one.map.centred.outline, two.map.centred.outline);
      if (placed.correlation + drawn.correlation > laidOn + lines) {
        [laidOn, lines] = [placed.correlation, drawn.correlation];
        ({ turn, mirrored } = placed);
      }
      const shared = sharedPieces(one, two);
      if (shared.share > pieces.share) pieces = shared;
      for (const inMirror of [false, true]) {
        const points = inMirror ? asked.mirrored[index] : one.keypoints;
        if (points === undefined) continue;
        const match = matchKeypoints(points, two.keypoints);
        if (match.agreeing.length > (corners?.match.agreeing.length ?? 0))
          corners = { match, one: { ...one, keypoints: points }, two, inMirror };
      }
    }
  });
  const [first] = asked.readings;
  const [other] = found.readings;
  const regions: LikeRegion[] = pieces.pairs.map(({ one, two }) => ({ asked: one.box, found: two.box, by: 'piece' }));
  if (laidOn > 0.6 && first !== undefined && other !== undefined)
    regions.unshift({ asked: first.box, found: other.box, by: 'whole' });
  if (corners !== undefined && corners.match.agreeing.length >= 5)
    regions.push(cornersRegion(corners.one, corners.two, corners.match, corners.inMirror ? asked.width : null));
  return {
    likeness: {
      ...coarse,
      laidOn,
      lines,
      corners: corners?.match.agreeing.length ?? 0,
      vienna: sharedVienna(asked.vienna, found.vienna),
    },
    turn,
    mirrored,
    regions,
  };
}
