import type { CaseCheck } from '@jince/contract';
import type { Language } from '../../../platform/i18n/language.ts';
import type { CaseRow } from '../repositories/case-repository.ts';
import type { CaseEntryRow, CasePartyRow, CaseRightRow, DecisionRow } from './case-types.ts';
import type { LawReading, ThresholdReading } from './work-out.ts';

/** An officer with what the register says of the certificate today. */
export interface OfficerNow {
  readonly name: string;
  readonly certificateUntil: string | null;
  readonly valid: boolean;
  readonly conflict: string | null;
}

/** Another decision against the same party. */
export interface EarlierPenalty {
  readonly number: string;
  readonly behaviourRow: number | null;
  readonly actFrom: string | null;
  readonly actTo: string | null;
  readonly decidedOn: string;
  readonly fineFen: number;
}

export interface CheckInput {
  readonly row: CaseRow;
  readonly parties: readonly CasePartyRow[];
  readonly rights: readonly CaseRightRow[];
  readonly officers: readonly OfficerNow[];
  readonly entries: readonly CaseEntryRow[];
  readonly thresholds: readonly ThresholdReading[];
  readonly law: LawReading | undefined;
  readonly earlier: readonly EarlierPenalty[];
  readonly decision: DecisionRow | undefined;
  readonly today: string;
  readonly language: Language;
}

export type Words = readonly [zh: string, en: string];
export type Standing = CaseCheck['standing'];
export type Say = (
  check: string,
  label: Words,
  standing: Standing,
  text: Words,
  article?: string | null,
  verify?: string | null,
) => CaseCheck;

export const yuan = (fen: number) => `${(fen / 100).toLocaleString('en-US')}`;
export const last = (entries: readonly CaseEntryRow[], kind: string) => entries.findLast((one) => one.kind === kind);
export const within = (state: string, states: readonly string[]) => states.includes(state);

/** Fine and confiscation as decided, as told beforehand, or as the report proposes: the largest known so far. */
export function proposedFen(entries: readonly CaseEntryRow[], decision: DecisionRow | undefined): number {
  if (decision !== undefined) return Math.max(decision.fineFen, decision.confiscatedFen);
  const told = last(entries, 'notice') ?? last(entries, 'report');
  const number = (key: string) => (typeof told?.data[key] === 'number' ? (told.data[key] as number) : 0);
  return Math.max(number('fineFen'), number('confiscatedFen'));
}

export const allNatural = (parties: readonly Pick<CasePartyRow, 'side' | 'natural'>[]): boolean => {
  const suspects = parties.filter(({ side }) => side === 'suspect');
  return suspects.length > 0 && suspects.every(({ natural }) => natural);
};
