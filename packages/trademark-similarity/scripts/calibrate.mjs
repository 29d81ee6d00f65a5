// Turns utilities into scores: the share of comparisons a stated standard (bench/marks-standard.ts) calls near or arguable.
// usage: node scripts/calibrate.mjs LEARNED.json OUT.json VERSION DAY     trains on even places; prints precision on odd ones
import { readFileSync, writeFileSync } from 'node:fs';
import { FEATURES, LENGTHS, lengthClass } from '../src/compare/features.ts';
import { openModel } from '../src/compare/model.ts';
import { MarkIndex } from '../src/search/mark-index.ts';
import { normaliseMark } from '../src/text/normalise-mark.ts';
import { standardWeakWords } from '../src/weak/standard-weak-words.ts';
import { WEAKNESS, WeakWordList } from '../src/weak/weak-words.ts';
import { examples } from './examples.mjs';
import { distance } from './first-distance.mjs';

// Named at run time: the product knows neither bench nor law, only this generator takes its data and standard from them.
const repository = new URL('../../../', import.meta.url);
const load = (path) => import(new URL(path, repository).href);
const { MUTATIONS, makeMarkQueries, makeMarkWorld, readRealNames } = await load('bench/marks-data.ts');
const { makeStandard } = await load('bench/marks-standard.ts');
const { weakMarkWords } = await load('law/src/marks.ts');

const [learned, out, version, day] = process.argv.slice(2);
const file = { ...JSON.parse(readFileSync(learned, 'utf8')), version, learned: day, distance };
// No generated name changes two signs at once; several signs of the same sound are the same sound to an examiner.
const HEARD_MORE = FEATURES.indexOf('heard beyond one');
for (const row of file.weights) row[HEARD_MORE] = Math.max(row[HEARD_MORE], -0.8);
const names = readRealNames();
if (names === undefined) throw new Error('../shared/data is not there');
const world = makeMarkWorld(names);
const standard = makeStandard([world.glyphs.listed, world.glyphs.decomposed]);
const weakWords = new WeakWordList([...standardWeakWords, ...weakMarkWords]);
const index = new MarkIndex(names, { weakWords, model: openModel(file) });

function signsOf(units) {
  const weak = new Uint8Array(units.length);
  weakWords.mark(units, 0, units.length, weak);
  return weak.filter((one) => one !== WEAKNESS.generic).length;
}

function judge(text, most) {
  const { units } = normaliseMark(text);
  const judged = index.judgeAll(units).sort((a, b) => b.utility - a.utility || a.at - b.at);
  return { bucket: lengthClass(signsOf(units)), found: judged.slice(0, most) };
}

const plain = (parity, count) =>
  Array.from({ length: count }, (_, n) => ({ text: names[(n * 2 * 331 + parity) % names.length], kind: 'none' }));
const mutated = (parity, count, seed) =>
  makeMarkQueries(world, { seed, perKind: count, pick: (at) => at % 4 === parity });

// Fit per length, on the first thirty marks of each query.
const data = Array.from({ length: LENGTHS }, () => []);
for (const { text } of [...plain(0, 1200), ...mutated(0, 120, 51)]) {
  const { bucket, found } = judge(text, 30);
  for (const { at, utility } of found)
    if (utility < 0) data[bucket].push([utility, standard(text, names[at]) === 'far' ? 0 : 1]);
}
for (const { query, mark, level } of examples) {
  const { units } = normaliseMark(query);
  const single = new MarkIndex([mark], { weakWords, model: openModel(file) });
  const utility = single.judgeAll(units)[0]?.utility;
  // Examples are few: each stands for many comparisons.
  if (utility !== undefined && utility < 0)
    for (let n = 0; n < 25; n++) data[lengthClass(signsOf(units))].push([utility, level === 'far' ? 0 : 1]);
}
file.calibration = data.map((points, bucket) => {
  let [a, b] = [1, 3];
  for (let step = 0; step < 4000 && points.length > 30; step++) {
    let [da, db] = [0, 0];
    for (const [u, y] of points) {
      const p = 1 / (1 + Math.exp(-(a * u + b)));
      da += (y - p) * u;
      db += y - p;
    }
    a = Math.max(0.2, a + (0.3 * da) / points.length);
    b += (0.6 * db) / points.length;
  }
  const rounded = { a: Math.round(a * 1000) / 1000, b: Math.round(b * 1000) / 1000 };
  console.log('length', bucket + 1, points.length, 'points', rounded, 'even at', (-b / a).toFixed(2));
  return rounded;
});

const test = [plain(1, 400), mutated(1, 150, 77)];
const probability = (bucket, u) =>
  u >= 0 ? 1 : 1 / (1 + Math.exp(-(file.calibration[bucket].a * u + file.calibration[bucket].b)));
for (const cut of [0.3, 0.4, 0.5, 0.6, 0.7]) {
  let [good, shown, empty] = [0, 0, 0];
  for (const { text } of test[0]) {
    const { bucket, found } = judge(text, 10);
    const kept = found.filter(({ utility }) => probability(bucket, utility) >= cut);
    if (kept.length <= 1) empty++;
    shown += kept.length;
    good += kept.filter(({ at }) => standard(text, names[at]) !== 'far').length;
  }
  const hits = Object.fromEntries(MUTATIONS.map((kind) => [kind, 0]));
  for (const { kind, text, at } of test[1]) {
    const { bucket, found } = judge(text, 10);
    if (found.some((one) => one.at === at && probability(bucket, one.utility) >= cut)) hits[kind] += 1 / 150;
  }
  console.log(
    'cut',
    cut,
    'precision',
    (good / shown).toFixed(3),
    'shown',
    (shown / 400).toFixed(1),
    'nothing but itself',
    empty / 400,
    JSON.stringify(hits, (_, v) => (typeof v === 'number' ? Math.round(v * 1000) / 1000 : v)),
  );
}
file.arguable = 0.5;
writeFileSync(out, `${JSON.stringify(file, null, 1)}\n`);
