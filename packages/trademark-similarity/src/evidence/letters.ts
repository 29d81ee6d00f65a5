import { lettersOf, soundsLikeWord } from '../signs/latin-sound.ts';
import { quoted, type Said } from './say.ts';

const codes = (text: string): Uint16Array => Uint16Array.from(text, (sign) => sign.charCodeAt(0));

/** Characters and the letters they are read as: 蓝月 and LANYUE. */
export function pinyinEvidence(query: string, mark: string): Said | undefined {
  const [a, b] = [/^[a-z]+$/.test(query), /^[a-z]+$/.test(mark)];
  if (a === b) return undefined;
  const [word, characters] = a ? [query, mark] : [mark, query];
  if (lettersOf(codes(characters)) !== word) return undefined;
  return {
    zh: `${quoted(word)}为${quoted(characters)}的汉语拼音，呼叫相同`,
    en: `${word.toUpperCase()} is ${characters} in Pinyin`,
  };
}

/** Two words in letters: how many letters differ, and whether they are said alike. */
export function wordEvidence(query: string, mark: string, different: number): Said | undefined {
  if (!/^[a-z]+$/.test(query) || !/^[a-z]+$/.test(mark) || query === mark) return undefined;
  const [x, y] = [query.toUpperCase(), mark.toUpperCase()];
  const alike = soundsLikeWord(query, mark);
  const few = different <= Math.max(1, Math.floor(Math.max(query.length, mark.length) / 4));
  if (!few && !alike) return undefined;
  const said = alike ? '，呼叫相近' : '';
  return {
    zh: `字母构成及排列相近（${x}/${y}，${different} 个字母不同）${said}`,
    en: `${x} and ${y} differ in ${different} letters${alike ? ' and are said alike' : ''}`,
  };
}
