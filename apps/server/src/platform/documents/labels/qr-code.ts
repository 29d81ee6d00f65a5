/**
 * QR codes (ISO/IEC 18004) of bytes at error correction level M, versions 1 to 10: up to 213 bytes, which an address with a
 * code never exceeds. A seventh of the symbol may be scratched away.
 */
interface Version {
  readonly total: number;
  readonly correction: number;
  readonly blocks: number;
  readonly alignment: readonly number[];
}

const VERSIONS: readonly Version[] = [
  { total: 26, correction: 10, blocks: 1, alignment: [] },
  { total: 44, correction: 16, blocks: 1, alignment: [6, 18] },
  { total: 70, correction: 26, blocks: 1, alignment: [6, 22] },
  { total: 100, correction: 18, blocks: 2, alignment: [6, 26] },
  { total: 134, correction: 24, blocks: 2, alignment: [6, 30] },
  { total: 172, correction: 16, blocks: 4, alignment: [6, 34] },
  { total: 196, correction: 18, blocks: 4, alignment: [6, 22, 38] },
  { total: 242, correction: 22, blocks: 4, alignment: [6, 24, 42] },
  { total: 292, correction: 22, blocks: 5, alignment: [6, 26, 46] },
  { total: 346, correction: 26, blocks: 5, alignment: [6, 28, 50] },
];

export type Matrix = readonly (readonly boolean[])[];

const EXP = new Uint8Array(512);
const LOG = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = value;
  EXP[power + 255] = value;
  LOG[value] = power;
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
}

const times = (a: number, b: number) =>
  a === 0 || b === 0 ? 0 : (EXP[(LOG[a] as number) + (LOG[b] as number)] as number);

/** Remainder of the data by the generator of `count` correction bytes. */
function correctionOf(data: readonly number[], count: number): number[] {
  let generator = [1];
  for (let n = 0; n < count; n++) {
    const next = [...generator, 0];
    for (let i = 0; i < generator.length; i++)
      next[i + 1] = (next[i + 1] as number) ^ times(generator[i] as number, EXP[n] as number);
    generator = next;
  }
  const rest = [...data, ...new Array<number>(count).fill(0)];
  for (let i = 0; i < data.length; i++) {
    const factor = rest[i] as number;
    if (factor === 0) continue;
    for (let j = 0; j < generator.length; j++)
      rest[i + j] = (rest[i + j] as number) ^ times(generator[j] as number, factor);
  }
  return rest.slice(data.length);
}

/** Mode, length, bytes, end and filling, as codewords. */
function dataWords(bytes: Buffer, version: number, room: number): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let n = length - 1; n >= 0; n--) bits.push((value >> n) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, room * 8 - bits.length));
  while (bits.length % 8 !== 0) bits.push(0);
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += 8) words.push(Number.parseInt(bits.slice(at, at + 8).join(''), 2));
  for (let pad = 0; words.length < room; pad++) words.push(pad % 2 === 0 ? 0xec : 0x11);
  return words;
}

/** Codewords in the order they are drawn: data of all blocks in turn, then their correction. */
function interleave(words: readonly number[], { total, correction, blocks }: Version): number[] {
  const short = Math.floor((total - correction * blocks) / blocks);
  const longer = (total - correction * blocks) % blocks;
  const parts: { data: number[]; check: number[] }[] = [];
  let at = 0;
  for (let block = 0; block < blocks; block++) {
    const length = short + (block >= blocks - longer ? 1 : 0);
    const data = words.slice(at, at + length);
    parts.push({ data, check: correctionOf(data, correction) });
    at += length;
  }
  const drawn: number[] = [];
  for (let n = 0; n <= short; n++)
    for (const { data } of parts) if (data[n] !== undefined) drawn.push(data[n] as number);
  for (let n = 0; n < correction; n++) for (const { check } of parts) drawn.push(check[n] as number);
  return drawn;
}

/** A number with its BCH remainder. */
function withRemainder(value: number, generator: number, bits: number): number {
  let rest = value << bits;
  const top = 31 - Math.clz32(generator);
  while (rest !== 0 && 31 - Math.clz32(rest) >= top) rest ^= generator << (31 - Math.clz32(rest) - top);
  return (value << bits) | rest;
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_r, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

/** Patterns that are the same in every symbol of a version; undefined cells take data. */
function framework(version: number, alignment: readonly number[]): (boolean | undefined)[][] {
  const size = version * 4 + 17;
  const cells = Array.from({ length: size }, () => new Array<boolean | undefined>(size).fill(undefined));
  const set = (row: number, column: number, dark: boolean) => {
    if (row >= 0 && column >= 0 && row < size && column < size) (cells[row] as (boolean | undefined)[])[column] = dark;
  };
  const square = (row: number, column: number, reach: number, dark: (distance: number) => boolean) => {
    for (let dr = -reach; dr <= reach; dr++)
      for (let dc = -reach; dc <= reach; dc++) set(row + dr, column + dc, dark(Math.max(Math.abs(dr), Math.abs(dc))));
  };
  for (let n = 8; n < size - 8; n++) {
    set(6, n, n % 2 === 0);
    set(n, 6, n % 2 === 0);
  }
  const last = alignment.length - 1;
  for (const [i, row] of alignment.entries())
    for (const [j, column] of alignment.entries())
      if (!((i === 0 && (j === 0 || j === last)) || (i === last && j === 0)))
        square(row, column, 2, (distance) => distance !== 1);
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    square(row, column, 4, (distance) => distance !== 2 && distance !== 4);
  // Room for the format, drawn with the mask.
  for (let n = 0; n < 9; n++)
    for (const [r, c] of [
      [8, n],
      [n, 8],
    ] as const)
      if (cells[r]?.[c] === undefined) set(r, c, false);
  for (let n = 0; n < 8; n++) {
    set(8, size - 1 - n, false);
    set(size - 1 - n, 8, false);
  }
  set(size - 8, 8, true);
  if (version >= 7) {
    const bits = withRemainder(version, 0x1f25, 12);
    for (let n = 0; n < 18; n++) {
      const dark = ((bits >> n) & 1) === 1;
      set(Math.floor(n / 3), size - 11 + (n % 3), dark);
      set(size - 11 + (n % 3), Math.floor(n / 3), dark);
    }
  }
  return cells;
}

/** Level M and the mask, beside the finders. */
function drawFormat(cells: boolean[][], mask: number): void {
  const size = cells.length;
  const bits = withRemainder(mask, 0x537, 10) ^ 0x5412;
  const dark = (n: number) => ((bits >> n) & 1) === 1;
  const set = (row: number, column: number, value: boolean) => {
    (cells[row] as boolean[])[column] = value;
  };
  for (let n = 0; n < 6; n++) set(n, 8, dark(n));
  set(7, 8, dark(6));
  set(8, 8, dark(7));
  set(8, 7, dark(8));
  for (let n = 9; n < 15; n++) set(8, 14 - n, dark(n));
  for (let n = 0; n < 8; n++) set(8, size - 1 - n, dark(n));
  for (let n = 8; n < 15; n++) set(size - 15 + n, 8, dark(n));
}

/** How badly a symbol reads: long runs, blocks, false finders, too dark or too light. */
function penalty(cells: Matrix): number {
  const size = cells.length;
  const at = (row: number, column: number) => cells[row]?.[column] === true;
  let sum = 0;
  for (const turned of [false, true]) {
    for (let row = 0; row < size; row++) {
      const line = Array.from({ length: size }, (_, n) => (turned ? at(n, row) : at(row, n)));
      for (let from = 0, n = 1; n <= size; n++) {
        if (n < size && line[n] === line[from]) continue;
        if (n - from >= 5) sum += n - from - 2;
        from = n;
      }
      const text = line.map((dark) => (dark ? '1' : '0')).join('');
      for (const finder of ['10111010000', '00001011101'])
        for (let n = text.indexOf(finder); n >= 0; n = text.indexOf(finder, n + 1)) sum += 40;
    }
  }
  let dark = 0;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const here = at(row, column);
      if (here) dark++;
      if (row + 1 < size && column + 1 < size)
        if (here === at(row, column + 1) && here === at(row + 1, column) && here === at(row + 1, column + 1)) sum += 3;
    }
  return sum + Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10;
}

/** The cells of a symbol, row by row, true for dark, without the quiet zone. @throws RangeError for more than 213 bytes */
export function qrCode(text: string): Matrix {
  const bytes = Buffer.from(text, 'utf8');
  const index = VERSIONS.findIndex(({ total, correction, blocks }, at) => {
    const room = total - correction * blocks;
    return bytes.length + (at + 1 < 10 ? 2 : 3) <= room;
  });
  const chosen = VERSIONS[index];
  if (chosen === undefined) throw new RangeError('too long for a label');
  const version = index + 1;
  const words = interleave(dataWords(bytes, version, chosen.total - chosen.correction * chosen.blocks), chosen);
  const frame = framework(version, chosen.alignment);
  const size = frame.length;
  const free: [number, number][] = [];
  // Two columns at a time from the right, up and down in turn; the column of the timing pattern is left out.
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let n = 0; n < size; n++)
      for (const column of [right, right - 1]) {
        const row = up ? size - 1 - n : n;
        if (frame[row]?.[column] === undefined) free.push([row, column]);
      }
  }
  let best: { cells: boolean[][]; penalty: number } | undefined;
  for (const [mask, flips] of MASKS.entries()) {
    const cells = frame.map((row) => row.map((cell) => cell === true));
    for (const [n, [row, column]] of free.entries()) {
      const bit = (((words[n >> 3] ?? 0) >> (7 - (n & 7))) & 1) === 1;
      (cells[row] as boolean[])[column] = bit !== flips(row, column);
    }
    drawFormat(cells, mask);
    const found = penalty(cells);
    if (best === undefined || found < best.penalty) best = { cells, penalty: found };
  }
  return (best as { cells: boolean[][] }).cells;
}

/** The symbol as SVG with its quiet zone of four cells. */
export function qrSvg(text: string): string {
  const cells = qrCode(text);
  const size = cells.length + 8;
  const path = cells
    .flatMap((row, r) => row.flatMap((dark, c) => (dark ? [`M${c + 4} ${r + 4}h1v1h-1z`] : [])))
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
