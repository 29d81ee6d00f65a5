import { boxOf, type Component, labelComponents } from './components.ts';
import { inkLevel, type Plane } from './raster.ts';

export type ReadingKind = 'plain' | 'unframed' | 'inside';

/** One way to see a picture: what belongs to the drawing. */
export interface Reading {
  readonly kind: ReadingKind;
  readonly mask: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A frame spans nearly the whole drawing and is mostly empty inside; a badge spans it and is mostly full. */
const SPAN = 0.9;
const FRAME_FILL = 0.45;
const BADGE_FILL = 0.5;
const LEAST_SHARE = 0.006;

const maskOf = (plane: Plane, level: number) => plane.data.map((value) => (value > level ? 1 : 0));
const sizeOf = (mask: Uint8Array) => mask.reduce((sum, one) => sum + one, 0);

function outermost(components: readonly Component[], width: number, height: number): Component | undefined {
  return components.find((one) => one.box.width >= width * SPAN && one.box.height >= height * SPAN);
}

/** What lies inside a piece and is not of it: ground that the outside cannot reach. */
function insideOf(piece: Uint8Array, width: number, height: number): Uint8Array {
  const outside = new Uint8Array(piece.length);
  const stack: number[] = [];
  const reach = (at: number) => {
    if (piece[at] !== 0 || outside[at] !== 0) return;
    outside[at] = 1;
    stack.push(at);
  };
  for (let x = 0; x < width; x++) {
    reach(x);
    reach((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    reach(y * width);
    reach(y * width + width - 1);
  }
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    if (x > 0) reach(at - 1);
    if (x < width - 1) reach(at + 1);
    if (at >= width) reach(at - width);
    if (at < width * (height - 1)) reach(at + width);
  }
  return piece.map((one, at) => (one === 0 && outside[at] === 0 ? 1 : 0));
}

/**
 * The ways to see a picture: as it is; without a frame around it; and what is cut out of a full badge. A mark put into a
 * frame or turned inside out is then seen as itself by one of them.
 */
export function readingsOf(plane: Plane): readonly Reading[] {
  const { width, height } = plane;
  const mask = maskOf(plane, inkLevel(plane));
  const box = boxOf(mask, plane);
  if (box === undefined) return [];
  const plain: Reading = { kind: 'plain', mask, width, height };
  const { labels, components } = labelComponents(mask, width, height);
  const outer = outermost(components, box.width, box.height);
  if (outer === undefined) return [plain];
  const full = outer.box.width * outer.box.height;
  const piece = mask.map((_, at) => (labels[at] === outer.label ? 1 : 0));
  const inside = insideOf(piece, width, height);
  const readings: Reading[] = [plain];
  const add = (kind: ReadingKind, part: Uint8Array) => {
    if (sizeOf(part) > LEAST_SHARE * full) readings.push({ kind, mask: part, width, height });
  };
  if (outer.area < FRAME_FILL * full)
    add(
      'unframed',
      mask.map((one, at) => (one !== 0 && labels[at] !== outer.label ? 1 : 0)),
    );
  if (outer.area > BADGE_FILL * full || sizeOf(inside) > BADGE_FILL * full)
    add(
      'inside',
      outer.area > BADGE_FILL * full ? inside : mask.map((one, at) => (one === 0 && inside[at] !== 0 ? 1 : 0)),
    );
  return readings;
}
