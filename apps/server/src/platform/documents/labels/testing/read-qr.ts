import type { Matrix } from '../qr-code.ts';

/** Blocks of level M by version: [count, data bytes] in order, and correction bytes of each (ISO/IEC 18004, table 9). */
const BLOCKS: readonly (readonly [correction: number, ...data: number[]])[] = [
  [10, 16],
  [16, 28],
  [26, 44],
  [18, 32, 32],
  [24, 43, 43],
  [16, 27, 27, 27, 27],
  [18, 31, 31, 31, 31],
  [22, 38, 38, 39, 39],
  [22, 36, 36, 36, 37, 37],
  [26, 43, 43, 43, 43, 44],
];
const ALIGNED = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];

/** Multiplication in GF(256) by shifting, unlike the encoder's tables. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product & 0x80 ? 0x11d : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product & 0xff;
}

const FLIPS: readonly ((i: number, j: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_i, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => ((i >> 1) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** Whether a cell belongs to a pattern and holds no data. */
function isPattern(version: number, size: number, row: number, column: number): boolean {
  if (row === 6 || column === 6) return true;
  if (row < 9 && (column < 9 || column >= size - 8)) return true;
  if (row >= size - 8 && column < 9) return true;
  if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true;
  const centres = [6, ...(ALIGNED[version - 1] as number[])];
  return centres.some((r) =>
    centres.some((c) => {
      const byFinder = (r === 6 && (c === 6 || c === size - 7)) || (c === 6 && r === size - 7);
      return !byFinder && Math.abs(r - row) <= 2 && Math.abs(c - column) <= 2;
    }),
  );
}

/** Reads a clean symbol of level M back. @throws Error('damaged') when a block's correction bytes do not fit its data */
export function readQr(cells: Matrix): string {
  const size = cells.length;
  const version = (size - 17) / 4;
  const dark = (row: number, column: number) => cells[row]?.[column] === true;
  let format = 0;
  for (const column of [0, 1, 2, 3, 4, 5, 7, 8]) format = (format << 1) | Number(dark(8, column));
  const mask = ((format ^ 0b10101000) >> 3) & 7;
  if ((format ^ 0b10101000) >> 6 !== 0) throw new Error('not level M');
  const bits: number[] = [];
  let upwards = true;
  for (let column = size - 1; column > 0; column -= 2) {
    if (column === 6) column--;
    for (let n = 0; n < size; n++) {
      const row = upwards ? size - 1 - n : n;
      for (const c of [column, column - 1])
        if (!isPattern(version, size, row, c))
          bits.push(Number(dark(row, c) !== (FLIPS[mask] as (typeof FLIPS)[0])(row, c)));
    }
    upwards = !upwards;
  }
  const [correction, ...lengths] = BLOCKS[version - 1] as readonly number[] as [number, ...number[]];
  const words = Array.from({ length: bits.length >> 3 }, (_, n) =>
    Number.parseInt(bits.slice(n * 8, n * 8 + 8).join(''), 2),
  );
  const blocks: number[][] = lengths.map(() => []);
  let at = 0;
  for (let n = 0; n < Math.max(...lengths); n++)
    for (const [b, length] of lengths.entries()) if (n < length) blocks[b]?.push(words[at++] as number);
  for (let n = 0; n < correction; n++) for (const block of blocks) block.push(words[at++] as number);
  for (const block of blocks)
    for (let root = 0, power = 1; root < correction; root++, power = multiply(power, 2))
      if (block.reduce((sum, word) => multiply(sum, power) ^ word, 0) !== 0) throw new Error('damaged');
  const data = blocks.flatMap((block, b) => block.slice(0, lengths[b]));
  const stream = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  if (stream.slice(0, 4) !== '0100') throw new Error('not bytes');
  const counted = version < 10 ? 8 : 16;
  const length = Number.parseInt(stream.slice(4, 4 + counted), 2);
  const from = 4 + counted;
  return Buffer.from(
    Array.from({ length }, (_, n) => Number.parseInt(stream.slice(from + n * 8, from + n * 8 + 8), 2)),
  ).toString('utf8');
}
