import { type CreditRuleSet, type CreditRuleVersion, creditRulesOn } from '@jince/law';
import type { CreditEvent } from './credit-event.ts';
import { settleEvents } from './settle-events.ts';

/** Who is scored, by which rules. */
export interface CreditSubject {
  readonly type: CreditEvent['subjectType'];
  readonly id: string;
  readonly ruleSet: CreditRuleSet;
}

export interface SubjectScore {
  readonly score: number | null;
  readonly grade: string | null;
  /** Points taken and given on the day. */
  readonly deducted: number;
  readonly added: number;
  /** Events that count on the day. */
  readonly counting: number;
}

export const subjectKey = (type: string, id: string): string => `${type}/${id}`;

const NONE: readonly CreditEvent[] = [];

function scoreOf(version: CreditRuleVersion, events: readonly CreditEvent[], on: string): SubjectScore {
  const { score, grade, events: settled } = settleEvents(version, events, on);
  let deducted = 0;
  let added = 0;
  let counting = 0;
  for (const { standing, counted } of settled) {
    if (standing !== 'counts' && standing !== 'capped') continue;
    counting += 1;
    if (counted < 0) deducted -= counted;
    else added += counted;
  }
  return { score, grade, deducted, added, counting };
}

/**
 * Scores all subjects of a district on a day in one pass over their events: the same as one by one, with what all share
 * (the version of the day, the score of those without events) worked out once. Keys: {@link subjectKey}.
 */
export function scoreDistrict(
  subjects: readonly CreditSubject[],
  events: Iterable<CreditEvent>,
  on: string,
): Map<string, SubjectScore> {
  const bySubject = new Map<string, CreditEvent[]>();
  for (const event of events) {
    const key = subjectKey(event.subjectType, event.subjectId);
    const list = bySubject.get(key);
    if (list === undefined) bySubject.set(key, [event]);
    else list.push(event);
  }
  const shared = new Map<CreditRuleSet, { version: CreditRuleVersion; clean: SubjectScore } | undefined>();
  const scores = new Map<string, SubjectScore>();
  const none: SubjectScore = { score: null, grade: null, deducted: 0, added: 0, counting: 0 };
  for (const { type, id, ruleSet } of subjects) {
    if (!shared.has(ruleSet)) {
      const version = creditRulesOn(ruleSet, on);
      shared.set(ruleSet, version && { version, clean: scoreOf(version, NONE, on) });
    }
    const rules = shared.get(ruleSet);
    const key = subjectKey(type, id);
    const own = bySubject.get(key);
    if (rules === undefined) scores.set(key, none);
    else scores.set(key, own === undefined ? rules.clean : scoreOf(rules.version, own, on));
  }
  return scores;
}
