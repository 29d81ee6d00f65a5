// Writes src/data/look-alikes.json: for each GB 2312 character the ones whose printed shape overlaps most, measured on
// the outlines of Noto Sans SC (OFL; the workspace's own font package) drawn on a 32 × 32 grid.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SIZE = 32;
const SAMPLES = 3;
const require = createRequire(new URL('../../../apps/web/package.json', import.meta.url));
const font = readFileSync(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
const tables = new Map();
for (let i = 0; i < font.readUInt16BE(4); i++) {
  const at = 12 + i * 16;
  tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
}
const unitsPerEm = font.readUInt16BE(tables.get('head') + 18);
const longOffsets = font.readInt16BE(tables.get('head') + 50) === 1;

function glyphOffset(glyph) {
  const at = tables.get('loca') + glyph * (longOffsets ? 4 : 2);
  return longOffsets ? font.readUInt32BE(at) : font.readUInt16BE(at) * 2;
}

function makeCharacterMap() {
  const base = tables.get('cmap');
  const map = new Map();
  for (let i = 0; i < font.readUInt16BE(base + 2); i++) {
    const at = base + font.readUInt32BE(base + 4 + i * 8 + 4);
    if (font.readUInt16BE(at) !== 12) continue;
    for (let g = 0; g < font.readUInt32BE(at + 12); g++) {
      const start = font.readUInt32BE(at + 16 + g * 12);
      const end = font.readUInt32BE(at + 20 + g * 12);
      const first = font.readUInt32BE(at + 24 + g * 12);
      for (let code = start; code <= end && code < 0xa000; code++) map.set(code, first + code - start);
    }
  }
  return map;
}

function contoursOf(glyph) {
  const start = tables.get('glyf') + glyphOffset(glyph);
  if (glyphOffset(glyph + 1) === glyphOffset(glyph)) return [];
  const count = font.readInt16BE(start);
  if (count < 0) return compositeContours(start + 10);
  const ends = Array.from({ length: count }, (_, i) => font.readUInt16BE(start + 10 + i * 2));
  let at = start + 10 + count * 2;
  at += 2 + font.readUInt16BE(at);
  const total = count === 0 ? 0 : ends[count - 1] + 1;
  const flags = [];
  while (flags.length < total) {
    const flag = font[at++];
    flags.push(flag);
    if (flag & 8) for (let repeat = font[at++]; repeat > 0; repeat--) flags.push(flag);
  }
  const read = (short, same) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? font[at++] : -font[at++];
      else if (!(flag & same)) {
        value += font.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = read(2, 16);
  const ys = read(4, 32);
  let from = 0;
  return ends.map((end) => {
    const points = [];
    for (let i = from; i <= end; i++) points.push({ x: xs[i], y: ys[i], on: (flags[i] & 1) === 1 });
    from = end + 1;
    return points;
  });
}

function compositeContours(start) {
  const contours = [];
  let at = start;
  for (;;) {
    const flags = font.readUInt16BE(at);
    const glyph = font.readUInt16BE(at + 2);
    const words = flags & 1;
    const dx = words ? font.readInt16BE(at + 4) : font.readInt8(at + 4);
    const dy = words ? font.readInt16BE(at + 6) : font.readInt8(at + 5);
    at += words ? 8 : 6;
    if (flags & 8) at += 2;
    else if (flags & 0x40) at += 4;
    else if (flags & 0x80) at += 8;
    for (const points of contoursOf(glyph)) contours.push(points.map((p) => ({ x: p.x + dx, y: p.y + dy, on: p.on })));
    if (!(flags & 0x20)) return contours;
  }
}

function flatten(points) {
  const full = [];
  points.forEach((p, i) => {
    const next = points[(i + 1) % points.length];
    full.push(p);
    if (!p.on && !next.on) full.push({ x: (p.x + next.x) / 2, y: (p.y + next.y) / 2, on: true });
  });
  const first = full.findIndex((p) => p.on);
  const ring = [...full.slice(first), ...full.slice(0, first + 1)];
  const line = [];
  for (let i = 0; i < ring.length - 1; i++) {
    if (ring[i + 1].on) {
      line.push(ring[i]);
      continue;
    }
    const [a, b, c] = [ring[i], ring[i + 1], ring[i + 2] ?? ring[0]];
    for (let t = 0; t < 1; t += 0.25) {
      const u = 1 - t;
      line.push({ x: u * u * a.x + 2 * u * t * b.x + t * t * c.x, y: u * u * a.y + 2 * u * t * b.y + t * t * c.y });
    }
    i++;
  }
  return line;
}

/** Ink per cell, 0–1, the outline scaled to its own box so that only the shape counts. */
function draw(glyph) {
  const rings = contoursOf(glyph)
    .map(flatten)
    .filter((ring) => ring.length > 2);
  const cells = new Float32Array(SIZE * SIZE);
  if (rings.length === 0) return cells;
  const resolution = SIZE * SAMPLES;
  const scale = resolution / unitsPerEm;
  const shift = unitsPerEm * 0.12;
  for (let row = 0; row < resolution; row++) {
    const y = (row + 0.5) / scale - shift;
    const crossings = [];
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i++) {
        const a = ring[i];
        const b = ring[(i + 1) % ring.length];
        if (a.y <= y === b.y <= y) continue;
        crossings.push([a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x), a.y < b.y ? 1 : -1]);
      }
    }
    crossings.sort((p, q) => p[0] - q[0]);
    let winding = 0;
    for (let i = 0; i + 1 < crossings.length; i++) {
      winding += crossings[i][1];
      if (winding === 0) continue;
      const from = Math.max(0, Math.round(crossings[i][0] * scale));
      const to = Math.min(resolution, Math.round(crossings[i + 1][0] * scale));
      for (let column = from; column < to; column++) {
        cells[Math.floor(row / SAMPLES) * SIZE + Math.floor(column / SAMPLES)] += 1 / (SAMPLES * SAMPLES);
      }
    }
  }
  return cells;
}

/** Blurred and normed, so that strokes a cell apart still count as near. */
function feature(cells) {
  const out = new Float32Array(SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      let sum = 0;
      let weights = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const [yy, xx] = [y + dy, x + dx];
          if (yy < 0 || xx < 0 || yy >= SIZE || xx >= SIZE) continue;
          const weight = dx === 0 && dy === 0 ? 2 : 1;
          sum += cells[yy * SIZE + xx] * weight;
          weights += weight;
        }
      }
      out[y * SIZE + x] = sum / weights;
    }
  }
  const mean = out.reduce((a, b) => a + b, 0) / out.length;
  let norm = 0;
  for (let i = 0; i < out.length; i++) {
    out[i] -= mean;
    norm += out[i] * out[i];
  }
  norm = Math.sqrt(norm) || 1;
  for (let i = 0; i < out.length; i++) out[i] /= norm;
  return out;
}

const decoder = new TextDecoder('gb18030');
const characters = [];
for (let high = 0xb0; high <= 0xf7; high++) {
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = decoder.decode(Uint8Array.of(high, low));
    if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
  }
}
const map = makeCharacterMap();
const features = characters.map((character) => feature(draw(map.get(character.charCodeAt(0)))));
const LEAST = Number(process.env.LEAST ?? 0.62);
const MOST = Number(process.env.MOST ?? 12);
const near = characters.map(() => []);
for (let i = 0; i < characters.length; i++) {
  const a = features[i];
  for (let j = i + 1; j < characters.length; j++) {
    const b = features[j];
    let dot = 0;
    for (let k = 0; k < a.length; k++) dot += a[k] * b[k];
    if (dot < LEAST) continue;
    near[i].push([dot, j]);
    near[j].push([dot, i]);
  }
}
const rows = [];
for (let i = 0; i < characters.length; i++) {
  const best = near[i].sort((p, q) => q[0] - p[0]).slice(0, MOST);
  if (best.length > 0) rows.push(characters[i] + best.map(([, j]) => characters[j]).join(''));
}
const target = process.argv[2] ?? new URL('../src/data/look-alikes.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(rows, null, 2)}\n`);
console.log(rows.length, rows.slice(0, 5));
