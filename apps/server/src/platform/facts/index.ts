export type {
  FactCollection,
  FactContribution,
  FactGroup,
  FactOfGroup,
  FactQuery,
  FactSubject,
} from './fact-definition.ts';
export { markAllStale, markStale } from './mark-stale.ts';
