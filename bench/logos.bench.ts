import { describeAsked, LogoIndex } from '@jince/trademark-similarity/images';
import sharp from 'sharp';
// Invented logos of a fixed seed, other than those the model was learned on.
import { drawLogo, NEAR_MARKS, randomOf, toSvg } from '../packages/trademark-similarity/scripts/draw-logos.ts';
import { type BenchLine, round } from './bench-world.ts';

const GROUPS = Number(process.env.LOGO_GROUPS ?? 30);
const DISTRACTORS = Number(process.env.LOGO_DISTRACTORS ?? 5000);
const PER_GROUP = 7;
const SEED = 2027;
const BAR_MAP = 0.55;
const BAR_RECALL = 0.6;
const DEPTH = 60;

interface Drawn {
  readonly id: string;
  readonly group: number;
  readonly svg: string;
}

function drawAll(): Drawn[] {
  const random = randomOf(SEED);
  const kinds = Object.keys(NEAR_MARKS);
  const marks = Array.from({ length: GROUPS }, (_, group) => {
    const logo = drawLogo(random);
    const chosen = ['original', ...kinds.toSorted(() => random() - 0.5)].slice(0, PER_GROUP);
    return chosen.map((kind) => ({
      id: `${group}-${kind}`,
      group,
      svg: NEAR_MARKS[kind]?.(logo, random) ?? toSvg(logo),
    }));
  }).flat();
  const others = Array.from({ length: DISTRACTORS }, (_, i) => ({
    id: `d${i}`,
    group: -1 - i,
    svg: toSvg(drawLogo(random)),
  }));
  return [...marks, ...others];
}

async function pointsOf(svg: string) {
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The usual peer: 64 bits of which neighbouring cells are darker (difference hash). */
async function differenceHash(svg: string): Promise<bigint> {
  const cells = await sharp(Buffer.from(svg))
    .flatten({ background: '#fff' })
    .greyscale()
    .resize(9, 8, { fit: 'fill' })
    .raw()
    .toBuffer();
  let bits = 0n;
  for (let y = 0; y < 8; y++)
    for (let x = 0; x < 8; x++) bits = (bits << 1n) | ((cells[y * 9 + x] ?? 0) < (cells[y * 9 + x + 1] ?? 0) ? 1n : 0n);
  return bits;
}

function bitCount(bits: bigint): number {
  let n = 0;
  for (let left = bits; left > 0n; left &= left - 1n) n++;
  return n;
}

interface Quality {
  readonly map: number;
  readonly recall: number;
}

/** Mean average precision, and share of the other members of the group among the first ten. */
function qualityOf(drawn: readonly Drawn[], ranked: (asked: Drawn) => readonly string[]): Quality {
  const marks = drawn.filter(({ group }) => group >= 0);
  let [map, recall] = [0, 0];
  for (const asked of marks) {
    const wanted = new Set(marks.filter((one) => one.group === asked.group && one !== asked).map(({ id }) => id));
    const ids = ranked(asked).filter((id) => id !== asked.id);
    let [found, sum] = [0, 0];
    ids.forEach((id, rank) => {
      if (!wanted.has(id)) return;
      found++;
      sum += found / (rank + 1);
    });
    map += sum / wanted.size;
    recall += ids.slice(0, 10).filter((id) => wanted.has(id)).length / wanted.size;
  }
  return { map: map / marks.length, recall: recall / marks.length };
}

/** Near-marks of invented logos found among others, beside a difference hash. */
export async function runLogosBench(): Promise<BenchLine[]> {
  const drawn = drawAll();
  const index = new LogoIndex();
  const hashes = new Map<string, bigint>();
  const asked = new Map<string, ReturnType<typeof describeAsked>>();
  const begun = performance.now();
  for (const { id, svg } of drawn) {
    const features = describeAsked(await pointsOf(svg));
    asked.set(id, features);
    index.addFeatures(id, features);
  }
  const perLogo = (performance.now() - begun) / drawn.length;
  for (const { id, svg } of drawn) hashes.set(id, await differenceHash(svg));
  let spent = 0;
  const ours = qualityOf(drawn, ({ id }) => {
    const started = performance.now();
    const hits = index.searchFeatures(asked.get(id) as ReturnType<typeof describeAsked>, DEPTH, true);
    spent += performance.now() - started;
    return hits.map((hit) => hit.id);
  });
  const peer = qualityOf(drawn, ({ id }) => {
    const hash = hashes.get(id) as bigint;
    const far = [...hashes].map(([other, bits]) => ({ other, far: bitCount(bits ^ hash) }));
    return far
      .sort((a, b) => a.far - b.far)
      .slice(0, DEPTH)
      .map(({ other }) => other);
  });
  process.stderr.write(
    `logos: ${round(perLogo)} ms to describe one, ${round(spent / (GROUPS * PER_GROUP))} ms to search for one\n`,
  );
  const line = (metric: string, value: number, peerValue: number, bar: number): BenchLine => ({
    bench: 'logos',
    metric: `${metric}: ${PER_GROUP} near-marks per group, ${DISTRACTORS} others`,
    value: round(value, 3),
    unit: '',
    peer: 'difference hash, 64 bits',
    peerValue: round(peerValue, 3),
    bar,
    met: value >= bar,
  });
  return [line('mAP', ours.map, peer.map, BAR_MAP), line('recall@10', ours.recall, peer.recall, BAR_RECALL)];
}
