import type { MarkAnswer } from '../../../trademark-search/index.ts';
import type { MarkWords } from '../../words/marks.ts';

/** The answer of a search in one sentence. */
export function verdictOf({ verdict, counts }: Pick<MarkAnswer, 'verdict' | 'counts'>, words: MarkWords): string {
  if (verdict === 'identical') return words.verdictIdentical(counts.identical, counts.near);
  if (verdict === 'near') return words.verdictNear(counts.near, counts.arguable);
  if (verdict === 'arguable') return words.verdictArguable(counts.arguable);
  return verdict === 'clear' ? words.verdictClear : words.verdictNone;
}
