// Writes src/data/traditional-characters.ts and src/data/syllables.json.
// Facts about characters, read from the workspace's own dictionaries (opencc-js, pinyin-pro) for the GB 2312 set.
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';

const decoder = new TextDecoder('gb18030');
const common = [];
for (let high = 0xb0; high <= 0xf7; high++) {
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = decoder.decode(Uint8Array.of(high, low));
    if (/^\p{Script=Han}$/u.test(character)) common.push(character);
  }
}
const commonSet = new Set(common);

const toSimplified = Converter({ from: 't', to: 'cn' });
let traditional = '';
let simplified = '';
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const from = String.fromCharCode(code);
  const to = toSimplified(from);
  if (to !== from && to.length === 1 && commonSet.has(to) && !commonSet.has(from)) {
    traditional += from;
    simplified += to;
  }
}
const lines = (text) => (text.match(/.{1,100}/gu) ?? []).map((part) => `  '${part}'`).join(' +\n');
const target = new URL('../src/data/', import.meta.url);
writeFileSync(
  new URL('traditional-characters.ts', target),
  `/** Traditional and variant characters; the character at the same place of \`simplified\` is the normal form. Made by scripts/make-character-tables.mjs. */
export const traditional =\n${lines(traditional)};

export const simplified =\n${lines(simplified)};\n`,
);

const bySyllable = new Map();
for (const character of common) {
  const readings = new Set(pinyin(character, { toneType: 'none', multiple: true, type: 'array' }));
  for (const reading of readings) bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character);
}
const sorted = Object.fromEntries([...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(new URL('syllables.json', target), `${JSON.stringify(sorted, null, 2)}\n`);
console.log(traditional.length, bySyllable.size);
