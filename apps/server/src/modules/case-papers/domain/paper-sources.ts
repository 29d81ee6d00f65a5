import type { CaseRecord } from '@jince/contract';
import type { CasePaperPack } from '@jince/wujiang';

export interface PaperThing {
  readonly name: string;
  readonly spec: string;
  readonly quantity: string;
  readonly unit: string;
  readonly mark: string;
}

export interface PaperMeasure {
  readonly kind: 'preservation' | 'seizure';
  readonly number: string;
  readonly from: string;
  readonly until: string | null;
  readonly place: string;
  readonly basis: string;
  readonly ended: boolean;
  readonly things: readonly PaperThing[];
}

/** A paper of the case that is out, as later ones name it. */
export interface OutPaper {
  readonly id: string;
  readonly form: string;
  readonly kind: string | null;
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: string;
  readonly servedOn: string | null;
}

/** A service that was recorded, as the receipt says it. */
export interface OutService {
  readonly paper: string;
  readonly mode: string;
  readonly place: string;
  readonly note: string;
}

/** All a paper can be filled from. */
export interface PaperSources {
  readonly record: CaseRecord;
  readonly pack: CasePaperPack;
  readonly evidence: readonly { readonly title: string; readonly kind: string; readonly note: string }[];
  readonly measures: readonly PaperMeasure[];
  readonly papers: readonly OutPaper[];
  readonly services: readonly OutService[];
  readonly corrects: OutPaper | null;
  /** Where the main party said papers reach it: stands in for an address the record does not have. */
  readonly confirmedAddress: string | null;
  readonly today: string;
}

/** The suspect papers are made out to: the first one. */
export const mainParty = ({ record }: Pick<PaperSources, 'record'>) =>
  record.parties.find(({ side }) => side === 'suspect') ?? record.parties[0];

/** The last paper out of a kind. */
export const lastOut = (papers: readonly OutPaper[], ...kinds: readonly string[]): OutPaper | undefined =>
  papers.filter(({ kind }) => kind !== null && kinds.includes(kind)).at(-1);

/** A value recorded in an entry of the case, as text. */
export function said(entry: { readonly data: Readonly<Record<string, unknown>> } | null, ...keys: string[]): string {
  for (const key of keys) {
    const value = entry?.data[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return '';
}
