import type { MentionDecision } from '../repositories/mention-repository.ts';

/** What people said of one mention, resolved: the party it is, and the parties it is not. */
export interface ResolvedMention {
  /** Party it was judged to be. */
  readonly same: string | undefined;
  /** Judged to be a party that no applied register file names at present: waits for it to come back. */
  readonly absent: string | undefined;
  /** Who judged it to be that party. */
  readonly sameBy: string | undefined;
  readonly notSame: ReadonlySet<string>;
}

/** The engine's answer under what people have said: their word wins, and what they ruled out is never proposed again. */
export function underJudgements(engine: MentionDecision, resolved: ResolvedMention | undefined): MentionDecision {
  if (resolved === undefined) return engine;
  const by = resolved.sameBy ?? '';
  if (resolved.same !== undefined) {
    const reasons = [{ code: 'judgement', text: `${by}判定为同一主体` }];
    return { ...engine, partyId: resolved.same, decision: 'person', score: 1, reasons };
  }
  if (resolved.absent !== undefined) {
    const text = `${by}判定为“${resolved.absent}”，该主体目前不在登记册中，登记册重新导入后自动恢复`;
    return { ...engine, partyId: null, decision: 'person', score: 1, reasons: [{ code: 'judgement', text }] };
  }
  return withoutRuledOut(engine, resolved.notSame);
}

function withoutRuledOut(engine: MentionDecision, notSame: ReadonlySet<string>): MentionDecision {
  if (notSame.size === 0) return engine;
  const candidates = (engine.candidates as { id: string; score: number }[]).filter((one) => !notSame.has(one.id));
  const hit = engine.partyId !== null && notSame.has(engine.partyId);
  const dropped = candidates.length < (engine.candidates as unknown[]).length;
  if (!hit && !dropped) return engine;
  if (candidates.length === 0) {
    const reasons = [{ code: 'judgement', text: '所有候选都已判定不是同一主体' }];
    return { ...engine, partyId: null, decision: 'none', score: 0, reasons, candidates };
  }
  if (!hit) return { ...engine, candidates };
  const reasons = [{ code: 'judgement', text: '有人判定与首选候选不是同一主体，已排除' }];
  return { ...engine, partyId: null, decision: 'review', score: candidates[0]?.score ?? 0, reasons, candidates };
}
