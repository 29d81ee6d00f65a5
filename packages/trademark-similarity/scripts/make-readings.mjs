// Writes src/data/readings.json: Mandarin syllable with tone → the GB 2312 characters read so (pinyin-pro, MIT).
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const decoder = new TextDecoder('gb18030');
const bySyllable = new Map();
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = decoder.decode(Uint8Array.of(high, low));
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    for (const reading of new Set(pinyin(character, { toneType: 'num', multiple: true, type: 'array' })))
      bySyllable.set(reading, (bySyllable.get(reading) ?? '') + character);
  }
const sorted = Object.fromEntries([...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(new URL('../src/data/readings.json', import.meta.url), `${JSON.stringify(sorted, null, 1)}\n`);
console.log(bySyllable.size);
