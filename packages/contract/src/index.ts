import { agencyAffairRoutes } from './agency-affairs.ts';
import { agencyCreditRoutes } from './agency-credit.ts';
import { alertRoutes } from './alerts.ts';
import { assistanceRoutes } from './assistance.ts';
import { associationRoutes } from './association.ts';
import { auditRoutes } from './audit.ts';
import { casePaperRoutes } from './case-papers.ts';
import { caseStatisticRoutes } from './case-statistics.ts';
import { caseRoutes } from './cases.ts';
import { complaintRoutes } from './complaints.ts';
import { coordinationRoutes } from './coordination.ts';
import { cultivationRoutes } from './cultivation.ts';
import { deskRoutes } from './desk.ts';
import { disciplineRoutes } from './discipline.ts';
import { evidenceRoutes } from './evidence.ts';
import { factRoutes } from './facts.ts';
import { filingSupervisionRoutes } from './filing-supervision.ts';
import { fundRoutes } from './funds.ts';
import { identityRoutes } from './identity.ts';
import { importRoutes } from './imports.ts';
import { inspectionRoutes } from './inspections.ts';
import { ipAgencyRoutes } from './ip-agencies.ts';
import { ipRightsRoutes } from './ip-rights.ts';
import { jobRoutes } from './jobs.ts';
import { lawRoutes } from './law.ts';
import { officialPaperRoutes } from './official-papers.ts';
import { openDataRoutes } from './open-data.ts';
import { organisationRoutes } from './organisation.ts';
import { partyRoutes } from './parties.ts';
import { metaRoutes, planRoutes } from './plan.ts';
import { planProgressRoutes } from './plan-progress.ts';
import { policyRoutes } from './policies.ts';
import { procedureRoutes } from './procedures.ts';
import { programRoutes } from './programs.ts';
import { publicReportRoutes } from './public-reports.ts';
import { subsidyRoutes } from './subsidies.ts';
import { trademarkPortfolioRoutes } from './trademark-portfolio.ts';
import { trademarkSearchRoutes } from './trademark-search.ts';
import { trademarkWatchRoutes } from './trademark-watch.ts';
import { whatIfRoutes } from './what-if.ts';

/** Every route of the product, by operation name. Server modules bind each exactly once. */
export const routes = {
  ...metaRoutes,
  ...identityRoutes,
  ...jobRoutes,
  ...importRoutes,
  ...partyRoutes,
  ...ipRightsRoutes,
  ...organisationRoutes,
  ...auditRoutes,
  ...planRoutes,
  ...factRoutes,
  ...planProgressRoutes,
  ...cultivationRoutes,
  ...alertRoutes,
  ...procedureRoutes,
  ...officialPaperRoutes,
  ...fundRoutes,
  ...policyRoutes,
  ...whatIfRoutes,
  ...subsidyRoutes,
  ...programRoutes,
  ...lawRoutes,
  ...evidenceRoutes,
  ...caseRoutes,
  ...casePaperRoutes,
  ...caseStatisticRoutes,
  ...complaintRoutes,
  ...inspectionRoutes,
  ...assistanceRoutes,
  ...coordinationRoutes,
  ...trademarkSearchRoutes,
  ...trademarkWatchRoutes,
  ...trademarkPortfolioRoutes,
  ...deskRoutes,
  ...ipAgencyRoutes,
  ...agencyAffairRoutes,
  ...agencyCreditRoutes,
  ...filingSupervisionRoutes,
  ...disciplineRoutes,
  ...associationRoutes,
  ...publicReportRoutes,
  ...openDataRoutes,
};
export type RouteName = keyof typeof routes;

export * from './agency-affairs.ts';
export * from './agency-credit.ts';
export * from './alerts.ts';
export * from './assistance.ts';
export * from './association.ts';
export * from './audit.ts';
export * from './case-papers.ts';
export * from './case-statistics.ts';
export * from './cases.ts';
export * from './cases-shapes.ts';
export * from './client.ts';
export * from './common.ts';
export * from './complaints.ts';
export * from './coordination.ts';
export * from './cultivation.ts';
export * from './desk.ts';
export * from './discipline.ts';
export * from './evidence.ts';
export * from './facts.ts';
export * from './filing-supervision.ts';
export * from './funds.ts';
export * from './identity.ts';
export * from './imports.ts';
export * from './inspections.ts';
export * from './ip-agencies.ts';
export * from './ip-rights.ts';
export * from './jobs.ts';
export * from './law.ts';
export * from './official-papers.ts';
export * from './open-data.ts';
export * from './organisation.ts';
export * from './parties.ts';
export * from './plan.ts';
export * from './plan-progress.ts';
export * from './policies.ts';
export * from './procedures.ts';
export * from './programs.ts';
export * from './public-reports.ts';
export * from './route.ts';
export * from './subsidies.ts';
export * from './trademark-portfolio.ts';
export * from './trademark-search.ts';
export * from './trademark-watch.ts';
export * from './what-if.ts';
