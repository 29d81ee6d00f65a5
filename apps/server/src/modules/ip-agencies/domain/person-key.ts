import { parsePatentAttorneyNumber } from '@jince/identifiers';
import { nameKeyOf } from './agency-name.ts';

export interface PersonNumbers {
  readonly name: string;
  readonly qualificationNo?: string | null | undefined;
  readonly practiceNo?: string | null | undefined;
  /** What the row names the agency by: code, unified code or name. */
  readonly agency: string;
}

const numberOf = (text: string): string => {
  const parsed = parsePatentAttorneyNumber(text);
  return parsed.ok ? parsed.value : text.replace(/\s/g, '').toUpperCase();
};

/** Who a row speaks of: the number of qualification, else of practice, else the name at this agency and nowhere else. */
export function personKeyOf({ name, qualificationNo, practiceNo, agency }: PersonNumbers): string {
  if (qualificationNo) return `q:${numberOf(qualificationNo)}`;
  if (practiceNo) return `p:${numberOf(practiceNo)}`;
  return `n:${nameKeyOf(name)}@${nameKeyOf(agency)}`;
}
