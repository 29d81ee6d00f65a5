import type { AidConflict } from '@jince/contract';
import { foldText } from '@jince/matching';

export interface Side {
  readonly name: string;
  readonly code: string | null;
  readonly partyId: string | null;
}

export interface Dispute {
  readonly applicant: Side;
  /** Null where nobody is named. */
  readonly opponent: Side | null;
}

/** What registers know of filings an agency made for a side. */
export interface Filings {
  readonly patents: number;
  readonly trademarks: number;
}

const bodyKey = (name: string) =>
  foldText(name)
    .toLowerCase()
    .replace(/[\s()（）·.,，。]/g, '');

/** By code where both have one, else by party, else by the name as compared. */
export function sameSide(a: Side, b: Side): boolean {
  if (a.partyId !== null && a.partyId === b.partyId) return true;
  if (a.code !== null && b.code !== null) return a.code === b.code;
  return bodyKey(a.name) !== '' && bodyKey(a.name) === bodyKey(b.name);
}

const clear = (check: string, text: string): AidConflict => ({ check, standing: 'clear', text });
const against = (check: string, text: string): AidConflict => ({ check, standing: 'conflict', text });
const unknown = (check: string, text: string): AidConflict => ({ check, standing: 'unknown', text });

/** What speaks against an expert: the same employer as one of the sides, or inventions made for one of them. */
export function judgeExpert(
  expert: { readonly name: string; readonly employer: Side },
  dispute: Dispute,
  inventions: { readonly applicant: number; readonly opponent: number },
): AidConflict[] {
  const checks: AidConflict[] = [];
  for (const [side, who] of [
    [dispute.applicant, '申请人'],
    [dispute.opponent, '被投诉方'],
  ] as const) {
    if (side === null) {
      checks.push(unknown('employer-opponent', '未载明对方，无法核对单位关系，请由其书面声明'));
      continue;
    }
    const check = who === '申请人' ? 'employer-applicant' : 'employer-opponent';
    checks.push(
      sameSide(expert.employer, side)
        ? against(check, `任职单位即${who}（${side.name}）`)
        : clear(check, `任职单位“${expert.employer.name}”与${who}不是同一单位`),
    );
    const made = who === '申请人' ? inventions.applicant : inventions.opponent;
    const inventor = who === '申请人' ? 'inventor-applicant' : 'inventor-opponent';
    checks.push(
      made > 0
        ? against(inventor, `为${who}${made}件专利的发明人（同名）`)
        : clear(inventor, `未见为${who}专利的发明人`),
    );
  }
  return checks;
}

/** What speaks against an agency: it is the opponent, or acts or acted for it. Acting for the applicant is none. */
export function judgeAgency(agency: Side, dispute: Dispute, forOpponent: Filings): AidConflict[] {
  const { opponent } = dispute;
  if (opponent === null) return [unknown('agency-opponent', '未载明对方，无法核对代理关系，请由其书面声明')];
  const checks = [
    sameSide(agency, opponent)
      ? against('agency-opponent', `即被投诉方（${opponent.name}）`)
      : clear('agency-opponent', '与被投诉方不是同一单位'),
  ];
  const { patents, trademarks } = forOpponent;
  if (opponent.partyId === null)
    return [...checks, unknown('agency-filings', '对方不在主体登记中，无法核对代理关系，请由其书面声明')];
  checks.push(
    patents + trademarks > 0
      ? against('agency-filings', `曾为被投诉方代理专利${patents}件、商标${trademarks}件`)
      : clear('agency-filings', '未见为被投诉方代理申请'),
  );
  return checks;
}

export const isFree = (checks: readonly AidConflict[]) => checks.every((one) => one.standing !== 'conflict');
