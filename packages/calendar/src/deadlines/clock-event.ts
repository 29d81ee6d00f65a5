import type { LocalDate } from '../local-date.ts';
import { toDate, toDay } from './civil-day.ts';
import { DeadlineError } from './deadline-error.ts';
import type { Cause, DeadlineRule, Extension, Term } from './rule.ts';

/**
 * What happened to a running clock.
 * - `exclude`: days that do not count, both ends included; `to` null while they go on
 * - `suspend` … `resume`: the same in two events; the day it goes on counts again
 * - `extend`: an extension the rule knows, granted on a day
 */
export type ClockEvent =
  | { readonly type: 'exclude'; readonly cause: string; readonly from: LocalDate; readonly to: LocalDate | null }
  | { readonly type: 'suspend'; readonly cause: string; readonly on: LocalDate }
  | { readonly type: 'resume'; readonly on: LocalDate }
  | {
      readonly type: 'extend';
      readonly extension?: string | undefined;
      readonly on: LocalDate;
      /** Days granted, where the law sets no length. */
      readonly days?: number | undefined;
    };

export interface Standstill {
  readonly from: number;
  readonly to: number;
  readonly cause: Cause;
}

export interface Granted {
  readonly extension: Extension;
  readonly term: Term;
  readonly on: number;
}

/** Events in order, checked against the rule. `open` is a standstill that goes on. */
export interface ReadEvents {
  readonly standstills: readonly Standstill[];
  readonly granted: readonly Granted[];
  readonly open: { readonly from: number; readonly cause: Cause } | undefined;
}

export const NO_EVENTS: ReadEvents = { standstills: [], granted: [], open: undefined };

function causeOf(rule: DeadlineRule, cause: string): Cause {
  const known = rule.causes.find((one) => one.cause === cause);
  if (known !== undefined) return known;
  const names = rule.causes.map((one) => `${one.cause}（${one.label.zh}）`).join('、') || '无';
  throw new DeadlineError('cause-unknown', {
    zh: `“${rule.label.zh}”不因“${cause}”中止计算；可以扣除的有：${names}`,
    en: `"${rule.label.en}" does not stand still for "${cause}"; it does for: ${rule.causes.map((one) => one.cause).join(', ') || 'nothing'}`,
  });
}

function extensionOf(rule: DeadlineRule, asked: string | undefined, granted: readonly Granted[]): Extension {
  const used = (one: Extension) => granted.filter(({ extension }) => extension === one).length;
  const left = rule.extensions.find((one) => (asked === undefined || one.extension === asked) && used(one) < one.most);
  if (left !== undefined) return left;
  if (asked !== undefined && !rule.extensions.some((one) => one.extension === asked))
    throw new DeadlineError('extension-unknown', {
      zh: `“${rule.label.zh}”没有“${asked}”这种延长`,
      en: `"${rule.label.en}" knows no extension "${asked}"`,
    });
  throw new DeadlineError('extension-used-up', {
    zh: `“${rule.label.zh}”可以延长的次数已经用完`,
    en: `"${rule.label.en}" can be extended no further`,
  });
}

/** The length of an extension: of the law, else as granted. */
function lengthOf({ term, label }: Extension, days: number | undefined): Term {
  if (term !== null) return term;
  if (days !== undefined && Number.isInteger(days) && days > 0) return { count: days, unit: 'day' };
  throw new DeadlineError('event-malformed', {
    zh: `“${label.zh}”须写明延长的日数（days）`,
    en: `"${label.en}" needs the number of days granted (days)`,
  });
}

function reversed(from: LocalDate, to: LocalDate): DeadlineError {
  return new DeadlineError('period-reversed', {
    zh: `扣除期间的截止日${to}早于开始日${from}`,
    en: `The days left out end (${to}) before they begin (${from})`,
  });
}

/** Overlapping standstills count once: the later one begins where the earlier has ended. */
function withoutOverlap(standstills: readonly Standstill[]): Standstill[] {
  const done: Standstill[] = [];
  for (const one of standstills.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const from = Math.max(one.from, (done.at(-1)?.to ?? Number.NEGATIVE_INFINITY) + 1);
    if (from <= one.to) done.push({ ...one, from });
  }
  return done;
}

/**
 * Reads events in the order they are given.
 * @throws DeadlineError for a cause or extension the rule does not know, an extension too many, an event that does not fit
 */
export function readEvents(rule: DeadlineRule, events: readonly ClockEvent[]): ReadEvents {
  if (events.length === 0) return NO_EVENTS;
  const standstills: Standstill[] = [];
  const granted: Granted[] = [];
  let open: ReadEvents['open'];
  const close = (last: number) => {
    if (open !== undefined && last >= open.from) standstills.push({ from: open.from, to: last, cause: open.cause });
    open = undefined;
  };
  for (const event of events) {
    if (event.type === 'extend') {
      const extension = extensionOf(rule, event.extension, granted);
      granted.push({ extension, term: lengthOf(extension, event.days), on: toDay(event.on) });
      continue;
    }
    if (event.type === 'resume') {
      if (open === undefined)
        throw new DeadlineError('resume-without-suspension', {
          zh: `${event.on}恢复计算，但此前没有中止`,
          en: `The clock goes on from ${event.on} but did not stand still`,
        });
      if (toDay(event.on) < open.from) throw reversed(toDate(open.from), event.on);
      close(toDay(event.on) - 1);
      continue;
    }
    const cause = causeOf(rule, event.cause);
    if (event.type === 'exclude' && event.to !== null) {
      if (toDay(event.to) < toDay(event.from)) throw reversed(event.from, event.to);
      standstills.push({ from: toDay(event.from), to: toDay(event.to), cause });
      continue;
    }
    if (open !== undefined)
      throw new DeadlineError('suspended-twice', {
        zh: `已自${toDate(open.from)}起中止，尚未恢复`,
        en: `The clock has stood still since ${toDate(open.from)}`,
      });
    open = { from: toDay(event.type === 'exclude' ? event.from : event.on), cause };
  }
  return { standstills: withoutOverlap(standstills), granted, open };
}
