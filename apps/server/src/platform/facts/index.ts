export { countConditions } from './count-conditions.ts';
export {
  type CountBucket,
  type CountRequest,
  type CountResult,
  countRules,
  type FactCount,
  type FactMeasure,
} from './count-rules.ts';
export { type DiffRequest, diffRules, type RuleDiff } from './diff-rules.ts';
export { type ExplainedSubject, type ExplainRequest, explainSubject } from './explain-subject.ts';
export type {
  FactCollection,
  FactContribution,
  FactFollower,
  FactGroup,
  FactOfGroup,
  FactQuery,
  FactSubject,
  RuleUser,
  RuleUsersPort,
} from './fact-definition.ts';
export { type FactFilter, type FactValue, visibleSql } from './fact-filter.ts';
export { type FactNeeds, type FactSource, factSource, readFacts, subjectEntry } from './fact-source.ts';
export { factRelation, linkRelation } from './fact-statements.ts';
export { factText, shownUnit } from './fact-words.ts';
export { prepareFacts } from './facts.jobs.ts';
export { factsModule } from './facts.module.ts';
export { type Freshness, factsVersion } from './freshness.ts';
export { type LoadRequest, loadFacts } from './load-facts.ts';
export { markFollowers } from './mark-followers.ts';
export { markAllStale, markStale } from './mark-stale.ts';
export { openConditions } from './open-conditions.ts';
export { type SubjectRow, toSubjectRows } from './queries/subject-rows.ts';
export { type FactsRefreshed, refreshFacts } from './refresh-facts.ts';
export { requireRule } from './require-rule.ts';
export {
  type CompiledRules,
  compileFor,
  needsOf,
  type ParsedRule,
  parseRuleFor,
  type Rule,
  type RuleProblem,
} from './rules.ts';
export {
  type ListedValue,
  type Outcome,
  type SelectedSubject,
  type SelectRequest,
  type SelectResult,
  selectSubjects,
  subjectIdsSql,
} from './select-subjects.ts';
export { syncFactTables } from './sync-fact-tables.ts';
export { toTraceView } from './trace-view.ts';
