import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type AskedLogo, describeAsked, EmptyPictureError, LogoIndex } from '@jince/trademark-similarity/images';
import {
  type DecodedPicture,
  decodePicture,
  MOST_PICTURE_BYTES,
  PictureError,
} from '../platform/files/decode-picture.ts';
import { lineOf, writeOut } from './csv-out.ts';
import { MatchInputError } from './match/read-table.ts';
import { readPaths } from './read-paths.ts';
import { runOnFiles } from './run-on-files.ts';

const usage = `用法：npx jince marks images --marks 图样文件夹 --queries 待查图样文件夹 [-k 10] --out 结果.csv
  图样：每个文件一件，文件名（不含扩展名）即编号；支持 PNG、JPEG、WebP、GIF、TIFF、SVG
  结果：query_id,rank,reg_no,score,level,reasons（level：identical、near、arguable、far）
  不能读取的图片逐个说明并跳过。不需要数据库。`;

interface Asked {
  readonly marks: string;
  readonly queries: string;
  readonly out: string;
  readonly k: number;
}

const MOST_HITS = 1000;

/** `jince marks images`: like logos of a folder for each logo of another, without a database. */
export const runMarkImages = (argv: string[]): Promise<number> => runOnFiles(argv, usage, { read: readArguments, run });

function readArguments(argv: string[]): Asked | undefined {
  const given = readPaths(argv, ['marks', 'queries', 'out', 'k'], {
    named: 'images',
    short: { k: 'k' },
    defaults: { k: '10' },
  });
  const k = Number(given?.k);
  return given && Number.isInteger(k) && k >= 1 && k <= MOST_HITS ? { ...given, k } : undefined;
}

/** File of each picture by its number: the name without its ending, or with it where two would be the same. */
function listPictures(folder: string): Map<string, string> {
  if (!(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false))
    throw new MatchInputError(`没有这个文件夹：${folder}`);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  const stem = (name: string) => name.slice(0, name.length - extname(name).length);
  const counts = Map.groupBy(names, stem);
  return new Map(names.map((name) => [counts.get(stem(name))?.length === 1 ? stem(name) : name, join(folder, name)]));
}

type Taken = readonly [id: string, logo: AskedLogo];

/** @throws PictureError also for a file that cannot be read, or is too long to be tried */
async function readPicture(path: string): Promise<DecodedPicture> {
  if (statSync(path).size > MOST_PICTURE_BYTES) throw new PictureError('too-large');
  return decodePicture(readFileSync(path));
}

/** Why a picture was left out; what is no fault of the file is thrown again. */
function reasonOf(error: unknown): string {
  if (error instanceof PictureError) return error.message;
  if (error instanceof EmptyPictureError) return '图片只有一种颜色，没有可比的内容';
  if (error instanceof Error && 'code' in error) return `读不到文件（${String(error.code)}）`;
  throw error;
}

/** Describes pictures; those that cannot be read are named with the reason. */
async function* describeAll(pictures: ReadonlyMap<string, string>): AsyncGenerator<Taken> {
  for (const [id, path] of pictures)
    try {
      yield [id, describeAsked(await readPicture(path))];
    } catch (error) {
      process.stderr.write(`跳过 ${path}：${reasonOf(error)}\n`);
    }
}

async function run({ marks, queries, out, k }: Asked): Promise<void> {
  const started = performance.now();
  const index = new LogoIndex();
  for await (const [id, logo] of describeAll(listPictures(marks))) index.addFeatures(id, logo);
  const lines = ['query_id,rank,reg_no,score,level,reasons\n'];
  let asked = 0;
  for await (const [id, logo] of describeAll(listPictures(queries))) {
    asked++;
    index.searchFeatures(logo, k, true).forEach((hit, rank) => {
      lines.push(lineOf([id, String(rank + 1), hit.id, hit.score.toFixed(4), hit.level, hit.reasons.zh.join('；')]));
    });
  }
  await writeOut(out, lines);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`图样 ${index.size} 件，查询 ${asked} 件；用时 ${seconds} 秒；结果写入 ${out}\n`);
}
