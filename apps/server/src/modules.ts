import { agencyAffairModule } from './modules/agency-affairs/index.ts';
import { agencyCreditModule } from './modules/agency-credit/index.ts';
import { assistanceModule } from './modules/assistance/index.ts';
import { associationModule } from './modules/association/index.ts';
import { casePaperModule } from './modules/case-papers/index.ts';
import { caseStatisticModule } from './modules/case-statistics/index.ts';
import { caseModule } from './modules/cases/index.ts';
import { createComplaintModule } from './modules/complaints/index.ts';
import { coordinationModule } from './modules/coordination/index.ts';
import { cultivationModule } from './modules/cultivation/index.ts';
import { disciplineModule } from './modules/discipline/index.ts';
import { evidenceModule } from './modules/evidence/index.ts';
import { filingSupervisionModule } from './modules/filing-supervision/index.ts';
import { fundsModule } from './modules/funds/index.ts';
import { inspectionModule } from './modules/inspections/index.ts';
import { ipAgencyModule } from './modules/ip-agencies/index.ts';
import { ipRightsModule, rightsPort } from './modules/ip-rights/index.ts';
import { openDataModule } from './modules/open-data/index.ts';
import { organisationModule } from './modules/organisation/index.ts';
import { createPartiesModule } from './modules/parties/index.ts';
import { createPlanModule } from './modules/plan/index.ts';
import { policiesModule } from './modules/policies/index.ts';
import { programsModule } from './modules/programs/index.ts';
import { publicSiteModule } from './modules/public-site/index.ts';
import { findReportToTake, reportModule } from './modules/reports/index.ts';
import { subsidiesModule } from './modules/subsidies/index.ts';
import { trademarkPortfolioModule } from './modules/trademark-portfolio/index.ts';
import { trademarkSearchModule } from './modules/trademark-search/index.ts';
import { trademarkWatchModule } from './modules/trademark-watch/index.ts';
import { alertsModule } from './platform/alerts/index.ts';
import { auditModule } from './platform/audit/index.ts';
import { identityModule } from './platform/auth/index.ts';
import { documentsModule } from './platform/documents/index.ts';
import { factsModule } from './platform/facts/index.ts';
import { importsModule } from './platform/imports/imports.module.ts';
import type { JobTask } from './platform/jobs/job-task.ts';
import { jobsModule } from './platform/jobs/jobs.module.ts';
import { lawModule } from './platform/law/law.module.ts';
import type { ModuleDefinition } from './platform/module.ts';
import { proceduresModule } from './platform/procedures/index.ts';

export interface ModuleSet {
  readonly modules: readonly ModuleDefinition[];
  readonly tasks: ReadonlyMap<string, JobTask>;
}

/** The only list of modules, lowest tier first; also where a lower module gets what it must know of a higher one. */
export function createModules(): ModuleSet {
  const tasks = new Map<string, JobTask>();
  const parties = createPartiesModule(rightsPort);
  const modules: ModuleDefinition[] = [
    identityModule,
    auditModule,
    jobsModule(tasks),
    importsModule,
    proceduresModule,
    documentsModule,
    lawModule,
    factsModule,
    alertsModule,
    organisationModule,
    parties,
    ipRightsModule,
    ipAgencyModule,
    fundsModule,
    policiesModule,
    evidenceModule,
    caseModule,
    cultivationModule,
    subsidiesModule,
    programsModule,
    agencyAffairModule,
    agencyCreditModule,
    filingSupervisionModule,
    disciplineModule,
    associationModule,
    reportModule,
    casePaperModule,
    caseStatisticModule,
    createComplaintModule({ find: findReportToTake }),
    inspectionModule,
    assistanceModule,
    coordinationModule,
    trademarkSearchModule,
    trademarkWatchModule,
    trademarkPortfolioModule,
    createPlanModule(parties.index),
    openDataModule,
    publicSiteModule,
  ];
  for (const module of modules) for (const task of module.jobs ?? []) tasks.set(task.task, task);
  return { modules, tasks };
}
