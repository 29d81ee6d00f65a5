// Writes src/data/readings.json: one line per character with its Mandarin syllables, the usual one first (pinyin-pro, MIT).
// A further reading is kept where several words in use, or a surname of one character, have it: nobody reads 泽 as shì today.
// usage: node scripts/make-readings.mjs    after make-glyph-tables.mjs, whose characters it reads
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { pinyin } from 'pinyin-pro';

const decoder = new TextDecoder('gb18030');
const data = new URL('../src/data/', import.meta.url);
const characters = new Set(
  [...JSON.parse(readFileSync(new URL('near-glyphs.json', data), 'utf8')).join('')].filter((sign) =>
    /\p{Script=Han}/u.test(sign),
  ),
);
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = decoder.decode(Uint8Array.of(high, low));
    if (/^\p{Script=Han}$/u.test(character)) characters.add(character);
  }
/** What a word with a reading counts; idioms keep readings nobody uses elsewhere. */
const IN_USE = { dict2: 1, dict3: 1, dict5: 1, dict4: 0.5 };
const LEAST = 5;
/** Readings of names that stand in few words: 厦门, 茜茜. */
const inUse = new Map([
  ['厦xià', LEAST],
  ['茜xī', LEAST],
]);
const words = new URL('./esm/data/', pathToFileURL(createRequire(import.meta.url).resolve('pinyin-pro')));
for (const [file, weight] of Object.entries(IN_USE)) {
  const { default: list } = await import(new URL(`${file}.mjs`, words).href);
  for (const [word, reading] of Object.entries(list)) {
    const syllables = reading.split(' ');
    for (const [at, character] of [...word].entries()) {
      const spoken = `${character}${syllables[at]}`;
      inUse.set(spoken, (inUse.get(spoken) ?? 0) + weight);
    }
  }
}
const { default: surnames } = await import(new URL('surname.mjs', words).href);
for (const [name, reading] of Object.entries(surnames)) if (name.length === 1) inUse.set(`${name}${reading}`, LEAST);
const isInUse = (character, numbered) => {
  const marked = pinyin(character, { multiple: true, type: 'array' });
  const at = pinyin(character, { multiple: true, type: 'array', toneType: 'num' }).indexOf(numbered);
  return (inUse.get(`${character}${marked[at]}`) ?? 0) >= LEAST;
};
const lines = [...characters].sort().flatMap((character) => {
  const usual = pinyin(character, { toneType: 'num', type: 'array' })[0];
  const all = pinyin(character, { toneType: 'num', multiple: true, type: 'array' });
  const further = all.filter((one) => isInUse(character, one));
  const readings = [...new Set([usual, ...further])].filter((one) => /^[a-zü]+\d$/.test(one)).slice(0, 3);
  return readings.length === 0 ? [] : [`${character}${readings.join(' ')}`];
});
writeFileSync(new URL('readings.json', data), `${JSON.stringify(lines, null, 0).replaceAll('","', '",\n"')}\n`);
console.log(lines.length, 'characters with readings');
