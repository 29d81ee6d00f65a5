/** Public face of the cultivation module. */
export { cultivationModule } from './cultivation.module.ts';
export { seedDemoWork } from './demo/seed-demo-work.ts';
export { type ClauseCampaign, campaignsOfClause, type DueVisit, dueVisits } from './queries/for-plan.ts';
