// What each feature takes off a mark's being near, as the guidelines weigh it (see README): used by calibrate.mjs.
import { FEATURES } from '../src/compare/features.ts';
import { glyphOfRelation, RELATIONS, soundOfRelation } from '../src/signs/relations.ts';

const SOUND = [9, 1.1, 0.45, 0.4];
const GLYPH = [9, 2, 1.4, 1.05, 0.6, 0.5];
const OTHERS = {
  'added first': 2.3,
  'added last': 2.1,
  'added inside': 2.1,
  'omitted first': 2.3,
  'omitted last': 2.1,
  'omitted inside': 2.1,
  'added weak': 0.4,
  'omitted weak': 0.4,
  swapped: 0.6,
  'first sign unlike': 0.3,
  'changes beyond one': 0.1,
  repeated: 0.5,
  reordered: 0.9,
  'added beyond one': 0.2,
  'omitted beyond one': 0.2,
  'split or joined': 0.8,
  'letters for characters': 1.5,
  translated: 0.9,
  synonym: 1.5,
  'letters added': 1.9,
  'letters omitted': 1.9,
  'heard beyond one': 0.05,
  'added generic': 0.2,
  'omitted generic': 0.2,
  'weak and changed': 0.7,
  'weak on both': 0.7,
  'added around': 0.5,
  'omitted around': 0.5,
  'one sign of several': 2,
  'other script added': 0.9,
  'other script omitted': 0.9,
};
const relation = (r) => {
  if (r === 0) return 2.6;
  if (r === 1) return 0;
  if (r >= 26) return [0.4, 0.6, 0.8, 0.8, 1.2, 2.4][r - 26];
  return Math.min(SOUND[soundOfRelation(r)], GLYPH[glyphOfRelation(r)]);
};
export const distance = FEATURES.map((name, at) => (at < RELATIONS ? relation(at) : OTHERS[name]));
