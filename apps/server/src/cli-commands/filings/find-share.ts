import { NearDuplicateIndex, type NearDuplicatePair, type TextDocument } from '@jince/filing-signals';

/** One thread's share of the pairs: those of every second filing. Both threads hold the whole index. */
export function findShare(documents: readonly TextDocument[], part: number, of: number): NearDuplicatePair[] {
  return new NearDuplicateIndex(documents).pairs({ part, of });
}
