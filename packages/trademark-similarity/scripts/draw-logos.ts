/** Invented logos as SVG, and near-marks made of them: for tests, learning and benchmarks of logo likeness. */

export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const between = (random: Random, low: number, high: number) => low + (high - low) * random();
const one = <T>(random: Random, of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
const point = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`;

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

function polygon(corners: number, { x, y, r }: Spot, turn: number, inner = 1): string {
  const points = Array.from({ length: inner < 1 ? corners * 2 : corners }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / (inner < 1 ? corners * 2 : corners);
    const reach = inner < 1 && i % 2 === 1 ? r * inner : r;
    return point(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
  });
  return `<polygon points="${points.join(' ')}"/>`;
}

function blob(random: Random, { x, y, r }: Spot): string {
  const n = 5 + Math.floor(random() * 5);
  const corners = Array.from({ length: n }, (_, i) => {
    const angle = (i * 2 * Math.PI) / n + between(random, -0.25, 0.25);
    const reach = r * between(random, 0.45, 1.1);
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)] as const;
  });
  const middle = (a: readonly [number, number], b: readonly [number, number]) =>
    point((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
  const last = corners.at(-1) as readonly [number, number];
  const path = corners.map(
    (at, i) => `Q${point(...at)} ${middle(at, corners[(i + 1) % n] as readonly [number, number])}`,
  );
  return `<path d="M${middle(last, corners[0] as readonly [number, number])} ${path.join(' ')}Z"/>`;
}

function leaf({ x, y, r }: Spot, turn: number): string {
  const [dx, dy] = [r * Math.cos(turn), r * Math.sin(turn)];
  return `<path d="M${point(x - dx, y - dy)} Q${point(x - dy, y + dx)} ${point(x + dx, y + dy)} Q${point(x + dy, y - dx)} ${point(x - dx, y - dy)}Z"/>`;
}

function arcs(random: Random, { x, y, r }: Spot): string {
  const n = 2 + Math.floor(random() * 3);
  const width = r / (n * 2);
  return Array.from({ length: n }, (_, i) => {
    const radius = r * ((i + 1) / n) - width / 2;
    const [from, to] = [between(random, 0, 6.28), between(random, 2, 5)];
    const end = from + to;
    return `<path fill="none" stroke="INK" stroke-width="${width.toFixed(1)}" d="M${point(x + radius * Math.cos(from), y + radius * Math.sin(from))} A${radius.toFixed(1)},${radius.toFixed(1)} 0 ${to > Math.PI ? 1 : 0} 1 ${point(x + radius * Math.cos(end), y + radius * Math.sin(end))}"/>`;
  }).join('');
}

function bars(random: Random, { x, y, r }: Spot): string {
  const n = 3 + Math.floor(random() * 4);
  return Array.from({ length: n }, (_, i) => {
    const height = r * between(random, 0.4, 2);
    const width = (2 * r) / n;
    return `<rect x="${(x - r + i * width).toFixed(1)}" y="${(y + r - height).toFixed(1)}" width="${(width * 0.7).toFixed(1)}" height="${height.toFixed(1)}"/>`;
  }).join('');
}

function strokes(random: Random, { x, y, r }: Spot): string {
  const n = 3 + Math.floor(random() * 4);
  const at = () => point(x + between(random, -r, r), y + between(random, -r, r));
  const width = (r * between(random, 0.1, 0.24)).toFixed(1);
  return Array.from(
    { length: n },
    () => `<path fill="none" stroke="INK" stroke-linecap="round" stroke-width="${width}" d="M${at()} L${at()}"/>`,
  ).join('');
}

function flower(leaves: number, { x, y, r }: Spot, turn: number): string {
  return Array.from({ length: leaves }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / leaves;
    return leaf({ x: x + r * 0.5 * Math.cos(angle), y: y + r * 0.5 * Math.sin(angle), r: r * 0.45 }, angle);
  }).join('');
}

function element(random: Random, spot: Spot): string {
  const turn = between(random, 0, 6.28);
  const ring = () =>
    `<circle cx="${spot.x.toFixed(1)}" cy="${spot.y.toFixed(1)}" r="${(spot.r * 0.8).toFixed(1)}" fill="none" stroke="INK" stroke-width="${(spot.r * between(random, 0.1, 0.4)).toFixed(1)}"/>`;
  const kinds = [
    () => polygon(3 + Math.floor(random() * 5), spot, turn),
    () => polygon(4 + Math.floor(random() * 6), spot, turn, between(random, 0.3, 0.7)),
    () => blob(random, spot),
    () => blob(random, spot),
    () => leaf(spot, turn),
    () => arcs(random, spot),
    () => bars(random, spot),
    () => strokes(random, spot),
    () => strokes(random, spot),
    ring,
    () => flower(3 + Math.floor(random() * 4), spot, turn),
  ];
  return one(random, kinds)();
}

/** A logo as a list of drawn elements on a field of 200 by 200. */
export interface DrawnLogo {
  readonly elements: readonly string[];
}

export function drawLogo(random: Random): DrawnLogo {
  const n = 1 + Math.floor(random() * 4);
  const elements = Array.from({ length: n }, (_, i) => {
    const main = i === 0;
    const r = main ? between(random, 38, 66) : between(random, 14, 36);
    const spot = main
      ? { x: 100 + between(random, -12, 12), y: 100 + between(random, -12, 12), r }
      : { x: between(random, 35, 165), y: between(random, 35, 165), r };
    return element(random, spot);
  });
  return { elements };
}

interface Look {
  readonly ink?: string;
  readonly ground?: string;
  readonly transform?: string;
  readonly frame?: string;
  readonly size?: number;
}

export function toSvg({ elements }: DrawnLogo, look: Look = {}): string {
  const { ink = '#111', ground = '#fff', transform = '', frame = '', size = 256 } = look;
  const body = `<g fill="${ink}" transform="${transform}">${elements.join('')}</g>${frame}`.replaceAll('INK', ink);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="${size}" height="${size}"><rect width="200" height="200" fill="${ground}"/>${body}</svg>`;
}

const COLOURS = ['#b3261e', '#1a3a8f', '#0b6b3a', '#5b2a86', '#c2700f'];

/** Ways a mark is imitated; each makes one picture of a logo. */
export const NEAR_MARKS: Readonly<Record<string, (logo: DrawnLogo, random: Random) => string>> = {
  turned: (logo, random) =>
    toSvg(logo, {
      transform: `rotate(${between(random, 15, 345).toFixed(0)} 100 100) translate(100 100) scale(0.72) translate(-100 -100)`,
      ink: one(random, COLOURS),
    }),
  scaled: (logo, random) => {
    const scale = between(random, 0.4, 0.7);
    return toSvg(logo, {
      transform: `translate(${between(random, 5, 60).toFixed(0)} ${between(random, 5, 60).toFixed(0)}) scale(${scale.toFixed(2)})`,
    });
  },
  mirrored: (logo) => toSvg(logo, { transform: 'translate(200 0) scale(-1 1)' }),
  inverted: (logo, random) => toSvg(logo, { ink: '#fff', ground: one(random, COLOURS) }),
  framed: (logo, random) => {
    const ring =
      random() < 0.5
        ? '<circle cx="100" cy="100" r="94" fill="none" stroke="INK" stroke-width="6"/>'
        : '<rect x="6" y="6" width="188" height="188" fill="none" stroke="INK" stroke-width="6"/>';
    return toSvg(logo, { transform: 'translate(34 34) scale(0.66)', frame: ring });
  },
  badge: (logo) => {
    const drawn = toSvg(logo, { ink: '#fff', ground: '#1a3a8f', transform: 'translate(40 40) scale(0.6)' });
    return drawn.replace(
      '<rect width="200" height="200" fill="#1a3a8f"/>',
      '<rect width="200" height="200" fill="#fff"/><circle cx="100" cy="100" r="96" fill="#1a3a8f"/>',
    );
  },
  partial: (logo, random) => {
    const kept = logo.elements.slice(0, Math.max(1, logo.elements.length - 1));
    const added = element(random, {
      x: between(random, 40, 160),
      y: between(random, 150, 175),
      r: between(random, 14, 24),
    });
    return toSvg({ elements: [...kept, added] });
  },
  stretched: (logo, random) =>
    toSvg(logo, {
      transform: `translate(100 100) scale(${between(random, 0.7, 0.85).toFixed(2)} 1) skewX(${between(random, -10, 10).toFixed(0)}) translate(-100 -100)`,
    }),
  redrawn: (logo, random) =>
    toSvg({
      elements: logo.elements.map((text) =>
        text.replace(/-?\d+\.\d/g, (number) => (Number(number) + between(random, -3.5, 3.5)).toFixed(1)),
      ),
    }),
};
