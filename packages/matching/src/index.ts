export type {
  Judgement,
  JudgementConflict,
  JudgementDecision,
  ResolvedJudgements,
  Verdict,
} from './cluster/resolve-judgements.ts';
export { resolveJudgements } from './cluster/resolve-judgements.ts';
export type { IndexHalf, IndexSharing } from './match/index-sharing.ts';
export type { HolderMatch, JointMatch } from './match/match-holders.ts';
export { matchHolders } from './match/match-holders.ts';
export { buildMatcher, Matcher } from './match/matcher.ts';
export type { MatcherOptions } from './match/matcher-options.ts';
export { summariseJoint, summariseReasons } from './match/summarise.ts';
export type { CharacterFold } from './normalise/normalise-name.ts';
export { foldText, normaliseName } from './normalise/normalise-name.ts';
export type { ParsedCompanyName } from './normalise/parse-company-name.ts';
export { parseCompanyName } from './normalise/parse-company-name.ts';
export { splitHolders } from './normalise/split-holders.ts';
export { learnListWeights } from './score/learn-list-weights.ts';
export type { Learner, LearningReport } from './score/learn-weights.ts';
export { learnWeights } from './score/learn-weights.ts';
export type { MatchWeights } from './score/weights.ts';
export { checkWeights, defaultWeights } from './score/weights.ts';
export type {
  Candidate,
  Comparison,
  Decision,
  MatchResult,
  Mention,
  NameKind,
  Reason,
  RegisterEntry,
} from './types.ts';
