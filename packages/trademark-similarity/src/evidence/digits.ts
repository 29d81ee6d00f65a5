import { LUCKY_DIGIT, READ_DIGIT, type Relation } from '../signs/relations.ts';
import { quoted, type Said } from './say.ts';

/** A digit and the character it is read as (88 八八), or that it stands for by its sound (88 发发). */
export function digitEvidence(a: string, b: string, relation: Relation): Said | undefined {
  if (relation !== READ_DIGIT && relation !== LUCKY_DIGIT) return undefined;
  const [digit, sign] = /\d/.test(a) ? [a, b] : [b, a];
  return relation === READ_DIGIT
    ? { zh: `数字“${digit}”读作${quoted(sign)}`, en: `${digit} is read ${sign}` }
    : { zh: `数字“${digit}”为${quoted(sign)}的谐音写法`, en: `${digit} stands for ${sign} by its sound` };
}
