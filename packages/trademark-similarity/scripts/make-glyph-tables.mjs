// Writes src/data/near-glyphs.json and src/data/glyph-parts.json.
// usage: node scripts/make-glyph-tables.mjs DIR PRINT [--without-lists]
//   DIR: ids_lv1.txt (yi-bai/ids, MIT), 形近字语料库*.txt and 四角编码字典*.txt (contr4l/SimilarCharacter, MIT)
//   PRINT: 45.json … 85.json, written by packages/matching/scripts/make-look-alikes.mjs with LEAST=0.45 … 0.85 MOST=40:
//   characters whose printed shapes (Noto Sans SC, OFL) correlate that much.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, print, flag] = process.argv.slice(2);
const read = (name) => readFileSync(join(folder, name), 'utf8').split(/\r?\n/);
/** Most near characters of one, and the least likeness worth keeping. */
const MOST = 30;
/** The same for those that differ in one part alone. */
const MOST_FRAMED = 80;
const LEAST = 0.4;
const LISTED = 0.53;

const fourCorner = new Map();
for (const name of ['四角编码字典（70000字）.txt', '四角编码字典（7000字）.txt'])
  for (const line of read(name)) {
    const found = /^'(\p{Script=Han})':'(\d{4,5})/u.exec(line.trim());
    if (found && !fourCorner.has(found[1])) fourCorner.set(found[1], found[2]);
  }
const common = new Set(
  read('四角编码字典（7000字）.txt').flatMap((line) => /^'(\p{Script=Han})'/u.exec(line)?.[1] ?? []),
);
const decoder = new TextDecoder('gb18030');
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = decoder.decode(Uint8Array.of(high, low));
    if (/^\p{Script=Han}$/u.test(character)) common.add(character);
  }
for (const character of '媄昇玥滘垟犇骉晞璟燚垚燊粿喆祐珮旻珺旸瑄祎崀瞭芃渼洣曌堃烔鹮彧翀昶晟钰玙珏')
  common.add(character);

const OPERATORS = { '⿲': 3, '⿳': 3 };
for (const operator of '⿰⿱⿴⿵⿶⿷⿸⿹⿺⿻') OPERATORS[operator] = 2;
const first = new Map();
for (const line of read('ids_lv1.txt')) {
  const [character, text] = line.split('\t');
  if (character && text)
    first.set(
      character,
      text
        .split(';')[0]
        .replace(/\([^)]*\)/g, '')
        .replace(/\[[^\]]*\]/g, ''),
    );
}

/** Tree of a character: { character, op, parts, strokes }; strokes are counted by leaves. */
const trees = new Map();
function treeOf(character, depth = 0) {
  const known = trees.get(character);
  if (known) return known;
  const leaf = { character, op: '', parts: [], strokes: 1 };
  trees.set(character, leaf);
  const text = first.get(character);
  if (!text || text.startsWith('#') || depth > 9) return leaf;
  const symbols = [...text];
  let at = 0;
  const next = () => {
    const symbol = symbols[at++];
    const count = OPERATORS[symbol];
    if (count === undefined) return symbol === character || symbol === undefined ? leaf : treeOf(symbol, depth + 1);
    const parts = Array.from({ length: count }, next);
    return { character: '', op: symbol, parts, strokes: parts.reduce((sum, part) => sum + part.strokes, 0) };
  };
  const tree = { ...next(), character };
  trees.set(character, tree);
  return tree;
}

/** 青 of 清, 秀 of 绣: beside a radical the rest still reads as the character it is; 林 within 梦 does not. */
const isBody = (whole, part) => whole.op === '⿰' && part === whole.parts[1];
const memo = new Map();
/** Strokes two trees share: the same part in the same place whole, moved or nested ones at a discount. */
function shared(a, b) {
  if (a === b || (a.character !== '' && a.character === b.character)) return a.strokes;
  const key = a.character && b.character ? a.character + b.character : '';
  if (key && memo.has(key)) return memo.get(key);
  let best = 0;
  if (a.op !== '' && a.op === b.op)
    best = a.parts.reduce((sum, part, i) => sum + (b.parts[i] ? shared(part, b.parts[i]) : 0), 0);
  for (const [whole, other] of [
    [a, b],
    [b, a],
  ])
    for (const part of whole.parts)
      if (part.strokes > 1) best = Math.max(best, (isBody(whole, part) ? 0.85 : 0.65) * shared(part, other));
  if (key) memo.set(key, best);
  return best;
}
const partLikeness = (a, b) => {
  const [x, y] = [treeOf(a), treeOf(b)];
  return (2 * shared(x, y)) / (x.strokes + y.strokes);
};

const printed = new Map();
for (const [file, value] of [45, 55, 65, 75, 85].map((least) => [`${least}.json`, least / 100]))
  for (const word of JSON.parse(readFileSync(join(print, file), 'utf8'))) {
    const [head, ...rest] = [...word];
    for (const other of rest) printed.set(head < other ? head + other : other + head, value);
  }
const listed = new Set();
if (flag !== '--without-lists')
  for (const name of ['形近字语料库.txt', '形近字语料库（CV2）.txt'])
    for (const line of read(name)) {
      const [head, list] = line.split(/\s+/);
      for (const other of list ?? '') listed.add(head < other ? head + other : other + head);
    }

function corners(a, b) {
  const [x = '', y = ''] = [fourCorner.get(a), fourCorner.get(b)];
  if (x === '' || y === '') return 0;
  let same = 0;
  for (let i = 0; i < 4; i++) if (x[i] === y[i]) same++;
  return same / 4;
}

/** What two characters built alike share part by part, 0–1 of their strokes: of the first part, of the others. */
function framed(a, b) {
  const [x, y] = [treeOf(a), treeOf(b)];
  if (x.op === '' || x.op !== y.op || x.parts.length !== y.parts.length) return { first: 0, rest: 0 };
  const share = x.parts.map((part, i) =>
    part.character !== '' && part.character === y.parts[i].character ? (2 * part.strokes) / (x.strokes + y.strokes) : 0,
  );
  const rest = share.slice(1);
  return { first: share[0], rest: rest.every((one) => one > 0) ? rest.reduce((sum, one) => sum + one, 0) : 0 };
}

/**
 * 0–1. Parts and print each speak for themselves; corners and the lists confirm. Characters that keep all but their first
 * part are alike (柏 and 伯); those that have a radical alone in common are not (沃 and 法).
 */
function likeness(a, b) {
  const key = a < b ? a + b : b + a;
  const { first, rest } = framed(a, b);
  const radical = first > 0 && rest === 0;
  const parts = partLikeness(a, b) * (radical ? 0.65 : 1);
  const print = radical && (printed.get(key) ?? 0) < 0.75 ? 0 : (printed.get(key) ?? 0);
  const seen = Math.max(0.85 * print, 0.55 * parts + 0.45 * print);
  const kept = rest > 0 ? 0.53 + 0.25 * rest : 0;
  const base = Math.max(0.9 * parts, seen, kept);
  return Math.min(1, base + 0.06 * corners(a, b) + (listed.has(key) ? 0.12 : 0));
}

const near = new Map([...common].map((character) => [character, new Map()]));
const consider = (a, b) => {
  if (a === b || !near.has(a) || !near.has(b) || near.get(a).has(b)) return;
  const score = likeness(a, b);
  const key = a < b ? a + b : b + a;
  if (score < LEAST && !listed.has(key)) return;
  // What people listed as alike is more than a part in common.
  const kept = Math.max(listed.has(key) ? LISTED : LEAST, score);
  near.get(a).set(b, kept);
  near.get(b).set(a, kept);
};
const groups = new Map();
const group = (key, character) => groups.set(key, [...(groups.get(key) ?? []), character]);
for (const character of common) {
  for (const part of treeOf(character).parts) {
    for (const name of [part.character, ...part.parts.map((one) => one.character)])
      if (name && name !== character) {
        group(name, character);
        if (common.has(name)) group(name, name);
      }
  }
  const code = fourCorner.get(character);
  if (code) group(code.slice(0, 4), character);
}
for (const members of groups.values()) {
  const unique = [...new Set(members)];
  if (unique.length > 700) continue;
  for (const [i, a] of unique.entries()) for (const b of unique.slice(i + 1)) consider(a, b);
}
for (const key of [...printed.keys(), ...listed]) {
  const [a, b] = [...key];
  consider(a, b);
}

const band = (score) => (score >= 0.85 ? 9 : score >= 0.74 ? 8 : score >= 0.63 ? 7 : score >= 0.52 ? 6 : 5);
const isListed = (a, b) => listed.has(a < b ? a + b : b + a);
/** Pairs to keep: near for one of the two; each is written once, under the smaller character. */
const kept = new Map();
for (const [character, others] of near) {
  const sorted = [...others].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [rank, [other, score]] of sorted.entries()) {
    const keep = rank < MOST || isListed(character, other) || (rank < MOST_FRAMED && framed(character, other).rest > 0);
    const [head, tail] = character < other ? [character, other] : [other, character];
    if (keep) kept.set(head, (kept.get(head) ?? new Map()).set(tail, band(score)));
  }
}
const lines = [...kept]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([character, others]) => {
    const bands = [9, 8, 7, 6, 5].map((level) => {
      const members = [...others].filter(([, one]) => one === level).map(([other]) => other);
      return members.length === 0 ? '' : `${level}${members.join('')}`;
    });
    return `${character}${bands.join('')}`;
  });
const target = new URL('../src/data/', import.meta.url);
const write = (name, rows) =>
  writeFileSync(new URL(name, target), `${JSON.stringify(rows, null, 0).replaceAll('","', '",\n"')}\n`);
write('near-glyphs.json', lines);

// First decomposition of each character whose parts are characters: 好⿰女子.
const whole = [...common].flatMap((character) => {
  const { op, parts } = treeOf(character);
  const named = parts.map((part) => part.character);
  return op !== '' && named.every((part) => /^\p{Script=Han}$/u.test(part) && part.length === 1)
    ? [`${character}${op}${named.join('')}`]
    : [];
});
write('glyph-parts.json', whole);
console.log(lines.length, 'characters with near ones,', whole.length, 'decompositions');
