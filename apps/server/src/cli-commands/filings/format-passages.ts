import { listPassages, type Passage, type TextDocument } from '@jince/filing-signals';

const partNames = { title: '名称', abstract: '摘要' } as const;
const NOTHING = '没有连续相同的文字，词语和句式相近';

/**
 * What two filings have in common, to be read: `名称 3-9=2-8“……”；摘要 …`. Positions are characters of the title or
 * abstract of the first and of the second filing, counted from 1, both ends included.
 */
export function formatPassages(a: TextDocument, b: TextDocument): string {
  const passages = listPassages(a, b);
  return passages.length === 0 ? NOTHING : passages.map(formatPassage).join('；');
}

function formatPassage({ part, text, a, b }: Passage): string {
  const span = ({ start, end }: Passage['a']): string => `${start + 1}-${end}`;
  return `${partNames[part]} ${span(a)}=${span(b)}“${text.replace(/\s+/g, ' ')}”`;
}
