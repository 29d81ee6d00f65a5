import { addDays } from '@jince/calendar';
import { type CreditRuleSet, creditRulesOn } from '@jince/law';
import type { CreditEvent } from './credit-event.ts';
import { endOf, itemOf, settleEvents } from './settle-events.ts';

/** A stretch of days on which score and grade do not change; `to` is the last day, null = open. */
export interface StandingPeriod {
  readonly from: string;
  readonly to: string | null;
  readonly score: number | null;
  readonly grade: string | null;
}

function changeDays(set: CreditRuleSet, events: readonly CreditEvent[]): string[] {
  const days = new Set<string>();
  for (const version of set.versions) {
    days.add(version.from);
    if (version.to !== null) days.add(addDays(version.to, 1));
    for (const event of events) {
      const end = endOf(event, itemOf(version, event));
      days.add(event.on);
      if (end !== null) days.add(end);
    }
  }
  return [...days].sort();
}

/** The whole course of a subject's score, from the first day of the rules on; days before have no score. */
export function standingPeriods(set: CreditRuleSet, events: readonly CreditEvent[]): StandingPeriod[] {
  const periods: StandingPeriod[] = [];
  for (const day of changeDays(set, events)) {
    const version = creditRulesOn(set, day);
    if (version === undefined && periods.length === 0) continue;
    const { score, grade } = version === undefined ? { score: null, grade: null } : settleEvents(version, events, day);
    const last = periods.at(-1);
    if (last !== undefined && last.score === score && last.grade === grade) continue;
    if (last !== undefined) periods[periods.length - 1] = { ...last, to: addDays(day, -1) };
    periods.push({ from: day, to: null, score, grade });
  }
  return periods;
}
