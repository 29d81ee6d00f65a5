// Learns the weights of a model: of the marks near a mutated name, its own must be among the first ten.
// usage: node scripts/learn-ranking.mjs OUT.json [seed]     needs ../shared/data (see bench/marks-data.ts); trains on even places
import { readFileSync, writeFileSync } from 'node:fs';
import { FEATURE_COUNT, FEATURES, LENGTHS, lengthClass } from '../src/compare/features.ts';
import { openModel } from '../src/compare/model.ts';
import { MarkIndex } from '../src/search/mark-index.ts';
import { normaliseMark } from '../src/text/normalise-mark.ts';
import { standardWeakWords } from '../src/weak/standard-weak-words.ts';
import { WEAKNESS, WeakWordList } from '../src/weak/weak-words.ts';

// Named at run time: the product knows neither bench nor law, only this generator takes its data and standard from them.
const repository = new URL('../../../', import.meta.url);
const load = (path) => import(new URL(path, repository).href);
const { MUTATIONS, makeMarkQueries, makeMarkWorld, readRealNames } = await load('bench/marks-data.ts');
const { makeStandard } = await load('bench/marks-standard.ts');
const { weakMarkWords } = await load('law/src/marks.ts');

const [out, seedText = '11'] = process.argv.slice(2);
const PER_KIND = 1200;
const CANDIDATES = 120;
const FIRST = 10;
const EPOCHS = 12;
const LEAST_WEIGHT = -0.05;
/** Recall to reach on each kind; weights of kinds follow what is missing. */
const BARS = { 'same sound': 0.97, 'near glyph': 0.958, insertion: 0.97, deletion: 0.908, swap: 0.97 };

const names = readRealNames();
if (names === undefined) throw new Error('../shared/data is not there');
const start = JSON.parse(readFileSync(new URL('./start-model.json', import.meta.url), 'utf8'));
const weakWords = new WeakWordList([...standardWeakWords, ...weakMarkWords]);
const index = new MarkIndex(names, { weakWords, model: openModel(start) });
const world = makeMarkWorld(names);
const standard = makeStandard([world.glyphs.listed, world.glyphs.decomposed]);
/** How much it counts that a utility says what the standard says, beside the order. */
const VERDICTS = 0.6;
/** Names as they are, whose hits are told by the standard as well. */
const PLAIN = 1500;

/** How long a query is to a model that leaves out place names, goods and legal forms. */
function signsOf(units) {
  const weak = new Uint8Array(units.length);
  weakWords.mark(units, 0, units.length, weak);
  return weak.filter((one) => one !== WEAKNESS.generic).length;
}

function collect(seed, perKind, pick) {
  const samples = [];
  let missed = 0;
  const plain = Array.from({ length: PLAIN * (perKind > 1000 ? 1 : 0) }, (_, n) => (4 * 331 * n) % names.length).filter(
    pick,
  );
  for (const { kind, text, at } of [
    ...makeMarkQueries(world, { seed, perKind, pick }),
    ...plain.map((at) => ({ kind: 'plain', text: names[at], at })),
  ]) {
    const { units } = normaliseMark(text);
    const rows = new Map();
    const judged = index.judgeAll(units, (features, mark) => {
      const row = [];
      for (let f = 0; f < FEATURE_COUNT; f++) if (features[f] !== 0) row.push(f, features[f]);
      rows.set(mark, row);
    });
    judged.sort((a, b) => b.utility - a.utility || a.at - b.at);
    // Marks met by translation or split characters have no features of an alignment.
    const kept = judged.filter((one) => rows.has(one.at)).slice(0, CANDIDATES);
    if (!kept.some((one) => one.at === at)) {
      const own = judged.find((one) => one.at === at);
      if (own === undefined) {
        missed++;
        continue;
      }
      kept.push(own);
    }
    samples.push({
      kind,
      bucket: lengthClass(signsOf(units)),
      scale: signsOf(units) > LENGTHS ? LENGTHS / signsOf(units) : 1,
      rows: kept.map((one) => rows.get(one.at)),
      target: kept.findIndex((one) => one.at === at),
      close: kept.map((one) => (standard(text, names[one.at]) === 'far' ? 0 : 1)),
    });
  }
  console.log('samples', samples.length, 'not even candidates', missed);
  return samples;
}

const dot = (weights, row, scale) => {
  let sum = 0;
  for (let at = 0; at < row.length; at += 2) sum += weights[row[at]] * row[at + 1];
  return sum * scale;
};

function recall(weights, samples) {
  const hits = Object.fromEntries(MUTATIONS.map((kind) => [kind, [0, 0]]));
  for (const { kind, bucket, scale, rows, target } of samples) {
    const own = dot(weights[bucket], rows[target], scale);
    let above = 0;
    for (const [at, row] of rows.entries()) {
      const other = dot(weights[bucket], row, scale);
      if (other > own || (other === own && at < target)) above++;
    }
    hits[kind][1]++;
    if (above < FIRST) hits[kind][0]++;
  }
  return Object.fromEntries(MUTATIONS.map((kind) => [kind, hits[kind][0] / hits[kind][1]]));
}

const train = collect(Number(seedText), PER_KIND, (at) => at % 4 === 0);
const check = collect(Number(seedText) + 1, 600, (at) => at % 4 === 2);
/**
 * What no data may overrule: closer sounds and forms never weigh more, a mark that sounds the same is not behind one that
 * only contains the query, and to leave out several signs is more than to leave out one.
 */
const ONE_SIGN = FEATURES.indexOf('one sign of several');
function straighten(row) {
  for (const more of ['added beyond one', 'omitted beyond one'].map((name) => FEATURES.indexOf(name)))
    row[more] = Math.min(-1, row[more]);
  row[ONE_SIGN] = start.weights[0][ONE_SIGN];
  for (let sound = 0; sound < 4; sound++)
    for (let glyph = 0; glyph < 6; glyph++) {
      const at = 2 + 6 * sound + glyph;
      const less = [];
      if (sound > 0) less.push(sound === 1 && glyph === 0 ? row[0] : row[at - 6]);
      if (glyph > 0) less.push(sound === 0 && glyph === 1 ? row[0] : row[at - 1]);
      if (sound === 3) less.push(Math.max(row[ADDED_LAST], row[ADDED_LAST + 1]) - 0.05);
      // Sounds that many speakers mix up are never worth less than a part in common.
      if (sound > 0) less.push(row[3] - 0.05);
      row[at] = Math.min(LEAST_WEIGHT, Math.max(row[at], ...less));
    }
}
const ADDED_LAST = FEATURES.indexOf('added last');
const weights = start.weights.map((row) => Float64Array.from(row));
const prior = start.weights;
const kindWeight = { ...Object.fromEntries(MUTATIONS.map((kind) => [kind, 1])), plain: 1 };
const bias = new Float64Array(LENGTHS).fill(4);
const squares = weights.map((row) => new Float64Array(row.length).fill(1e-6));
console.log('start', recall(weights, check));
let best = { value: -Infinity, weights: undefined };
let order = train.map((_, at) => at);
let state = Number(seedText);
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  order = order
    .map((at) => [random(), at])
    .sort((a, b) => a[0] - b[0])
    .map(([, at]) => at);
  for (const at of order) {
    const { kind, bucket, scale, rows, target, close } = train[at];
    const w = weights[bucket];
    const scores = rows.map((row) => dot(w, row, scale));
    // The loss looks at the tenth of the others: softly at those around it.
    const others = scores
      .map((score, i) => [score, i])
      .filter(([, i]) => i !== target)
      .sort((a, b) => b[0] - a[0]);
    const gradient = new Map();
    const push = (row, by) => {
      for (let k = 0; k < row.length; k += 2)
        gradient.set(row[k], (gradient.get(row[k]) ?? 0) + by * row[k + 1] * scale);
    };
    for (let rank = 5; kind !== 'plain' && rank < Math.min(14, others.length); rank++) {
      const [score, i] = others[rank];
      const p = 1 / (1 + Math.exp(scores[target] - score - 0.15));
      push(rows[target], p / 9);
      push(rows[i], -p / 9);
    }
    const told = new Map();
    for (let n = 0; n < 14; n++) {
      const i = n < 10 ? Math.min(n, rows.length - 1) : Math.floor(random() * rows.length);
      const p = 1 / (1 + Math.exp(-(scores[i] + bias[bucket])));
      const error = ((close[i] - p) * VERDICTS) / 14;
      bias[bucket] += 0.02 * error;
      for (let k = 0; k < rows[i].length; k += 2)
        told.set(rows[i][k], (told.get(rows[i][k]) ?? 0) + error * rows[i][k + 1] * scale);
    }
    for (const [f, g] of told) gradient.set(f, (gradient.get(f) ?? 0) + g / kindWeight[kind]);
    for (const [f, g] of gradient) {
      const step = g * kindWeight[kind] - 0.0005 * (w[f] - prior[bucket][f]);
      squares[bucket][f] += step * step;
      w[f] = Math.min(LEAST_WEIGHT, w[f] + (0.25 * step) / Math.sqrt(squares[bucket][f] + 1e-3));
    }
  }
  for (const row of weights) straighten(row);
  const now = recall(weights, check);
  const value = Math.min(...MUTATIONS.map((kind) => now[kind] - BARS[kind]));
  if (value > best.value) best = { value, weights: weights.map((row) => row.slice()), recall: now };
  for (const kind of MUTATIONS)
    kindWeight[kind] *= Math.exp(Math.max(-0.5, Math.min(0.5, 6 * (BARS[kind] - now[kind]))));
  const mean = MUTATIONS.reduce((sum, kind) => sum + kindWeight[kind], 0) / 5;
  for (const kind of MUTATIONS) kindWeight[kind] = Math.max(0.1, kindWeight[kind] / mean);
  console.log(
    Array.from(bias, (b) => b.toFixed(1)).join(' '),
    epoch,
    value.toFixed(3),
    JSON.stringify(now),
    JSON.stringify(kindWeight),
  );
}
console.log('best', best.value, best.recall);
const file = {
  ...start,
  version: 'learned',
  weights: best.weights.map((row) => Array.from(row, (w) => Math.round(w * 1000) / 1000)),
};
writeFileSync(out, `${JSON.stringify(file)}\n`);
