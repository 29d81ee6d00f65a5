import type { Edit } from '../compare/edit-channel.ts';
import type { NameRecord } from '../match/name-records.ts';
import type { MentionName, NameScore } from './score-record.ts';

/** Why a likely candidate may still not be linked without a person; undefined when nothing stands against it. */
export interface Guard {
  level: string;
  text: string;
}

const apart = new Set(['sibling', 'apart', 'town-apart', 'narrower']);

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
  const slipped = (score.core === 'edited' || score.core === 'whole') && edits.length === 1;
  if ((x.branch !== '') !== (y.branch !== '') && !slipped) {
    return { level: 'branch', text: '分支机构与其总公司不是同一登记主体，须人工确认' };
  }
  if (apart.has(score.place) && !addressAgrees) {
    return { level: 'place', text: '同名而地名不同，可能是另一家企业' };
  }
  if (score.core === 'different') return { level: 'name', text: '名称差别较大' };
  if (score.core === 'tail') return { level: 'trade', text: '字号相同而行业用语不同或有省略，可能是另一家企业' };
  if (score.place !== 'same' && mention.brandLength === 0 && x.branch === '' && !addressAgrees) {
    return { level: 'brand', text: '名称没有字号，只凭行业用语不能认定' };
  }
  if (score.form === 'other') return { level: 'form', text: '组织形式不同类，可能是另一家企业' };
  return findEditGuard(mention, record, score, edits);
}

const isPlain = (edit: Edit): boolean => edit.kind === 'substitution' && edit.how === 'none';

/** Slips are forgiven; what tells sister firms apart is not. */
function findEditGuard(
  mention: MentionName,
  record: NameRecord,
  score: NameScore,
  edits: readonly Edit[],
): Guard | undefined {
  const { core, placeText, branch, head } = record.parts;
  const brandFrom = score.core === 'whole' ? placeText.length : 0;
  const brandTo = brandFrom + record.brandLength;
  const inName = edits.filter((edit) => edit.at >= brandFrom);
  if (inName.some((edit) => tellsApart(edit, brandFrom, brandTo))) {
    return { level: 'contrast', text: '数字、方位或大小字不同，通常是另一家企业' };
  }
  if (branch !== '') {
    const tailFrom = brandFrom + head.length - placeText.length;
    const inTail = inName.some((edit) => isPlain(edit) && edit.at >= tailFrom);
    if (!inTail && edits.length < 2) return undefined;
    return { level: 'branch', text: '分支机构名称不同，可能是同一企业的另一分支' };
  }
  if (edits.length > 2 || (edits.length === 2 && (core.length < 5 || inName.some(isPlain)))) {
    return { level: 'edit', text: '差异字数较多' };
  }
  const inPlace = edits.length > inName.length && edits.some(isPlain);
  if (inPlace && placeText.length < 3 && mention.parts.unknownPlace !== '') {
    return { level: 'place', text: '地名有一字不同，可能是另一地的企业' };
  }
  const inBrand = inName.filter((edit) => edit.at < brandTo);
  if (inBrand.some(isPlain) && record.brandLength < 5) {
    return { level: 'plain', text: '字号有一字既不形近也不音近，可能是另一家企业' };
  }
  if (inBrand.some((edit) => edit.kind === 'swap' && edit.at === brandFrom) && record.brandLength === 2) {
    return { level: 'swap', text: '两字字号颠倒，可能是另一家企业' };
  }
  return undefined;
}

/** A numeral, direction or size changed; or one put before or behind the brand, as sister firms do (新恒力, 恒力二). */
function tellsApart(edit: Edit, brandFrom: number, brandTo: number): boolean {
  if (edit.how !== 'contrast') return false;
  return edit.kind === 'substitution' || edit.at === brandFrom || edit.at === brandTo;
}

const numerals = /[一二三四五六七八九十百千0-9]/;

/**
 * Is it certain that this is another party, so that nobody need look? A different numeral (第四 for 第二), or no character
 * of the brand in common.
 */
export function isAnotherParty(record: NameRecord, score: NameScore, edits: readonly Edit[]): boolean {
  const numeral = (edit: Edit): boolean => numerals.test(edit.registered) && numerals.test(edit.mentioned);
  if (edits.some((edit) => edit.kind === 'substitution' && edit.how === 'contrast' && numeral(edit))) return true;
  if (score.core !== 'edited' || record.brandLength < 2) return false;
  const replaced = edits.filter((edit) => isPlain(edit) && edit.at < record.brandLength).length;
  return replaced >= record.brandLength;
}
