import { type PictureWords, pngOf } from './pictures.ts';

const WIDTH = 480;
const HEIGHT = 360;
type Colour = readonly [number, number, number];

/** A small generator of numbers, so that the demo is the same each time. */
function randomOf(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** A drawn stock room: shelves with boxes and labels. Nothing real is shown. */
export function drawScene(seed: number, words: PictureWords | undefined): Buffer {
  const random = randomOf(seed);
  const wall: Colour = [206 - random() * 30, 201 - random() * 30, 190 - random() * 30];
  const pixels = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Buffer.alloc(WIDTH * 3);
    const shade = 1 - (y / HEIGHT) * 0.22;
    for (let x = 0; x < WIDTH; x++) for (let c = 0; c < 3; c++) row[x * 3 + c] = (wall[c] as number) * shade;
    return row;
  });
  const fill = (x0: number, y0: number, width: number, height: number, colour: Colour) => {
    for (let y = Math.max(0, y0 | 0); y < Math.min(HEIGHT, y0 + height); y++)
      for (let x = Math.max(0, x0 | 0); x < Math.min(WIDTH, x0 + width); x++) {
        const grain = 0.94 + random() * 0.1;
        const edge = x < x0 + 2 || y < y0 + 2 ? 1.12 : x > x0 + width - 3 || y > y0 + height - 3 ? 0.8 : 1;
        for (let c = 0; c < 3; c++)
          (pixels[y] as Buffer)[x * 3 + c] = Math.max(0, Math.min(255, (colour[c] as number) * grain * edge));
      }
  };
  const shelves = 2 + Math.floor(random() * 2);
  for (let shelf = 0; shelf < shelves; shelf++) {
    const floor = ((shelf + 1) * HEIGHT) / shelves - 14;
    for (let x = 8 + random() * 20; x < WIDTH - 50; ) {
      const width = 46 + random() * 62;
      const height = 40 + random() * (HEIGHT / shelves - 70);
      const brown: Colour = [150 + random() * 50, 108 + random() * 40, 66 + random() * 30];
      fill(x, floor - height, width, height, brown);
      fill(x + width * 0.2, floor - height * 0.7, width * 0.6, height * 0.3, [232, 226, 212]);
      fill(x + width * 0.28, floor - height * 0.6, width * 0.3, height * 0.08, [36 + (seed % 90), 71, 107]);
      x += width + 4 + random() * 12;
    }
    fill(0, floor, WIDTH, 8, [92, 84, 74]);
  }
  return pngOf(WIDTH, pixels, words);
}
