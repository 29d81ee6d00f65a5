import type { SenseDictionary } from '../sense/senses.ts';
import { quoted, type Said } from './say.ts';

/** Words of one meaning: a translation, or a synonym. */
export function senseEvidence(query: string, mark: string, senses: SenseDictionary): Said | undefined {
  const relation = senses.relation(query, mark);
  if (relation === undefined) return undefined;
  return relation === 'translation'
    ? {
        zh: `${quoted(query)}与${quoted(mark)}互为中外文对应词，含义相同`,
        en: `${query} and ${mark} translate each other`,
      }
    : { zh: `${quoted(query)}与${quoted(mark)}含义相同或基本相同`, en: `${query} and ${mark} mean the same` };
}
