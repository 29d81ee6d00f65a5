import type { ImportKind } from '../../../platform/imports/import-kind.ts';
import { agencyAnnualReportsKind } from './agency-annual-reports.ts';
import { agencyPenaltiesKind } from './agency-penalties.ts';
import { agencyPeopleKind } from './agency-people.ts';
import { agencySocialSecurityKind } from './agency-social-security.ts';
import { patentAgenciesKind } from './patent-agencies.ts';
import { trademarkAgenciesKind } from './trademark-agencies.ts';

export const ipAgencyImports: readonly ImportKind[] = [
  patentAgenciesKind,
  trademarkAgenciesKind,
  agencyPeopleKind,
  agencyAnnualReportsKind,
  agencyPenaltiesKind,
  agencySocialSecurityKind,
];
