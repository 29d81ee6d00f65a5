import type { AgencyKind, AgencyStatus } from './domain/agency.ts';

/** What the register knows that counts for or against an agency or a person of one. */
export type GroundSort =
  | 'penalty'
  | 'abnormal-operation'
  | 'serious-dishonesty'
  | 'late-annual-report'
  | 'missing-annual-report'
  | 'unreported-change'
  | 'association-discipline'
  | 'honour'
  | 'other';

export interface Ground {
  readonly id: string;
  readonly sort: GroundSort;
  readonly subject: { readonly type: 'agency' | 'person'; readonly id: string };
  /** Agency of the row, for a person's ground too; null when the list names none of the register. */
  readonly agencyId: string | null;
  readonly on: string;
  /** Last day it stands by the list; null = not told. */
  readonly expiresOn: string | null;
  /** Day it was withdrawn, e.g. by a court; the ground itself stays. */
  readonly revokedOn: string | null;
  readonly documentNo: string | null;
  readonly authority: string | null;
  readonly text: string;
  readonly amountFen: number | null;
  readonly source: { readonly importId: string; readonly row: number } | null;
}

export interface AgencyPerson {
  readonly personId: string;
  readonly name: string;
  readonly qualificationNo: string | null;
  readonly practiceNo: string | null;
  readonly role: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Counts of one agency and one kind of right; applications by day of filing within the window. */
export interface FilingStats {
  readonly agencyId: string;
  readonly right: 'invention' | 'utility' | 'design' | 'trademark';
  readonly filed: number;
  readonly granted: number;
  readonly refused: number;
  readonly withdrawn: number;
  readonly abnormal: number;
  /** Distinct linked parties that filed through it. */
  readonly clients: number;
  /** Distinct towns of those parties. */
  readonly towns: number;
}

/** One agency as the public directory shows it. Names of professionals are public; phones of persons are masked. */
export interface PublicAgency {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly agencyCode: string | null;
  readonly kinds: readonly AgencyKind[];
  readonly status: AgencyStatus;
  readonly townCode: string | null;
  readonly town: string | null;
  readonly inDistrict: boolean;
  readonly people: number;
  readonly filingUntil: string | null;
  readonly filingValid: boolean | null;
  /** Grade of credit, null until one is evaluated. */
  readonly grade: string | null;
  /** Under joint discipline with the effect to be marked in the directory. */
  readonly marked: boolean;
}

export interface PublicAgencyDetail extends PublicAgency {
  readonly address: string | null;
  readonly phone: string | null;
  readonly headName: string | null;
  readonly licenceNo: string | null;
  readonly licensedOn: string | null;
  readonly filingNo: string | null;
  readonly filingFrom: string | null;
  readonly establishedOn: string | null;
  readonly services: readonly string[];
  readonly parentName: string | null;
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  readonly professionals: readonly { readonly name: string; readonly qualificationNo: string | null }[];
  readonly years: readonly {
    readonly year: number;
    readonly right: FilingStats['right'];
    readonly filed: number;
    readonly granted: number;
    readonly refused: number;
    readonly abnormal: number;
  }[];
  readonly penalties: readonly {
    readonly on: string;
    readonly sort: GroundSort;
    readonly text: string;
    readonly documentNo: string | null;
    readonly authority: string | null;
    readonly revokedOn: string | null;
  }[];
}

export interface DirectoryQuery {
  readonly q?: string | undefined;
  /** Kinds of business, any of them. */
  readonly business?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly grade?: readonly string[] | undefined;
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
}
