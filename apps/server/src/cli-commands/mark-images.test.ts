import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodePicture } from '../platform/files/decode-picture.ts';
import { runMarkImages } from './mark-images.ts';

const svg = (body: string, size = 120) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${size}" height="${size}">${body}</svg>`,
  );
const MOON = '<path d="M60 10 A40 40 0 1 0 90 60 A32 32 0 1 1 60 10Z"/>';
const STEPS = '<path d="M10 90V60H36V38H62V12H90V90Z"/>';

describe('jince marks images', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jince-logos-'));
    for (const name of ['marks', 'queries']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'marks', '100.svg'), svg(MOON));
    writeFileSync(join(folder, 'marks', '200.svg'), svg(STEPS));
    await sharp(svg(`<g transform="rotate(140 50 50)">${MOON}</g>`))
      .flatten({ background: '#fff' })
      .jpeg()
      .toFile(join(folder, 'queries', 'q1.jpg'));
    writeFileSync(join(folder, 'queries', 'script.svg'), svg(`<script>alert(1)</script>${MOON}`));
    writeFileSync(join(folder, 'queries', 'words.png'), 'not a picture');
    writeFileSync(join(folder, 'queries', 'nothing.jpg'), '');
    writeFileSync(join(folder, 'queries', 'bomb.svg'), svg(MOON, 30_000));
    writeFileSync(
      join(folder, 'queries', 'plain.png'),
      await sharp(svg('')).flatten({ background: '#fff' }).png().toBuffer(),
    );
    // Two frames, of which the first counts; four colours of ink.
    const frames = [STEPS, MOON].map((body) => sharp(svg(body)).flatten({ background: '#fff' }).png().toBuffer());
    await sharp(await Promise.all(frames), { join: { animated: true } })
      .gif()
      .toFile(join(folder, 'marks', '300.gif'));
    await sharp(svg(STEPS))
      .flatten({ background: '#fff' })
      .toColourspace('cmyk')
      .jpeg()
      .toFile(join(folder, 'marks', '400.jpg'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...more: string[]) =>
    runMarkImages([
      'images',
      '--marks',
      join(folder, 'marks'),
      '--queries',
      join(folder, 'queries'),
      '--out',
      join(folder, 'o.csv'),
      ...more,
    ]);

  it('writes ranked hits with reasons and names the pictures it could not read', async () => {
    const said: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    try {
      expect(await run('-k', '2')).toBe(0);
    } finally {
      spy.mockRestore();
    }
    const lines = readFileSync(join(folder, 'o.csv'), 'utf8').trim().split('\n');
    expect(lines[0]).toBe('query_id,rank,reg_no,score,level,reasons');
    expect(lines[1]).toMatch(/^q1,1,100,0\.\d{4},(identical|near),.*重合|^q1,1,100,1\.0000/);
    expect(lines[2]).toMatch(/^q1,2,[234]00,/);
    expect(lines).toHaveLength(3);
    expect(said.join('')).toMatch(/script\.svg：SVG 含有脚本/);
    expect(said.join('')).toMatch(/words\.png：不是能识别的图片/);
    expect(said.join('')).toMatch(/nothing\.jpg：文件是空的/);
    expect(said.join('')).toMatch(/bomb\.svg：图片过大/);
    expect(said.join('')).toMatch(/plain\.png：图片只有一种颜色/);
    expect(said.join('')).toContain('图样 4 件，查询 1 件');
  });

  it('refuses wrong arguments and folders that are not there', async () => {
    const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      expect(await run('-k', '0')).toBe(2);
      expect(
        await runMarkImages([
          'images',
          '--marks',
          join(folder, 'none'),
          '--queries',
          folder,
          '--out',
          join(folder, 'x.csv'),
        ]),
      ).toBe(1);
    } finally {
      spy.mockRestore();
    }
  });
});

describe('pictures of all kinds', () => {
  const problem = (bytes: Buffer) =>
    decodePicture(bytes).then(
      () => undefined,
      (error: { problem?: string }) => error.problem,
    );

  it('reads CMYK, the first of several frames, and small sizes as they are', async () => {
    const cmyk = await sharp(svg(MOON)).flatten({ background: '#fff' }).toColourspace('cmyk').tiff().toBuffer();
    expect(await decodePicture(cmyk)).toMatchObject({ width: 120, height: 120 });
    const gif = await sharp(svg(STEPS)).gif().toBuffer();
    expect((await decodePicture(gif)).data.length).toBe(120 * 120 * 4);
  });

  it('refuses what is empty, no picture, too many points, or active', async () => {
    expect(await problem(Buffer.alloc(0))).toBe('empty');
    expect(await problem(Buffer.from('%PDF-1.7'))).toBe('not-a-picture');
    expect(await problem(svg(MOON, 30_000))).toBe('too-large');
    for (const body of [
      '<image href="http://a.example/x.png"/>',
      '<image href="file:///etc/passwd"/>',
      '<foreignObject/>',
      '<rect onload="x()"/>',
    ])
      expect(await problem(svg(body)), body).toBe('active-content');
    expect(await problem(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'))).toBe(
      'active-content',
    );
    expect(await problem(gzipSync(svg(MOON)))).toBe('not-a-picture');
    expect(await problem(svg(`<use href="#a"/><g id="a">${MOON}</g>`))).toBeUndefined();
  });
});
