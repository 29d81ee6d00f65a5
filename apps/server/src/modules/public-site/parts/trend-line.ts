import { html } from '../site/html.ts';

const [WIDTH, HEIGHT, EDGE] = [160, 40, 4];

interface Line {
  readonly points: readonly { readonly on: string; readonly value: number | null }[];
  /** Says in words what the line shows. */
  readonly label: string;
}

/** A small line of the known points on a scale from the least to the most; nothing for fewer than three. */
export function TrendLine({ points, label }: Line) {
  const known = points.flatMap(({ value }, at) => (value === null ? [] : [{ at, value }]));
  if (known.length < 3) return null;
  const values = known.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number) => EDGE + (at / (points.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE);
  const path = known.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const last = known.at(-1) as { at: number; value: number };
  return html`<svg class="trend" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${label}>
    <polyline points=${path} fill="none" stroke="#24476b" stroke-width="1.75" stroke-linejoin="round" />
    <circle cx=${x(last.at).toFixed(1)} cy=${y(last.value).toFixed(1)} r="3" fill="#24476b" />
  </svg>`;
}
