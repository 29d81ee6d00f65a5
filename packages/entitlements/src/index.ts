/** Policies as data: what they give whom and why, what is wrong with them, and what they would cost over a whole district. */
export { achievementOf, triggerOf } from './achievement-key.ts';
export { checkPolicy, type Finding, type Prohibition, workExample } from './check-policy.ts';
export {
  type CompiledItem,
  type CompiledPolicy,
  type CompiledResult,
  compilePolicy,
  type PolicyProblem,
  quantityText,
} from './compile-policy.ts';
export {
  type EntitleOptions,
  entitle,
  type ItemAnswer,
  type Refusal,
  refusalText,
  type SubjectCase,
} from './entitle.ts';
export { type Candidate, type Candidates, candidateKey, findCandidates } from './find-candidates.ts';
export type { Entitlement } from './found-entitlement.ts';
export { percent, proportion, roundDown, shareOf, yuan } from './money.ts';
export {
  type ChangeProblem,
  changeParameters,
  listParameters,
  type Parameter,
  type ParameterChange,
  withNumbers,
} from './parameters.ts';
export {
  type Amount,
  itemSchema,
  type Policy,
  type PolicyItem,
  policySchema,
  type Tier,
  TRIGGERS,
  type Trigger,
} from './policy.ts';
export { settleCandidates, type WhatIf, type WhatIfLine } from './settle-candidates.ts';
export type { PaidBefore } from './settle-subject.ts';
export type { BudgetUse, UsedBefore } from './share-budget.ts';
export type { AmountStep } from './steps.ts';
export { whatIf } from './what-if.ts';
export { shiftYears, type WhatIfYear, whatIfYears } from './what-if-years.ts';
export { withDeclared } from './with-declared.ts';
