import type { Change } from '../compare/changes.ts';
import type { Level } from '../compare/model.ts';
import type { SenseDictionary } from '../sense/senses.ts';
import type { WeakWordList } from '../weak/weak-words.ts';
import { digitEvidence } from './digits.ts';
import { extentEvidence } from './extent.ts';
import { glyphEvidence } from './glyph.ts';
import { pinyinEvidence, wordEvidence } from './letters.ts';
import { orderEvidence } from './order.ts';
import { repetitionEvidence } from './repetition.ts';
import { numeral, ordinal, quoted, type Said, shown, writtenApart } from './say.ts';
import { senseEvidence } from './sense.ts';
import { readingOfText, soundEvidence } from './sound.ts';
import { splitEvidence } from './split.ts';

export interface ComparedFacts {
  readonly queryText: string;
  readonly markText: string;
  readonly query: string;
  readonly mark: string;
  readonly distinctive: { readonly query: string; readonly mark: string };
  readonly changes: readonly Change[];
  readonly way: string | undefined;
  readonly level: Level;
}
type Pair = Extract<Change, { kind: 'pair' }>;

const join = (parts: readonly Said[]): Said => ({
  zh: parts.map(({ zh }) => zh).join('，'),
  en: parts.map(({ en }) => en).join('; '),
});

/** Why two marks are close, as an examiner would put it: what is the same, then what alone differs. */
export function writeReasons(facts: ComparedFacts, weakWords: WeakWordList, senses: SenseDictionary): Said {
  const { query, mark, changes } = facts;
  if (query === '' || mark === '') return { zh: '没有可比对的文字', en: 'no text to compare' };
  if (query === mark) return identical(facts);
  if (facts.way !== undefined) return throughWay(facts, senses);
  const whole = orderEvidence(query, mark) ?? repetitionEvidence(query, mark);
  if (whole !== undefined) return whole;
  const pairs = changes.filter((change): change is Pair => change.kind === 'pair');
  if (pairs.length === changes.length && query.length === mark.length && !/^[a-z]+$/.test(query))
    return replaced(facts, pairs);
  const word = wordEvidence(
    query,
    mark,
    changes.reduce((sum, change) => sum + sizeOf(change), 0),
  );
  if (word !== undefined) return word;
  return general(facts, pairs, weakWords);
}

const sizeOf = (change: Change): number => ('text' in change ? change.text.length : change.kind === 'swapped' ? 2 : 1);

function identical({ queryText, markText }: ComparedFacts): Said {
  const apart = queryText.trim() === markText.trim() ? undefined : writtenApart(queryText.trim(), markText.trim());
  if (apart === undefined) return { zh: '两商标文字相同', en: 'the marks are the same' };
  return { zh: `两商标文字相同，仅${apart.zh}有别`, en: `the marks are the same but for ${apart.en}` };
}

function throughWay({ query, mark, distinctive }: ComparedFacts, senses: SenseDictionary): Said {
  const said =
    splitEvidence(query, mark) ??
    senseEvidence(query, mark, senses) ??
    senseEvidence(distinctive.query, distinctive.mark, senses) ??
    senseEvidence(distinctive.query, mark, senses);
  if (said === undefined)
    return pinyinEvidence(query, mark) ?? { zh: '含义或呼叫对应', en: 'they correspond in meaning or sound' };
  const whole = splitEvidence(query, mark) ?? senseEvidence(query, mark, senses);
  return whole === undefined
    ? join([said, ...restOf(query, distinctive.query, '查询商标'), ...restOf(mark, distinctive.mark, '引证商标')])
    : said;
}

/** That a mark has weak words besides what was compared. */
function restOf(whole: string, part: string, whose: '查询商标' | '引证商标'): Said[] {
  if (whole === part || !whole.includes(part)) return [];
  return [
    {
      zh: `${whose}${quoted(whole)}的其余文字显著性弱`,
      en: `what else ${whole} holds is weak`,
    },
  ];
}

const place = ({ at }: Pair, length: number): Said =>
  at === 1 && length > 1
    ? { zh: '首字', en: 'first sign' }
    : at === length && length > 1
      ? { zh: length === 2 ? '第二字' : '末字', en: length === 2 ? 'second sign' : 'last sign' }
      : { zh: `第${numeral(at)}字`, en: `${ordinal(at)} sign` };

/** How two signs in the same place are taken for each other, or that they are not. */
function likeness(pair: Pair): Said {
  const [a, b] = [pair.query.charCodeAt(0), pair.mark.charCodeAt(0)];
  const digit = digitEvidence(pair.query, pair.mark, pair.relation);
  if (digit !== undefined) return digit;
  const [sound, glyph] = [soundEvidence(a, b), glyphEvidence(a, b)];
  const strong = glyph !== undefined && (glyph.degree >= 2 || sound === undefined) ? glyph : undefined;
  if (sound !== undefined && strong !== undefined) return join([sound, strong]);
  return sound ?? strong ?? { zh: '字形、读音均不同', en: 'differ in form and sound' };
}

/** Digits are told of as such; other pairs with both signs. */
const saidOf = (pair: Pair): string =>
  digitEvidence(pair.query, pair.mark, pair.relation)?.zh ??
  `${quoted(pair.query)}与${quoted(pair.mark)}${likeness(pair).zh}`;

/** Same length, some signs replaced. */
function replaced({ query, mark }: ComparedFacts, pairs: readonly Pair[]): Said {
  const sounds = pairs.map((pair) => soundEvidence(pair.query.charCodeAt(0), pair.mark.charCodeAt(0)));
  const differ = pairs.map((pair) => `${shown(pair.query)}/${shown(pair.mark)}`);
  const places = pairs.map((pair) => place(pair, query.length));
  const where: Said = { zh: places.map(({ zh }) => zh).join('、'), en: places.map(({ en }) => en).join(' and ') };
  const reading = readingOfText(query);
  if (sounds.every((sound) => sound?.degree === 'same') && reading !== undefined) {
    const glyphs = pairs.map((pair) => glyphEvidence(pair.query.charCodeAt(0), pair.mark.charCodeAt(0)));
    const close = glyphs.length === 1 && (glyphs[0]?.degree ?? 0) >= 2 ? glyphs[0] : undefined;
    const full = pairs.length === query.length && query.length > 1;
    const said = full ? '各字均为同音字' : `仅${where.zh}不同（${differ.join('、')}）`;
    return {
      zh: `两商标读音相同（${reading}），${said}${close === undefined ? '' : `，且${close.zh}`}`,
      en: `the marks sound the same (${reading}), only the ${where.en} ${pairs.length > 1 ? 'differ' : 'differs'} (${differ.join(', ')})${close === undefined ? '' : ` and they ${close.en}`}`,
    };
  }
  const kept = query.length - pairs.length;
  const rest = kept === 0 ? '' : `，其余${kept === 1 ? '' : numeral(kept)}字及排列相同`;
  const details = new Set(pairs.map(saidOf));
  return {
    zh: `两商标${kept === 0 ? '各字对应相近' : `仅${where.zh}不同`}：${[...details].join('；')}${rest}`,
    en: `only the ${where.en} ${pairs.length > 1 ? 'differ' : 'differs'}: ${pairs.map((pair) => `${pair.query}/${pair.mark} ${likeness(pair).en}`).join('; ')} (${query}/${mark})`,
  };
}

/** Signs more or less, swapped, replaced together. */
function general(facts: ComparedFacts, pairs: readonly Pair[], weakWords: WeakWordList): Said {
  const { query, mark, changes, distinctive } = facts;
  const extents = changes.flatMap((change) => extentEvidence(change, weakWords) ?? []);
  const weakOnly = changes.every((change) => 'weak' in change && change.weak);
  if (weakOnly)
    return join([
      {
        zh: `两商标显著识别部分同为${quoted(distinctive.query === distinctive.mark ? distinctive.query : common(query, mark))}`,
        en: `both are ${distinctive.query} in what sets them apart`,
      },
      ...(extents.length > 1 ? extents.map(besides) : extents),
    ]);
  const alone = changes.length === 1 ? extents[0] : undefined;
  const opening = mark.includes(query)
    ? { zh: `引证商标完整包含${quoted(query)}`, en: `the earlier mark contains ${query} whole` }
    : query.includes(mark)
      ? { zh: `查询商标完整包含引证商标${quoted(mark)}`, en: `the query contains the earlier mark ${mark} whole` }
      : { zh: `两商标文字构成相近`, en: `the marks are of nearly the same signs` };
  const swaps = changes.flatMap((change) =>
    change.kind === 'swapped'
      ? [
          {
            zh: `${quoted(change.query)}与${quoted(change.mark)}仅顺序颠倒`,
            en: `${change.query}/${change.mark} are swapped`,
          },
        ]
      : [],
  );
  const details = pairs.map(
    (pair): Said => ({
      zh: `${quoted(pair.query)}与${quoted(pair.mark)}${likeness(pair).zh}`,
      en: `${pair.query}/${pair.mark} ${likeness(pair).en}`,
    }),
  );
  return join([
    opening,
    ...swaps,
    ...details,
    ...(alone === undefined ? extents.map(besides) : [solely(alone, mark.includes(query) || query.includes(mark))]),
  ]);
}

/** The one thing that differs; whose it is was said already where one mark holds the other whole. */
const solely = ({ zh, en }: Said, holds: boolean): Said => ({
  zh: holds ? zh.replace(/^..商标仅?/, '仅') : zh.replace(/^(..商标)(在.{1,2})?多出/, '$1仅$2多出'),
  en,
});
/** One thing among several that differ is not the only one. */
const besides = ({ zh, en }: Said): Said => ({ zh: zh.replace('仅多出', '另多出'), en });

const common = (a: string, b: string): string => (a.includes(b) ? b : b.includes(a) ? a : a);
