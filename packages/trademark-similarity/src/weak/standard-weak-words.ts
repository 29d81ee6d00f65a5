import lists from '../data/weak-words.json' with { type: 'json' };
import { WeakWordList, type WeakWords } from './weak-words.ts';

/** Weak words of any trade: 牌, 老, 正宗, legal forms. Places and names of goods are added by the caller. */
export const standardWeakWords = lists as readonly WeakWords[];

let known: WeakWordList | undefined;
export function standardWeakWordList(): WeakWordList {
  known ??= new WeakWordList(standardWeakWords);
  return known;
}
