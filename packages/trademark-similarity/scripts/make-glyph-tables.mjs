// Writes src/data/near-glyphs.json.
// usage: node scripts/make-glyph-tables.mjs IDS.txt NEAR.txt…   (IDS: yi-bai/ids, MIT; near lists: contr4l/SimilarCharacter, MIT)
// Also reads the look-alikes in print of @jince/matching, which are measured on rendered glyphs.
import { readFileSync, writeFileSync } from 'node:fs';

const [idsPath, ...nearPaths] = process.argv.slice(2);
const lookAlikes = JSON.parse(
  readFileSync(new URL('../../matching/src/data/look-alikes.json', import.meta.url), 'utf8'),
);
const MOST = 24;
const LEAST = 0.5;

const decoder = new TextDecoder('gb18030');
const common = new Set();
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = decoder.decode(Uint8Array.of(high, low));
    if (/^\p{Script=Han}$/u.test(character)) common.add(character);
  }

const OPERATORS = {
  '⿰': 2,
  '⿱': 2,
  '⿲': 3,
  '⿳': 3,
  '⿴': 2,
  '⿵': 2,
  '⿶': 2,
  '⿷': 2,
  '⿸': 2,
  '⿹': 2,
  '⿺': 2,
  '⿻': 2,
};
const first = new Map();
for (const line of readFileSync(idsPath, 'utf8').split('\n')) {
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

/** Tree of a character: { op, parts } or a leaf; strokes counted by leaves. */
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
  const read = () => {
    const symbol = symbols[at++];
    const count = OPERATORS[symbol];
    if (count === undefined) return symbol === character || symbol === undefined ? leaf : treeOf(symbol, depth + 1);
    const parts = Array.from({ length: count }, read);
    return { character: '', op: symbol, parts, strokes: parts.reduce((sum, part) => sum + part.strokes, 0) };
  };
  const made = read();
  const tree = { ...made, character };
  trees.set(character, tree);
  return tree;
}

const memo = new Map();
/** Strokes two trees share: the same part in the same place whole, moved or nested ones at a discount. */
function shared(a, b) {
  if (a === b || (a.character !== '' && a.character === b.character)) return a.strokes;
  const key = a.character && b.character ? a.character + b.character : '';
  if (key && memo.has(key)) return memo.get(key);
  let best = 0;
  if (a.op !== '' && a.op === b.op)
    best = a.parts.reduce((sum, part, i) => sum + (b.parts[i] ? shared(part, b.parts[i]) : 0), 0);
  for (const part of a.parts) if (part.strokes > 1) best = Math.max(best, 0.85 * shared(part, b));
  for (const part of b.parts) if (part.strokes > 1) best = Math.max(best, 0.85 * shared(a, part));
  if (key) memo.set(key, best);
  return best;
}
const likeness = (a, b) => {
  const [x, y] = [treeOf(a), treeOf(b)];
  return (2 * shared(x, y)) / (x.strokes + y.strokes);
};

const near = new Map([...common].map((character) => [character, new Map()]));
const raise = (a, b, score) => {
  if (a === b || !near.has(a) || !near.has(b)) return;
  for (const [from, to] of [
    [a, b],
    [b, a],
  ])
    near.get(from).set(to, Math.max(near.get(from).get(to) ?? 0, score));
};
const byPart = new Map();
for (const character of common)
  for (const part of treeOf(character).parts) {
    const name = part.character;
    if (!name || part.strokes < 2) continue;
    if (!byPart.has(name)) byPart.set(name, []);
    byPart.get(name).push(character);
    if (common.has(name)) byPart.get(name).push(name);
  }
for (const group of byPart.values()) {
  const members = [...new Set(group)];
  if (members.length > 700) continue;
  for (let i = 0; i < members.length; i++)
    for (let j = i + 1; j < members.length; j++) {
      const score = likeness(members[i], members[j]);
      if (score >= LEAST) raise(members[i], members[j], Math.min(0.95, score));
    }
}
for (const word of lookAlikes) {
  const [head, ...rest] = [...word];
  for (const [rank, other] of rest.entries()) raise(head, other, 0.9 - 0.02 * rank);
}
for (const path of nearPaths)
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [head, list] = line.split(/\s+/);
    for (const other of [...(list ?? '')]) raise(head, other, 0.85);
  }
const lines = [...near].flatMap(([character, others]) => {
  const best = [...others].sort((a, b) => b[1] - a[1]).slice(0, MOST);
  return best.length === 0
    ? []
    : [
        `${character}${best.map(([other, score]) => other + String.fromCharCode(48 + Math.min(9, Math.floor(score * 10)))).join('')}`,
      ];
});
const target = new URL('../src/data/', import.meta.url);
writeFileSync(new URL('near-glyphs.json', target), `${JSON.stringify(lines, null, 0).replaceAll('","', '",\n"')}\n`);
console.log(lines.length, 'characters with near ones');
