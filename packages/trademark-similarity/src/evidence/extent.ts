import type { Change } from '../compare/changes.ts';
import type { WeakWordList } from '../weak/weak-words.ts';
import { quoted, type Said } from './say.ts';

const KINDS = {
  place: { zh: '地名', en: 'a place name' },
  goods: { zh: '商品通用名称', en: 'a generic name of goods' },
  quality: { zh: '描述性词语', en: 'a description' },
  prefix: { zh: '显著性弱的修饰词', en: 'a weak prefix' },
  suffix: { zh: '显著性弱的后缀', en: 'a weak suffix' },
  form: { zh: '组织形式', en: 'a legal form' },
} as const;
const PLACES = { first: '在前', last: '在后', inside: '在中间' } as const;

/** What one mark has more than the other, and whether that sets it apart. */
export function extentEvidence(change: Change, weakWords: WeakWordList): Said | undefined {
  if (change.kind !== 'added' && change.kind !== 'omitted') return undefined;
  const whose = change.kind === 'added' ? '引证商标' : '查询商标';
  const kind = change.weak ? weakWords.kindOf(change.text) : undefined;
  const weak = kind === undefined ? undefined : KINDS[kind];
  const en = `${change.kind === 'added' ? 'the earlier mark' : 'the query'} adds ${change.text}`;
  if (weak !== undefined) return { zh: `${whose}仅多出${weak.zh}${quoted(change.text)}`, en: `${en}, ${weak.en}` };
  if (change.weak) return { zh: `${whose}仅多出缺乏显著性的${quoted(change.text)}`, en: `${en}, weak words` };
  return { zh: `${whose}${PLACES[change.where]}多出${quoted(change.text)}`, en };
}
