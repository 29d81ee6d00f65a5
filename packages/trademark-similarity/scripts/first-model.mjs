// Writes start-model.json, from which learning starts: prices, weights and calibration by hand.
import { writeFileSync } from 'node:fs';
import { FEATURES, LENGTHS } from '../src/compare/features.ts';
import { glyphOfRelation, RELATIONS, soundOfRelation } from '../src/signs/relations.ts';
import { distance } from './first-distance.mjs';

/** Digits read and meant, letters that look, sound, are vowels, have nothing in common. */
const SPECIAL = [0.15, 0.2, 0.2, 0.2, 0.25, 0.7];
const relations = Array.from({ length: RELATIONS }, (_, relation) => {
  if (relation <= 1) return 1 - relation;
  if (relation >= 26) return SPECIAL[relation - 26];
  const sound = [1, 0.4, 0.18, 0.1][soundOfRelation(relation)];
  const glyph = [1, 0.55, 0.45, 0.35, 0.25, 0.15][glyphOfRelation(relation)];
  return Math.min(sound, glyph) - (sound < 1 && glyph < 1 ? 0.04 : 0);
});
const WEIGHTS = {
  'added weak': -1.2,
  'omitted weak': -1.2,
  swapped: -1,
  'first sign unlike': -0.5,
  'changes beyond one': -2,
  repeated: -1,
  reordered: -1.8,
  'split or joined': -1.4,
  'letters for characters': -1.6,
  translated: -1.4,
  synonym: -1.8,
  'letters added': -1.6,
  'letters omitted': -1.6,
  'heard beyond one': -0.6,
  'added generic': -0.5,
  'omitted generic': -0.5,
  'weak and changed': -1.2,
  'weak on both': -1.2,
  'added around': -0.6,
  'omitted around': -0.6,
  'one sign of several': -8,
  'other script added': -1.2,
  'other script omitted': -1.2,
};
const weights = FEATURES.map((name, at) =>
  at >= RELATIONS ? (WEIGHTS[name] ?? -3) : at >= 28 ? -5 * relations[at] + 0.1 : -6 * relations[at],
);
const model = {
  version: 'start',
  learned: '',
  tables: '2026-11-23.3',
  withoutGeneric: true,
  countsRuns: true,
  alignment: { relations, gap: 0.55, swap: 0.3 },
  features: FEATURES,
  weights: Array.from({ length: LENGTHS }, () => weights),
  calibration: Array.from({ length: LENGTHS }, () => ({ a: 1, b: 3.5 })),
  arguable: 0.5,
  distance,
};
writeFileSync(new URL('./start-model.json', import.meta.url), `${JSON.stringify(model)}\n`);
