/** Public face of the ip-agencies module. */
export { type FiledReport, recordAnnualReport } from './commands/record-annual-report.ts';
export { type PracticeEntry, recordPractice } from './commands/record-practice.ts';
export { type AgencyChange, recordAgencyChange, registerAgency } from './commands/register-agency.ts';
export {
  AGENCY_KINDS,
  AGENCY_STATUSES,
  type AgencyCard,
  type AgencyKind,
  type AgencySaid,
  type AgencyStatus,
  CHANGE_FIELDS,
  type ChangeField,
} from './domain/agency.ts';
export { AGENCY_READ } from './ip-agencies.catalogue.ts';
export { ipAgencyModule } from './ip-agencies.module.ts';
export { agencyKindLabels } from './labels.ts';
export {
  agencyOfParty,
  findAgencies,
  listAgencyCards,
  requireAgency,
  resolveAgencyNames,
} from './queries/find-agencies.ts';
export { getPublicAgency } from './queries/get-public-agency.ts';
export { type JudgedName, judgeAgencyNames } from './queries/judge-agency-name.ts';
export { type GroundQuery, listGrounds } from './queries/list-grounds.ts';
export { listAgencyPeople } from './queries/list-people.ts';
export { listPublicAgencies } from './queries/public-directory.ts';
export { readFilingStats, type StatsQuery } from './queries/read-filing-stats.ts';
export type {
  AgencyPerson,
  DirectoryQuery,
  FilingStats,
  Ground,
  GroundSort,
  PublicAgency,
  PublicAgencyDetail,
} from './types.ts';
