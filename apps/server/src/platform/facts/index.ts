export type {
  FactCollection,
  FactContribution,
  FactGroup,
  FactOfGroup,
  FactQuery,
  FactSubject,
} from './fact-definition.ts';
export { prepareFacts } from './facts.jobs.ts';
export { factsModule } from './facts.module.ts';
export { markAllStale, markStale } from './mark-stale.ts';
export type { FactsRefreshed } from './refresh-facts.ts';
export { syncFactTables } from './sync-fact-tables.ts';
