/** Signs that are not seen and do not part a word. */
const UNSEEN = String.raw`[\s\p{Cf}\p{Cc}]*`;
const LATIN = /^[a-z]/;
const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase();
const bare = (text: string): string => text.replace(/[\s\p{Cf}\p{Cc}]+/gu, '');

/** Letters count as whole words alone: `newton` holds no `wto`. */
function holdsLatin(plain: string, word: string): boolean {
  const letters = [...word].map((sign) => sign.replace(/[^\p{L}\p{N}]/u, String.raw`\$&`)).join(UNSEEN);
  return new RegExp(`(?<![a-z])${letters}(?![a-z])`, 'u').test(plain);
}

export type WordMatch = 'contains' | 'starts' | 'whole';

/** The longest of some words (lower case) that a text holds, begins with, or is; width, case, blanks and unseen signs do not count. */
export function findWord(text: string, words: readonly string[], match: WordMatch = 'contains'): string | undefined {
  const plain = plainOf(text);
  const signs = bare(plain);
  const holds = (word: string): boolean => {
    if (match === 'whole') return signs === word;
    if (match === 'starts') return signs.startsWith(word);
    return LATIN.test(word) ? holdsLatin(plain, word) : signs.includes(word);
  };
  return words.filter(holds).sort((a, b) => b.length - a.length)[0];
}
