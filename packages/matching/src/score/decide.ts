import type { Edit } from '../compare/edit-channel.ts';
import type { NameRecord } from '../match/name-records.ts';
import type { MentionName, NameScore } from './score-record.ts';

/** Why a likely candidate may still not be linked without a person; undefined when nothing stands against it. */
export interface Guard {
  level: string;
  text: string;
}

const apart = new Set(['sibling', 'apart', 'town-apart']);

/**
 * The rules that no amount of weight overrides: another place, another kind of party, other trade words, a branch for its
 * head, a numeral or direction changed. `addressAgrees` settles the place.
 */
export function findGuard(
  mention: MentionName,
  record: NameRecord,
  score: NameScore,
  edits: readonly Edit[],
  addressAgrees: boolean,
): Guard | undefined {
  if (score.exact) return undefined;
  const x = mention.parts;
  const y = record.parts;
  if ((x.branch !== '') !== (y.branch !== '') && x.kind !== y.kind) {
    return { level: 'branch', text: '分支机构与其总公司不是同一登记主体，须人工确认' };
  }
  if (apart.has(score.place) && !addressAgrees) {
    return { level: 'place', text: '同名而地名不同，可能是另一家企业' };
  }
  if (score.core === 'different') return { level: 'name', text: '名称差别较大' };
  if (score.core === 'tail') return { level: 'trade', text: '字号相同而行业用语不同或有省略，可能是另一家企业' };
  if (score.form === 'other') return { level: 'form', text: '组织形式不同类，可能是另一家企业' };
  if (edits.some((edit) => edit.how === 'contrast')) {
    return { level: 'contrast', text: '数字、方位或大小字不同，通常是另一家企业' };
  }
  if (edits.length > 2 || (edits.length === 2 && y.core.length < 5)) {
    return { level: 'edit', text: '差异字数较多' };
  }
  return undefined;
}
