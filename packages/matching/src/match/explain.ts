import { describeAddress } from '../compare/address-evidence.ts';
import type { Edit } from '../compare/edit-channel.ts';
import { describeForm } from '../compare/form-evidence.ts';
import { describePlace } from '../compare/place-evidence.ts';
import { type MentionName, priorBits } from '../score/score-record.ts';
import type { MatchWeights } from '../score/weights.ts';
import type { Reason, RegisterEntry } from '../types.ts';
import type { NameRecord } from './name-records.ts';
import type { Weighed } from './weighed.ts';

export const noneReasons = {
  empty: { comparison: 'kind', level: 'empty', weight: 0, text: '名称为空' },
  person: { comparison: 'kind', level: 'person', weight: 0, text: '自然人姓名，不与企业匹配' },
  nothing: { comparison: 'guard', level: 'nothing', weight: 0, text: '登记中没有足够相近的名称' },
} as const satisfies Record<string, Reason>;

export function usccReasons(entry: RegisterEntry, written: string, contradicts: boolean): Reason[] {
  const linked: Reason = {
    comparison: 'uscc',
    level: contradicts ? 'contradicted' : 'equal',
    weight: 40,
    text: `统一社会信用代码一致（${entry.uscc}）`,
  };
  if (!contradicts) return [linked];
  const doubt: Reason = {
    comparison: 'guard',
    level: 'name',
    weight: 0,
    text: `代码一致但名称相差很大：名单“${written}”，登记“${entry.name}”，须人工确认`,
  };
  return [linked, doubt];
}

export interface Explanation {
  /** leave out what `summariseReasons` does not print. */
  brief: boolean;
  name: MentionName;
  record: NameRecord;
  weighed: Weighed;
  size: number;
  weights: MatchWeights;
  /** name of a rival candidate that takes a share of the probability. */
  rival: string | undefined;
}

/** The waterfall of one candidate; its weights sum to the log2 odds that gave the score before rivals. */
export function explainCandidate(explanation: Explanation): Reason[] {
  const { name, record, weighed, size, weights } = explanation;
  const { score } = weighed;
  const x = name.parts;
  const y = record.parts;
  const reasons: Reason[] = [nameReason(explanation)];
  if (record.former) {
    const text = `与曾用名“${y.key}”相符`;
    reasons.push({ comparison: 'former-name', level: 'former', weight: Math.log2(weights.former), text });
  }
  if (!explanation.brief) reasons.push(...coreReasons(explanation));
  else if (weighed.edits.length > 0) reasons.push(editReason(weighed));
  const full = !explanation.brief;
  if (full || score.place !== 'same')
    reasons.push({
      comparison: 'place',
      level: score.place,
      weight: score.placeBits,
      text: describePlace(score.place, x.place, y.place),
    });
  if (full || score.form !== 'same')
    reasons.push({
      comparison: 'form',
      level: score.form,
      weight: score.formBits,
      text: describeForm(score.form, x.form, y.form),
    });
  if (weighed.addressLevel && weighed.addressLevel.level !== 'none') {
    const { level, bits } = weighed.addressLevel;
    const comparison = level === 'town' ? 'town' : 'address';
    reasons.push({ comparison, level, weight: bits, text: describeAddress(level) });
  }
  if (weighed.industry) {
    const { level, bits, symbol, word } = weighed.industry;
    const text =
      level === 'fits' ? `专利分类 ${symbol} 与经营范围相符（${word}）` : `经营范围看不出与专利分类 ${symbol} 有关`;
    reasons.push({ comparison: 'industry', level, weight: bits, text });
  }
  if (full) {
    const prior = priorBits(size, weights);
    reasons.push({ comparison: 'prior', level: 'prior', weight: prior, text: `登记主体共 ${size} 户，先验很小` });
  }
  if (explanation.rival) {
    const text = `另有相近登记“${explanation.rival}”`;
    reasons.push({ comparison: 'competition', level: 'rival', weight: 0, text });
  }
  const { guard } = weighed;
  if (guard) reasons.push({ comparison: 'guard', level: guard.level, weight: 0, text: guard.text });
  return reasons;
}

function nameReason({ name, record, weighed }: Explanation): Reason {
  const { score } = weighed;
  const reason = (level: string, text: string): Reason => ({ comparison: 'name', level, weight: 0, text });
  if (score.exact) return reason('exact', record.former ? '与登记的曾用名完全一致' : '名称完全一致');
  if (score.core === 'equal') return reason('core', `去掉地名和组织形式后一致（${name.parts.core}）`);
  if (score.core === 'tail') return reason('tail', `名称互为简称（${name.parts.core}／${record.parts.core}）`);
  if (score.core === 'different') return reason('different', '名称部分相同');
  return reason('near', `名称相近（登记为“${record.parts.key}”）`);
}

/** Brand and trade carry the improbability of their words (term frequency); the slips are taken off in their own line. */
function coreReasons({ name, record, weighed, size }: Explanation): Reason[] {
  const x = name.parts.core;
  const brandLength = Math.min(name.brandLength, x.length);
  const brandBits = name.bits[Math.min(brandLength, name.bits.length - 1)]!;
  const tradeBits = name.coreBits - brandBits;
  const brand = x.slice(0, brandLength);
  const trade = x.slice(brandLength);
  const same = record.parts.core.startsWith(brand) && brand !== '';
  const reasons: Reason[] = [];
  const oneIn = (bits: number): string => describeRarity(bits, size);
  if (brand !== '') {
    const text = `字号${same ? '一致' : '相近'}（${brand}，${oneIn(brandBits)}）`;
    reasons.push({ comparison: 'brand', level: same ? 'equal' : 'near', weight: brandBits, text });
  }
  if (trade !== '' || brand === '') {
    const equal = record.parts.core.endsWith(trade);
    const text = `行业用语${equal ? '一致' : '不同'}（${trade || '无'}，${oneIn(tradeBits)}）`;
    reasons.push({ comparison: 'trade', level: equal ? 'equal' : 'different', weight: tradeBits, text });
  } else {
    reasons.push({ comparison: 'trade', level: 'absent', weight: tradeBits, text: '名单未写行业用语' });
  }
  reasons.push(editReason(weighed));
  return reasons;
}

function editReason(weighed: Weighed): Reason {
  const text = weighed.edits.length > 0 ? weighed.edits.map(describeEdit).join('，') : editSummary(weighed);
  return { comparison: 'edit', level: weighed.score.core, weight: weighed.score.editBits, text };
}

function describeRarity(bits: number, size: number): string {
  const oneIn = 2 ** Math.min(60, bits);
  if (oneIn > size) return '罕见';
  return oneIn < 2 ? '很常见' : `约每 ${Math.round(oneIn)} 户一户`;
}

function editSummary({ score }: Weighed): string {
  if (score.core === 'equal') return '字面无差错';
  return score.core === 'tail' ? '省略或增加了用语' : '字面差别大';
}

function describeEdit(edit: Edit): string {
  const how = { sound: '音近', shape: '形近', contrast: '含义相对', none: '' }[edit.how];
  if (edit.kind === 'substitution') return `“${edit.registered}”写作“${edit.mentioned}”${how && `（${how}）`}`;
  if (edit.kind === 'deletion') return `漏写“${edit.registered}”`;
  if (edit.kind === 'insertion') return `多写“${edit.mentioned}”`;
  return `“${edit.registered}”颠倒为“${edit.mentioned}”`;
}
