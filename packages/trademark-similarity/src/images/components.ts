import type { Plane } from './raster.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A connected piece of a mask. */
export interface Component {
  readonly label: number;
  readonly area: number;
  readonly box: Box;
}

export interface Labelled {
  /** 0 for what is not of the mask, else the label of the piece. */
  readonly labels: Int32Array;
  readonly components: readonly Component[];
}

/** Pieces of a mask, connected over edges and corners. */
export function labelComponents(mask: Uint8Array, width: number, height: number): Labelled {
  const labels = new Int32Array(mask.length);
  const components: Component[] = [];
  const stack = new Int32Array(mask.length);
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || labels[start] !== 0) continue;
    const label = components.length + 1;
    let [depth, area] = [0, 0];
    let [left, top, right, bottom] = [width, height, 0, 0];
    stack[depth++] = start;
    labels[start] = label;
    while (depth > 0) {
      const at = stack[--depth] as number;
      const [x, y] = [at % width, Math.floor(at / width)];
      area++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const [nx, ny] = [x + dx, y + dy];
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
          const next = ny * width + nx;
          if (mask[next] === 0 || labels[next] !== 0) continue;
          labels[next] = label;
          stack[depth++] = next;
        }
    }
    components.push({ label, area, box: { left, top, width: right - left + 1, height: bottom - top + 1 } });
  }
  return { labels, components };
}

/** The smallest box around what a mask holds; undefined for an empty one. */
export function boxOf(mask: Uint8Array, { width, height }: Pick<Plane, 'width' | 'height'>): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (mask[y * width + x] !== 0) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
  return right < 0 ? undefined : { left, top, width: right - left + 1, height: bottom - top + 1 };
}
