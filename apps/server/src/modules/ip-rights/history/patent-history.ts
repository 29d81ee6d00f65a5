import { addDays, addYears, type LocalDate, rollForwardIfKnown } from '@jince/calendar';
import type { PatentKind } from '@jince/identifiers';
import { isAnnuityLawRecorded, patentYearOf } from '../domain/annuity-fees.ts';
import { annuityLedger } from '../domain/annuity-ledger.ts';
import { derivePatentPeriods, type PatentDates, type PatentEvent, patentExpiry } from '../domain/patent-status.ts';
import { type AnnuityLine, isPaid, ledgerInput } from './annuity-lines.ts';

/** One event as stored: `kind` is the event type, with 'partly-invalidated' for an invalidation in part. */
export interface StoredEvent {
  readonly kind: string;
  readonly on: LocalDate;
  readonly detail: string | null;
}

/** A stretch of one status, half open: from ≤ day < to. */
export interface StoredPeriod {
  readonly status: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly reason: string;
}

/** What the merged rows say of one patent, as far as its history needs it. */
export interface PatentFacts {
  readonly kind: PatentKind;
  readonly country: string;
  readonly [field: string]: unknown;
}

const EVENT_FIELDS = [
  ['filedOn', 'filed'],
  ['publishedOn', 'published'],
  ['examinedOn', 'examined'],
  ['grantedOn', 'granted'],
  ['rejectedOn', 'rejected'],
  ['withdrawnOn', 'withdrawn'],
  ['lapsedOn', 'lapsed'],
  ['abandonedOn', 'abandoned'],
  ['restoredOn', 'restored'],
  ['expiredOn', 'expired'],
  ['invalidatedOn', 'invalidated'],
  ['partlyInvalidatedOn', 'partly-invalidated'],
  ['ceasedOn', 'ceased'],
  ['transferredOn', 'transferred'],
  ['licensedOn', 'licensed'],
  ['pledgedOn', 'pledged'],
] as const;

/** Event kind → the field of the merged values it comes from. */
export const eventField: ReadonlyMap<string, string> = new Map(EVENT_FIELDS.map(([field, kind]) => [kind, field]));

const ENDINGS = ['lapsedOn', 'abandonedOn', 'expiredOn', 'rejectedOn', 'withdrawnOn', 'invalidatedOn'];

/**
 * Events of the merged values, oldest first. An ending that no file dates is put on `firstSeenOn`, the day of the first
 * file that told of it; a bare '失效' gives way to any ending that says how.
 */
export function patentEvents(facts: PatentFacts, firstSeenOn: LocalDate | null): StoredEvent[] {
  const particular = ENDINGS.some((field) => facts[field] !== undefined);
  const events: StoredEvent[] = [];
  for (const [field, kind] of EVENT_FIELDS) {
    const on = facts[field];
    if (typeof on !== 'string' || (kind === 'ceased' && particular)) continue;
    const detail = kind === 'transferred' ? facts.transfer : kind === 'pledged' ? facts.pledgee : undefined;
    events.push({ kind, on, detail: typeof detail === 'string' ? detail : null });
  }
  const undated = facts.undatedEnding;
  if (typeof undated === 'string' && firstSeenOn !== null && !particular && facts.ceasedOn === undefined)
    events.push({ kind: undated, on: firstSeenOn, detail: '来源没有给出日期，按首次说明此事的文件日期记' });
  return events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function toDomain(event: StoredEvent): PatentEvent | undefined {
  if (event.kind === 'filed') return undefined;
  if (event.kind === 'partly-invalidated') return { type: 'invalidated', on: event.on, scope: 'partial' };
  return { type: event.kind as PatentEvent['type'], on: event.on };
}

export function patentDates(
  facts: { kind: PatentKind; filedOn: LocalDate | null },
  events: readonly StoredEvent[],
): PatentDates | undefined {
  const filedOn = facts.filedOn ?? events[0]?.on;
  return filedOn === undefined ? undefined : { kind: facts.kind, filedOn };
}

/**
 * Status periods of a patent, with the end of its term foretold. Only Chinese law is recorded: of foreign patents, and of
 * those whose filing date is not known, no end of term is foretold.
 */
export function patentPeriods(
  facts: { kind: PatentKind; country: string; filedOn: LocalDate | null },
  events: readonly StoredEvent[],
): { periods: StoredPeriod[]; remarks: string[] } {
  const dates = patentDates(facts, events);
  if (dates === undefined) return { periods: [], remarks: ['没有任何日期，无法推算状态'] };
  const { periods, remarks } = derivePatentPeriods(
    dates,
    events.map(toDomain).filter((event) => event !== undefined),
  );
  const known = facts.country === 'CN' && facts.filedOn !== null;
  const last = periods.at(-1);
  if (!known && last?.status === 'expired' && !events.some((event) => event.kind === 'expired')) {
    periods.pop();
    const before = periods.at(-1);
    if (before !== undefined) before.to = null;
    remarks.push(facts.country === 'CN' ? '申请日未知，未推算期限届满日' : '外国专利，期限依当地法律，未推算届满日');
  }
  return {
    periods: periods.map(({ status, from, to, reason }) => ({
      status,
      from,
      to: to === null ? null : addDays(to, 1),
      reason,
    })),
    remarks,
  };
}

export function statusAt(periods: readonly StoredPeriod[], on: LocalDate): StoredPeriod | undefined {
  return periods.find((period) => period.from <= on && (period.to === null || on < period.to));
}

/** Due day of the next annual fee: null unless a Chinese patent in force on `today` still owes one. */
export function nextDueOn(
  facts: { kind: PatentKind; country: string; filedOn: LocalDate | null },
  events: readonly StoredEvent[],
  periods: readonly StoredPeriod[],
  lines: readonly AnnuityLine[],
  today: LocalDate,
): LocalDate | null {
  const grantedOn = events.find((event) => event.kind === 'granted')?.on;
  const { kind, country, filedOn } = facts;
  if (country !== 'CN' || filedOn === null || grantedOn === undefined || grantedOn < filedOn) return null;
  if (statusAt(periods, today)?.status !== 'granted') return null;
  const paid = new Set(lines.filter(isPaid).map((line) => line.year));
  const owed = lines.some((line) => !paid.has(line.year) && addYears(filedOn, line.year - 1) < today);
  if (owed) return annuityLedger(ledgerInput({ kind, filedOn, grantedOn }, lines, null), today).next?.dueOn ?? null;
  // Nothing is known to be owed: the first fee not reported as paid that can still be paid without late fee.
  const expiry = patentExpiry({ kind, filedOn });
  for (let year = Math.max(patentYearOf(filedOn, grantedOn) + 1, patentYearOf(filedOn, today)); ; year++) {
    const anniversaryOn = addYears(filedOn, year - 1);
    if (expiry === undefined || anniversaryOn >= expiry || !isAnnuityLawRecorded(kind, anniversaryOn)) return null;
    // The day of annuityFee without its amounts: the anniversary, moved to a working day (专利法实施细则 5, 114).
    if (paid.has(year)) continue;
    const dueOn = rollForwardIfKnown(anniversaryOn).on;
    if (dueOn >= today) return dueOn;
  }
}
