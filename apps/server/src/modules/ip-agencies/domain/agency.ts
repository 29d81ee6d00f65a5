/** What a service agency does. `patent-branch` is a branch office of a patent agency. */
export const AGENCY_KINDS = [
  'patent',
  'patent-branch',
  'trademark',
  'law-firm',
  'information',
  'valuation',
  'training',
  'operation',
  'consulting',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export const AGENCY_STATUSES = ['active', 'suspended', 'revoked', 'deregistered', 'unknown'] as const;
export type AgencyStatus = (typeof AGENCY_STATUSES)[number];

/** An agency as other modules know it. Dates are `YYYY-MM-DD`. */
export interface AgencyCard {
  readonly id: string;
  /** The party with its code in the market register. */
  readonly partyId: string | null;
  readonly name: string;
  readonly uscc: string | null;
  readonly agencyCode: string | null;
  readonly kinds: readonly AgencyKind[];
  readonly status: AgencyStatus;
  readonly townCode: string | null;
  readonly inDistrict: boolean;
  readonly parentId: string | null;
  readonly licensedOn: string | null;
  /** First and last day of the trademark agency's filing (商标代理备案) that is in force or was the last. */
  readonly filingFrom: string | null;
  readonly filingUntil: string | null;
}

/** What one record of a list says of an agency; absent = says nothing. */
export interface AgencySaid {
  readonly name: string;
  readonly formerNames?: readonly string[];
  readonly uscc?: string;
  readonly agencyCode?: string;
  readonly kinds?: readonly AgencyKind[];
  readonly status?: AgencyStatus;
  readonly statusText?: string;
  readonly statusOn?: string;
  readonly townCode?: string;
  readonly parent?: string;
  readonly parentCode?: string;
  readonly licenceNo?: string;
  readonly licensedOn?: string;
  readonly filingNo?: string;
  readonly filingFrom?: string;
  readonly filingUntil?: string;
  readonly establishedOn?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly headName?: string;
  readonly services?: readonly string[];
  /** Every way the lists wrote the name. */
  readonly spellings?: readonly string[];
}

export type AgencyList = 'patent' | 'trademark' | 'officer';

export interface Statement {
  readonly list: AgencyList;
  readonly key: string;
  readonly said: AgencySaid;
}

/** A contradiction of the register, in words. */
export interface AgencyNote {
  readonly code: string;
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

/** Fields a dated change may set. */
export const CHANGE_FIELDS = [
  'name',
  'uscc',
  'agencyCode',
  'kinds',
  'status',
  'townCode',
  'parentId',
  'licenceNo',
  'licensedOn',
  'filingNo',
  'filingFrom',
  'filingUntil',
  'establishedOn',
  'address',
  'phone',
  'headName',
  'services',
] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** The merged state of one agency. */
export interface AgencyState extends AgencyCard {
  readonly statusText: string | null;
  readonly statusOn: string | null;
  readonly parentText: string | null;
  readonly licenceNo: string | null;
  readonly filingNo: string | null;
  readonly establishedOn: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly headName: string | null;
  readonly services: readonly string[];
  readonly notes: readonly AgencyNote[];
  readonly names: readonly { readonly name: string; readonly sort: 'current' | 'former' | 'spelling' }[];
  readonly codes: readonly string[];
  readonly periods: readonly {
    readonly filingNo: string | null;
    readonly from: string | null;
    readonly until: string | null;
  }[];
}
