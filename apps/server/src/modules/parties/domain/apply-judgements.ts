import type { MentionDecision } from '../repositories/mention-repository.ts';

/** What people said of one mention, resolved: the party it is, and the parties it is not. */
export interface ResolvedMention {
  readonly same: string | undefined;
  readonly notSame: ReadonlySet<string>;
}

/**
 * The engine's answer under what people have ruled out: a ruled-out candidate is never linked or proposed again.
 */
export function withoutRuledOut(decision: MentionDecision, resolved: ResolvedMention | undefined): MentionDecision {
  if (resolved === undefined || resolved.notSame.size === 0) return decision;
  const candidates = (decision.candidates as { id: string; score: number }[]).filter(
    (candidate) => !resolved.notSame.has(candidate.id),
  );
  const hit = decision.partyId !== null && resolved.notSame.has(decision.partyId);
  if (!hit)
    return {
      ...decision,
      candidates,
      ...(candidates.length === 0 && decision.decision === 'review' ? { decision: 'none' as const } : {}),
    };
  const next = candidates[0];
  return {
    ...decision,
    partyId: null,
    decision: next === undefined ? 'none' : 'review',
    score: next?.score ?? 0,
    candidates,
    reasons: [{ code: 'judgement', text: '有人判定与首选候选不是同一主体，已排除' }],
  };
}
