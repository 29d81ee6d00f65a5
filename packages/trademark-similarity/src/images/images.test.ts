import { describe, expect, it } from 'vitest';
import { describeAsked, EmptyPictureError, LogoIndex, type Raster } from './index.ts';
import { inkOf } from './raster.ts';
import { readingsOf } from './readings.ts';

const SIZE = 120;
type Draw = (x: number, y: number) => boolean;

/** A picture of what a rule fills, in given colours. */
function picture(inside: Draw, { ink = 0, ground = 255, alpha = 255 } = {}): Raster {
  const data = new Uint8Array(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      const full = inside(x - SIZE / 2, y - SIZE / 2);
      data.fill(full ? ink : ground, (y * SIZE + x) * 4, (y * SIZE + x) * 4 + 3);
      data[(y * SIZE + x) * 4 + 3] = full ? 255 : alpha;
    }
  return { width: SIZE, height: SIZE, data };
}

const turned =
  (draw: Draw, degrees: number, scale = 1): Draw =>
  (x, y) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180) / scale, Math.sin((degrees * Math.PI) / 180) / scale];
    return draw(x * cos + y * sin, y * cos - x * sin);
  };
const mirrored =
  (draw: Draw): Draw =>
  (x, y) =>
    draw(-x, y);
const either =
  (...draws: Draw[]): Draw =>
  (x, y) =>
    draws.some((draw) => draw(x, y));

const box =
  (cx: number, cy: number, w: number, h: number): Draw =>
  (x, y) =>
    Math.abs(x - cx) < w && Math.abs(y - cy) < h;
const disc =
  (cx: number, cy: number, r: number): Draw =>
  (x, y) =>
    (x - cx) ** 2 + (y - cy) ** 2 < r * r;
const ring =
  (r: number, width: number): Draw =>
  (x, y) => {
    const far = Math.hypot(x, y);
    return far < r && far > r - width;
  };

/** An upright with two arms of different length and a dot: no symmetry at all. */
const flag = either(box(-10, 0, 5, 34), box(6, -24, 18, 5), box(0, -4, 12, 5), disc(22, 20, 8));
const cross = either(box(0, 0, 6, 30), box(0, 0, 30, 6));
const moon: Draw = (x, y) => disc(0, 0, 32)(x, y) && !disc(14, -4, 28)(x, y);
const star: Draw = (x, y) => {
  const angle = (Math.atan2(y, x) + 2 * Math.PI) % ((2 * Math.PI) / 5);
  return Math.hypot(x, y) < 12 + 24 * Math.abs(angle / ((2 * Math.PI) / 5) - 0.5) * 2;
};
const bars = either(box(-22, 0, 6, 30), box(0, 8, 6, 22), box(22, 16, 6, 14));
const wave: Draw = (x, y) => Math.abs(y - 14 * Math.sin(x / 9)) < 6 && Math.abs(x) < 40;
const others: Readonly<Record<string, Draw>> = { cross, moon, star, bars, wave };

function indexOf(draws: Readonly<Record<string, Draw>>): LogoIndex {
  const index = new LogoIndex();
  for (const [id, draw] of Object.entries(draws)) index.add(id, picture(draw));
  return index;
}

describe('likeness of logos', () => {
  const index = indexOf({ flag, ...others });
  const first = (raster: Raster) => index.search(raster, 3, { all: true })[0];

  it.each([
    ['turned', picture(turned(flag, 73))],
    ['turned and small', picture(turned(flag, 200, 0.6))],
    ['mirrored', picture(mirrored(flag))],
    ['in white on black', picture(flag, { ink: 255, ground: 0 })],
    ['on a see-through ground', picture(flag, { alpha: 0 })],
    ['in white on a see-through ground', picture(flag, { ink: 255, ground: 0, alpha: 0 })],
    ['in a ring', picture(either(turned(flag, 0, 0.8), ring(58, 4)))],
    ['cut out of a disc', picture((x, y) => disc(0, 0, 58)(x, y) && !turned(flag, 0, 0.8)(x, y))],
  ])('finds a drawing that is %s', (_, raster) => {
    expect(first(raster)).toMatchObject({ id: 'flag' });
    expect(first(raster)?.score).toBeGreaterThan(0.5);
  });

  it('says how the found one lies and where they are alike', () => {
    const hit = first(picture(turned(flag, 90)));
    expect([90, 270]).toContain(Math.round((hit?.turn ?? 0) / 10) * 10);
    expect(hit?.mirrored).toBe(false);
    expect(hit?.reasons.zh.join()).toContain('旋转约90度后');
    expect(hit?.regions.map(({ by }) => by)).toContain('whole');
    for (const { asked, found } of hit?.regions ?? [])
      for (const { left, top, width, height } of [asked, found]) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(SIZE + 8);
        expect(top + height).toBeLessThanOrEqual(SIZE + 8);
      }
    expect(first(picture(mirrored(flag)))).toMatchObject({ mirrored: true });
  });

  it('finds a mark whose element was copied beside something else', () => {
    const copied = either(
      (x, y) => turned(moon, 0, 0.6)(x + 25, y + 20),
      (x, y) => turned(bars, 0, 0.7)(x - 22, y - 25),
    );
    const ids = index.search(picture(copied), 2, { all: true }).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(['moon', 'bars']));
  });

  it('says that nothing is close to what is like nothing', () => {
    const odd = either(box(-30, -30, 3, 14), disc(30, 28, 5), box(10, 10, 22, 2), box(28, -20, 2, 20));
    expect(index.search(picture(odd), 5)).toEqual([]);
  });

  it('no longer finds what was taken out', () => {
    const own = indexOf({ flag, moon });
    expect(own.remove('flag')).toBe(true);
    expect(own.search(picture(flag), 5, { all: true }).map(({ id }) => id)).toEqual(['moon']);
    expect(own.remove('flag')).toBe(false);
  });

  it('counts Vienna codes that agree', () => {
    const own = new LogoIndex();
    own.add('same', picture(moon), ['01.07.06']);
    own.add('other', picture(moon), ['26.01.01']);
    const [best] = own.search(picture(moon), 2, { vienna: ['01.07.06'], all: true });
    expect(best).toMatchObject({ id: 'same', likeness: { vienna: 1 } });
  });
});

describe('pictures that show nothing', () => {
  it.each([
    ['one colour', picture(() => false)],
    ['nearly one colour', picture(flag, { ink: 250 })],
    ['no points', { width: 0, height: 0, data: new Uint8Array() }],
    ['fewer points than said', { width: 50, height: 50, data: new Uint8Array(16) }],
  ])('are refused: %s', (_, raster) => {
    expect(() => describeAsked(raster)).toThrow(EmptyPictureError);
  });

  it('a single dot is too little to compare, and harms nothing', () => {
    const dot = describeAsked(picture(disc(0, 0, 1.5)));
    expect(new LogoIndex().searchFeatures(dot, 5, true)).toEqual([]);
  });
});

describe('ways to see a picture', () => {
  const kinds = (draw: Draw) => readingsOf(inkOf(picture(draw))).map(({ kind }) => kind);

  it('takes a frame off and turns a badge inside out', () => {
    expect(kinds(flag)).toEqual(['plain']);
    expect(kinds(either(turned(flag, 0, 0.8), ring(58, 4)))).toContain('unframed');
    expect(kinds((x, y) => disc(0, 0, 58)(x, y) && !flag(x, y))).toEqual(['plain', 'inside']);
  });
});
