import { type Relation, SAME } from '../signs/relations.ts';
import { textOf } from '../text/normalise-mark.ts';
import { WEAKNESS } from '../weak/weak-words.ts';
import { type Aligner, STEP } from './align.ts';
import type { MarkSpan } from './features.ts';

/** What was done to a query to get to a mark. Signs are those compared: simplified, lower case. `at` counts from 1. */
export type Change =
  | {
      readonly kind: 'pair';
      readonly query: string;
      readonly mark: string;
      readonly at: number;
      readonly relation: Relation;
    }
  | {
      readonly kind: 'added' | 'omitted';
      readonly text: string;
      readonly at: number;
      readonly where: Where;
      readonly weak: boolean;
    }
  | { readonly kind: 'swapped'; readonly query: string; readonly mark: string; readonly at: number };
export type Where = 'first' | 'last' | 'inside';

/** Changes of the aligner's last comparison, in order; signs more or less that follow each other are one change. */
export function listChanges(aligner: Aligner, queryWeak: Uint8Array, mark: MarkSpan): Change[] {
  const changes: Change[] = [];
  const [n, m] = [aligner.query.length, mark.end - mark.start];
  for (let step = aligner.length - 1; step >= 0; step--) {
    const [kind, relation] = [aligner.steps[step] as number, aligner.relations[step] as number];
    const [i, j] = [aligner.queryAt[step] as number, aligner.markAt[step] as number];
    if (kind === STEP.pair) {
      if (relation === SAME) continue;
      changes.push({
        kind: 'pair',
        query: textOf([aligner.query[i] as number]),
        mark: textOf([mark.units[mark.start + j] as number]),
        at: i + 1,
        relation,
      });
    } else if (kind === STEP.swap) {
      changes.push({
        kind: 'swapped',
        query: textOf(aligner.query.subarray(i, i + 2)),
        mark: textOf(mark.units.subarray(mark.start + j, mark.start + j + 2)),
        at: i + 1,
      });
    } else {
      const added = kind === STEP.added;
      const [place, length] = added ? [j, m] : [i, n];
      const code = added ? (mark.units[mark.start + j] as number) : (aligner.query[i] as number);
      const weak = (added ? mark.weak[mark.start + j] : queryWeak[i]) !== WEAKNESS.none;
      const before = changes.at(-1);
      const known = added ? 'added' : 'omitted';
      const follows = before?.kind === known && before.weak === weak && before.at + before.text.length === place + 1;
      if (follows) {
        changes[changes.length - 1] = {
          ...before,
          text: before.text + textOf([code]),
          where: place === length - 1 && before.where !== 'first' ? 'last' : before.where,
        };
      } else {
        const where = place === 0 ? 'first' : place === length - 1 ? 'last' : 'inside';
        changes.push({ kind: known, text: textOf([code]), at: place + 1, where, weak });
      }
    }
  }
  return changes;
}
