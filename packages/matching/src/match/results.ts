import type { Candidate, Decision, MatchResult, Reason } from '../types.ts';
import { noneReasons } from './explain.ts';

export function none(reasons: Reason[], candidates: Candidate[] = []): MatchResult {
  return { decision: 'none', candidates, reasons };
}

export function finish(decision: Decision, candidates: Candidate[]): MatchResult {
  const [first] = candidates;
  if (!first) return none([noneReasons.nothing]);
  const { index, id, uscc, score, reasons } = first;
  return { decision, best: { index, id, uscc, score }, candidates, reasons };
}
