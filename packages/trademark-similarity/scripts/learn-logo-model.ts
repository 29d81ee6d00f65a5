/**
 * Learns the weights of the logo model on invented logos and imitations of them: logistic regression on pairs, by
 * gradient descent, from a fixed seed. Prints the model and how well a second, unseen set is found.
 * Run: node packages/trademark-similarity/scripts/learn-logo-model.ts [groups] [distractors]
 */
import sharp from 'sharp';
import { compareLogos, type LogoLikeness } from '../src/images/compare-logos.ts';
import { type AskedLogo, describeAsked } from '../src/images/describe-logo.ts';
import { LogoIndex } from '../src/images/logo-index.ts';
import { MEASURES, SHAPES } from '../src/images/logo-model.ts';
import { drawLogo, NEAR_MARKS, type Random, randomOf, toSvg } from './draw-logos.ts';

const [groups = 60, distractors = 1500] = process.argv.slice(2).map(Number);
const KINDS = Object.keys(NEAR_MARKS);
const PER_GROUP = 7;

async function describe(svg: string): Promise<AskedLogo> {
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return describeAsked({ width: info.width, height: info.height, data });
}

interface Member {
  readonly id: string;
  readonly group: number;
  readonly kind: string;
  readonly features: AskedLogo;
}

async function drawSet(random: Random): Promise<Member[]> {
  const members: Member[] = [];
  for (let group = 0; group < groups; group++) {
    const logo = drawLogo(random);
    const kinds = ['original', ...KINDS.toSorted(() => random() - 0.5)].slice(0, PER_GROUP);
    for (const kind of kinds) {
      const svg = kind === 'original' ? toSvg(logo) : (NEAR_MARKS[kind]?.(logo, random) ?? toSvg(logo));
      members.push({ id: `g${group}-${kind}`, group, kind, features: await describe(svg) });
    }
  }
  for (let i = 0; i < distractors; i++)
    members.push({ id: `d${i}`, group: -1 - i, kind: 'other', features: await describe(toSvg(drawLogo(random))) });
  return members;
}

function learn(pairs: readonly { readonly x: readonly number[]; readonly y: number }[]) {
  const weights = MEASURES.map(() => 0.5);
  let bias = -3;
  const positives = pairs.filter(({ y }) => y === 1).length;
  const share = positives / (pairs.length - positives);
  for (let turn = 0; turn < 4000; turn++) {
    const slope = weights.map(() => 0);
    let slopeBias = 0;
    for (const { x, y } of pairs) {
      const z = x.reduce((sum, value, i) => sum + value * (weights[i] as number), bias);
      const error = (1 / (1 + Math.exp(-z)) - y) * (y === 1 ? 1 : share * 4);
      for (let i = 0; i < x.length; i++) slope[i] = (slope[i] as number) + error * (x[i] as number);
      slopeBias += error;
    }
    for (let i = 0; i < weights.length; i++)
      weights[i] = Math.max(
        0,
        (weights[i] as number) - (0.5 * (slope[i] as number)) / positives - 0.0003 * (weights[i] as number),
      );
    bias -= (0.5 * slopeBias) / positives;
  }
  return { weights, bias };
}

const vector = (likeness: LogoLikeness) => MEASURES.map((name) => SHAPES[name](likeness[name]));

function pairsOf(members: readonly Member[], random: Random) {
  const marks = members.filter(({ group }) => group >= 0);
  return marks.flatMap((asked) => {
    const same = marks.filter((one) => one.group === asked.group && one !== asked);
    const others = Array.from({ length: 12 }, () => members[Math.floor(random() * members.length)] as Member);
    return [
      ...same.map((one) => ({ x: vector(compareLogos(asked.features, one.features).likeness), y: 1 })),
      ...others
        .filter((one) => one.group !== asked.group)
        .map((one) => ({ x: vector(compareLogos(asked.features, one.features).likeness), y: 0 })),
    ];
  });
}

function measure(index: LogoIndex, members: readonly Member[]) {
  let [precision, recall, n, ms] = [0, 0, 0, 0];
  const missed = new Map<string, number>();
  for (const asked of members.filter(({ group }) => group >= 0)) {
    const before = performance.now();
    const hits = index.searchFeatures(asked.features, 60, true).filter(({ id }) => id !== asked.id);
    ms += performance.now() - before;
    const wanted = new Set(members.filter((one) => one.group === asked.group && one !== asked).map(({ id }) => id));
    let [found, sum] = [0, 0];
    hits.forEach(({ id }, rank) => {
      if (!wanted.has(id)) return;
      found++;
      sum += found / (rank + 1);
    });
    precision += sum / wanted.size;
    const top = new Set(hits.slice(0, 10).map(({ id }) => id));
    for (const id of wanted) {
      const kind = id.split('-')[1] as string;
      if (!top.has(id)) missed.set(kind, (missed.get(kind) ?? 0) + 1);
    }
    recall += [...wanted].filter((id) => top.has(id)).length / wanted.size;
    n++;
  }
  return { map: precision / n, recallAt10: recall / n, msPerQuery: ms / n, missed: Object.fromEntries(missed) };
}

const random = randomOf(7);
const training = await drawSet(random);
const { weights, bias } = learn(pairsOf(training, random));
const round = (value: number) => Math.round(value * 1000) / 1000;
const model = {
  version: process.env.MODEL_VERSION ?? '2026-11-23',
  bias: round(bias),
  weights: Object.fromEntries(MEASURES.map((name, i) => [name, round(weights[i] as number)])) as never,
  levels: { identical: 0.98, near: 0.7, arguable: 0.3 },
};
console.log(JSON.stringify(model, null, 2));
const unseen = await drawSet(randomOf(99));
const index = new LogoIndex(model);
for (const { id, features } of unseen) index.addFeatures(id, features);
console.log(measure(index, unseen));
