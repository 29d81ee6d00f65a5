/** A picture as decoded: four bytes (red, green, blue, alpha) a point, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** One value a point, 0 to 255. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Thrown for a picture that shows nothing: no points, or one colour only. */
export class EmptyPictureError extends Error {
  override name = 'EmptyPictureError';
}

const WORK_SIZE = 160;
const LEVELS = 16;
const LEVEL = 256 / LEVELS;
const LEAST_CONTRAST = 20;
const WHITE = 255;

/** Averages the points of each cell, so that thin lines fade instead of vanishing. Never enlarges. */
function shrink({ width, height, data }: Raster, size: number): Raster {
  const scale = Math.min(1, size / Math.max(width, height));
  const w = Math.max(1, Math.round(width * scale));
  const h = Math.max(1, Math.round(height * scale));
  if (w === width && h === height) return { width, height, data };
  const out = new Uint8Array(w * h * 4);
  for (let y = 0; y < h; y++) {
    const [y0, y1] = [
      Math.floor((y * height) / h),
      Math.max(Math.floor((y * height) / h) + 1, Math.floor(((y + 1) * height) / h)),
    ];
    for (let x = 0; x < w; x++) {
      const [x0, x1] = [
        Math.floor((x * width) / w),
        Math.max(Math.floor((x * width) / w) + 1, Math.floor(((x + 1) * width) / w)),
      ];
      let [r, g, b, a] = [0, 0, 0, 0];
      for (let sy = y0; sy < y1; sy++)
        for (let sx = x0; sx < x1; sx++) {
          const at = (sy * width + sx) * 4;
          const alpha = data[at + 3] as number;
          r += (data[at] as number) * alpha;
          g += (data[at + 1] as number) * alpha;
          b += (data[at + 2] as number) * alpha;
          a += alpha;
        }
      const n = (y1 - y0) * (x1 - x0);
      const at = (y * w + x) * 4;
      if (a > 0) {
        out[at] = r / a;
        out[at + 1] = g / a;
        out[at + 2] = b / a;
      }
      out[at + 3] = a / n;
    }
  }
  return { width: w, height: h, data: out };
}

/** A see-through picture is laid on white, or on black where it is drawn in white itself. */
function opaque({ width, height, data }: Raster): Uint8Array {
  let [light, seen] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] as number;
    light += (((data[at] as number) + (data[at + 1] as number) + (data[at + 2] as number)) / 3) * alpha;
    seen += alpha;
  }
  const clear = seen < WHITE * width * height * 0.98;
  const ground = clear && seen > 0 && light / seen > 225 ? 0 : WHITE;
  const out = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const alpha = (data[i * 4 + 3] as number) / WHITE;
    for (let c = 0; c < 3; c++) out[i * 3 + c] = (data[i * 4 + c] as number) * alpha + ground * (1 - alpha);
  }
  return out;
}

/** The commonest colour along the four edges. */
function groundColour(rgb: Uint8Array, width: number, height: number): readonly [number, number, number] {
  const sums = new Map<number, [number, number, number, number]>();
  const take = (x: number, y: number) => {
    const at = (y * width + x) * 3;
    const [r, g, b] = [rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number];
    const key = (Math.floor(r / LEVEL) * LEVELS + Math.floor(g / LEVEL)) * LEVELS + Math.floor(b / LEVEL);
    const sum = sums.get(key) ?? [0, 0, 0, 0];
    sums.set(key, [sum[0] + r, sum[1] + g, sum[2] + b, sum[3] + 1]);
  };
  for (let x = 0; x < width; x++) {
    take(x, 0);
    take(x, height - 1);
  }
  for (let y = 1; y < height - 1; y++) {
    take(0, y);
    take(width - 1, y);
  }
  let best: readonly [number, number, number, number] = [0, 0, 0, 1];
  let most = 0;
  for (const sum of sums.values())
    if (sum[3] > most) {
      best = sum;
      most = sum[3];
    }
  return [best[0] / best[3], best[1] / best[3], best[2] / best[3]];
}

/**
 * How far each point is from the ground's colour, 0 to 255: dark on light and light on dark become the same plane. The
 * picture is shrunk to 160 points on its longer side first.
 * @throws EmptyPictureError for a picture of one colour
 */
export function inkOf(raster: Raster): Plane {
  if (raster.width < 1 || raster.height < 1 || raster.data.length < raster.width * raster.height * 4)
    throw new EmptyPictureError('the picture has no points');
  const small = shrink(raster, WORK_SIZE);
  const { width, height } = small;
  const rgb = opaque(small);
  const [r, g, b] = groundColour(rgb, width, height);
  const data = new Uint8Array(width * height);
  let most = 0;
  for (let i = 0; i < data.length; i++) {
    const far = Math.max(
      Math.abs((rgb[i * 3] as number) - r),
      Math.abs((rgb[i * 3 + 1] as number) - g),
      Math.abs((rgb[i * 3 + 2] as number) - b),
    );
    data[i] = far;
    most = Math.max(most, far);
  }
  if (most < LEAST_CONTRAST) throw new EmptyPictureError('the picture shows one colour only');
  const scale = WHITE / most;
  for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) * scale;
  return { width, height, data };
}

/** The level that parts ink from ground best: largest variance between the two (Otsu 1979). */
export function inkLevel({ data }: Plane): number {
  const counts = new Float64Array(256);
  for (const value of data) counts[value] = (counts[value] as number) + 1;
  let total = 0;
  for (let v = 0; v < 256; v++) total += v * (counts[v] as number);
  let [below, sumBelow, best, level] = [0, 0, -1, 127];
  for (let v = 0; v < 255; v++) {
    below += counts[v] as number;
    sumBelow += v * (counts[v] as number);
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const apart = sumBelow / below - (total - sumBelow) / above;
    const variance = below * above * apart * apart;
    if (variance > best) {
      best = variance;
      level = v;
    }
  }
  return level;
}
