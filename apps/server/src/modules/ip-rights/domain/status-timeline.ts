import { addDays, type LocalDate } from '@jince/calendar';

/** A stretch of days with one status. `to` is the last day, null = open. */
export type StatusPeriod<Status extends string> = {
  status: Status;
  from: LocalDate;
  to: LocalDate | null;
  reason: string;
};

/** What a register's history amounts to: periods without gap or overlap, and what was odd in the sources. */
export type StatusTimeline<Status extends string> = { periods: StatusPeriod<Status>[]; remarks: string[] };

/**
 * register = as the register stood on that day (a later annulment does not rewrite earlier days; used for counts that
 * must stay reproducible). law = with the retroactive effect the law gives to annulment and restoration.
 */
export type TimelineView = 'register' | 'law';

/** From `from` on the status holds, until the next change. */
export type StatusChange<Status extends string> = { status: Status; from: LocalDate; reason: string };

/**
 * Joins changes (in order of date) into periods. A change superseded on its own day leaves no period; a change to the
 * same status is none. With `today`, what lies in the future is left out and the last period stays open.
 */
export function joinPeriods<Status extends string>(
  changes: readonly StatusChange<Status>[],
  today?: LocalDate,
): StatusPeriod<Status>[] {
  const known = changes.filter((change, i) => i === 0 || today === undefined || change.from <= today);
  const periods: StatusPeriod<Status>[] = [];
  for (const change of known) {
    const last = periods.at(-1);
    if (last && last.from >= change.from) periods.pop();
    else if (last && last.status !== change.status) last.to = addDays(change.from, -1);
    const before = periods.at(-1);
    if (before?.status === change.status) before.to = null;
    else periods.push({ ...change, to: null });
  }
  return periods;
}

/** Status on a day; undefined before the first period. */
export function statusOn<Status extends string>(
  periods: readonly StatusPeriod<Status>[],
  on: LocalDate,
): Status | undefined {
  return periods.find((period) => period.from <= on && (period.to === null || on <= period.to))?.status;
}

/** Same day and same kind from two files is one event; earlier days first, then the order of the procedure. */
export function orderEvents<Event extends { type: string; on: LocalDate }>(
  events: readonly Event[],
  rank: Readonly<Record<string, number>>,
): Event[] {
  const unique = new Map(events.map((event) => [JSON.stringify(Object.entries(event).sort()), event]));
  return [...unique.entries()]
    .sort(([keyA, a], [keyB, b]) => {
      if (a.on !== b.on) return a.on < b.on ? -1 : 1;
      return (rank[a.type] ?? 0) - (rank[b.type] ?? 0) || (keyA < keyB ? -1 : 1);
    })
    .map(([, event]) => event);
}
