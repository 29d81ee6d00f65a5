// Writes the model from which learning starts: prices by hand, weights from them.
import { writeFileSync } from 'node:fs';
import { FEATURES, LENGTHS } from '../src/compare/features.ts';
import { glyphOfRelation, RELATIONS, soundOfRelation } from '../src/signs/relations.ts';

const relations = Array.from({ length: RELATIONS }, (_, r) => {
  if (r === 0) return 1;
  if (r === 1) return 0;
  if (r >= 26) return [0.15, 0.2, 0.3, 0.35, 0.4][r - 26];
  const s = [1, 0.4, 0.18, 0.1][soundOfRelation(r)],
    g = [1, 0.55, 0.45, 0.35, 0.25, 0.15][glyphOfRelation(r)];
  return Math.min(s, g) - (s < 1 && g < 1 ? 0.04 : 0);
});
const w = FEATURES.map((name, i) =>
  i < RELATIONS
    ? -6 * relations[i]
    : name.includes('weak')
      ? -1.5
      : name === 'swapped'
        ? -1
        : name === 'first sign unlike'
          ? -0.5
          : name === 'changes beyond one'
            ? -2
            : name === 'repeated'
              ? -1
              : name === 'reordered'
                ? -2
                : /added|omitted/.test(name)
                  ? -3
                  : -1.5,
);
writeFileSync(
  new URL('../src/models/start.json', import.meta.url),
  JSON.stringify({
    version: 'start',
    learned: '',
    alignment: { relations, gap: 0.55, swap: 0.3 },
    features: FEATURES,
    weights: Array.from({ length: LENGTHS }, () => w),
    calibration: Array.from({ length: LENGTHS }, () => ({ a: 1, b: 4 })),
    levels: { near: 0.7, arguable: 0.4 },
  }),
);
