import { agencyPages } from '../features/agencies/pages.ts';
import { agencyAffairPages } from '../features/agency-affairs/pages.ts';
import { agencyCreditPages } from '../features/agency-credit/pages.ts';
import { alertPages } from '../features/alerts/pages.ts';
import { assistancePages } from '../features/assistance/pages.ts';
import { associationPages } from '../features/association/pages.ts';
import { auditPages } from '../features/audit/pages.ts';
import { campaignPages } from '../features/campaigns/pages.ts';
import { casePaperPages } from '../features/case-papers/pages.ts';
import { caseStatisticPages } from '../features/case-statistics/pages.ts';
import { casePages } from '../features/cases/pages.ts';
import { classGapPages } from '../features/class-gaps/pages.ts';
import { complaintPages } from '../features/complaints/pages.ts';
import { coordinationPages } from '../features/coordination/pages.ts';
import { dataQualityPages } from '../features/data-quality/pages.ts';
import { deskPages } from '../features/desk/pages.ts';
import { disciplinePages } from '../features/discipline/pages.ts';
import { documentTemplatePages } from '../features/document-templates/pages.ts';
import { evidencePages } from '../features/evidence/pages.ts';
import { factPages } from '../features/facts/pages.ts';
import { filingSignalPages } from '../features/filing-signals/pages.ts';
import { fundPages } from '../features/funds/pages.ts';
import { giPages } from '../features/gis/pages.ts';
import { homePages } from '../features/home/pages.ts';
import { importPages } from '../features/imports/pages.ts';
import { indicatorPages } from '../features/indicators/pages.ts';
import { inspectionPages } from '../features/inspections/pages.ts';
import { inventoryPages } from '../features/inventory/pages.ts';
import { jobPages } from '../features/jobs/pages.ts';
import { lawPages } from '../features/law/pages.ts';
import { madridPages } from '../features/madrid/pages.ts';
import { matchingPages } from '../features/matching/pages.ts';
import { myFilePages } from '../features/my-files/pages.ts';
import { openDataPages } from '../features/open-data/pages.ts';
import { organisationPages } from '../features/organisation/pages.ts';
import { partyPages } from '../features/parties/pages.ts';
import { patentPages } from '../features/patents/pages.ts';
import { planPages } from '../features/plan/pages.ts';
import { policyPages } from '../features/policies/pages.ts';
import { poolPages } from '../features/pool/pages.ts';
import { projectPages } from '../features/projects/pages.ts';
import { publicReportPages } from '../features/public-reports/pages.ts';
import { reportPages } from '../features/reports/pages.ts';
import { rulePages } from '../features/rules/pages.ts';
import { sessionSecurityPages } from '../features/session-security/pages.ts';
import { subsidyPages } from '../features/subsidies/pages.ts';
import { trademarkPortfolioPages } from '../features/trademark-portfolio/pages.ts';
import { trademarkSearchPages } from '../features/trademark-search/pages.ts';
import { trademarkWatchPages } from '../features/trademark-watch/pages.ts';
import { trademarkPages } from '../features/trademarks/pages.ts';
import { userPages } from '../features/users/pages.ts';
import { visitPages } from '../features/visits/pages.ts';
import { wallPages } from '../features/wall/pages.ts';
import { whatIfPages } from '../features/what-if/pages.ts';
import { workPages } from '../features/work/pages.ts';
import { declareBuilt } from '../lib/built-pages.ts';
import type { PageDeclaration } from '../lib/page.ts';

/** The only list of features of the console. */
export const pages: readonly PageDeclaration[] = [
  ...homePages,
  ...planPages,
  ...indicatorPages,
  ...wallPages,
  ...reportPages,
  ...alertPages,
  ...inventoryPages,
  ...partyPages,
  ...patentPages,
  ...trademarkPages,
  ...giPages,
  ...madridPages,
  ...importPages,
  ...matchingPages,
  ...campaignPages,
  ...workPages,
  ...myFilePages,
  ...visitPages,
  ...poolPages,
  ...projectPages,
  ...classGapPages,
  ...fundPages,
  ...policyPages,
  ...whatIfPages,
  ...subsidyPages,
  ...agencyPages,
  ...agencyAffairPages,
  ...agencyCreditPages,
  ...filingSignalPages,
  ...disciplinePages,
  ...associationPages,
  ...publicReportPages,
  ...openDataPages,
  ...casePages,
  ...casePaperPages,
  ...caseStatisticPages,
  ...evidencePages,
  ...complaintPages,
  ...inspectionPages,
  ...assistancePages,
  ...coordinationPages,
  ...trademarkSearchPages,
  ...trademarkWatchPages,
  ...trademarkPortfolioPages,
  ...deskPages,
  ...lawPages,
  ...auditPages,
  ...dataQualityPages,
  ...factPages,
  ...rulePages,
  ...documentTemplatePages,
  ...jobPages,
  ...organisationPages,
  ...sessionSecurityPages,
  ...userPages,
];

declareBuilt(pages.map((page) => page.path));
