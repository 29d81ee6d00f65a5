import type { Change } from '../compare/changes.ts';
import {
  glyphOfRelation,
  LOOKS_LETTER,
  LUCKY_DIGIT,
  READ_DIGIT,
  SOUNDS_LETTER,
  soundOfRelation,
} from '../signs/relations.ts';
import { orderEvidence } from './order.ts';
import { repetitionEvidence } from './repetition.ts';

/** Kinds of evidence by which two marks are close, for whoever wants one word each: the reasons say the rest. */
export type EvidenceKind =
  | 'same'
  | 'form'
  | 'sound'
  | 'sense'
  | 'order'
  | 'extent'
  | 'weak'
  | 'repetition'
  | 'digits'
  | 'letters'
  | 'split';

const OF_WAYS: Readonly<Record<string, EvidenceKind>> = {
  split: 'split',
  letters: 'sound',
  translation: 'sense',
  synonym: 'sense',
};

function kindsOfChange(change: Change): EvidenceKind[] {
  if (change.kind === 'swapped') return ['order'];
  if (change.kind !== 'pair') return [change.weak ? 'weak' : 'extent'];
  const { relation } = change;
  if (relation === READ_DIGIT || relation === LUCKY_DIGIT) return ['digits'];
  if (relation === LOOKS_LETTER || relation === SOUNDS_LETTER) return ['letters'];
  if (/^[a-z]$/.test(change.query) && /^[a-z]$/.test(change.mark)) return ['letters'];
  const kinds: EvidenceKind[] = [];
  if (soundOfRelation(relation) > 0) kinds.push('sound');
  if (glyphOfRelation(relation) > 0) kinds.push('form');
  return kinds;
}

/** By what a mark comes close to a query, each kind once, in the order met. */
export function listKinds(
  query: string,
  mark: string,
  { changes, way }: { readonly changes: readonly Change[]; readonly way: string | undefined },
): EvidenceKind[] {
  if (query === '' || mark === '') return [];
  if (query === mark) return ['same'];
  const ofWay = way === undefined ? undefined : OF_WAYS[way];
  if (ofWay !== undefined) return [ofWay];
  if (orderEvidence(query, mark) !== undefined) return ['order'];
  if (repetitionEvidence(query, mark) !== undefined) return ['repetition'];
  return [...new Set(changes.flatMap(kindsOfChange))];
}
