// Writes src/data/readings.json: one line per character with its Mandarin syllables, the usual one first (pinyin-pro, MIT).
// usage: node scripts/make-readings.mjs    after make-glyph-tables.mjs, whose characters it reads
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const decoder = new TextDecoder('gb18030');
const data = new URL('../src/data/', import.meta.url);
const characters = new Set(
  JSON.parse(readFileSync(new URL('near-glyphs.json', data), 'utf8')).map((line) => line.charAt(0)),
);
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = decoder.decode(Uint8Array.of(high, low));
    if (/^\p{Script=Han}$/u.test(character)) characters.add(character);
  }
const lines = [...characters].sort().flatMap((character) => {
  const usual = pinyin(character, { toneType: 'num', type: 'array' })[0];
  const all = pinyin(character, { toneType: 'num', multiple: true, type: 'array' });
  const readings = [...new Set([usual, ...all])].filter((one) => /^[a-zü]+\d$/.test(one)).slice(0, 3);
  return readings.length === 0 ? [] : [`${character}${readings.join(' ')}`];
});
writeFileSync(new URL('readings.json', data), `${JSON.stringify(lines, null, 0).replaceAll('","', '",\n"')}\n`);
console.log(lines.length, 'characters with readings');
