import { addDays, type LocalDate } from '@jince/calendar';
import {
  deriveTrademarkPeriods,
  type TrademarkDates,
  type TrademarkEvent,
  type TrademarkStatus,
} from '../domain/trademark-status.ts';
import type { StoredEvent, StoredPeriod } from './patent-history.ts';

/** What the merged rows say of one mark, as far as its history needs it. */
export interface TrademarkFacts {
  readonly country: string;
  readonly [field: string]: unknown;
}

const EVENT_FIELDS = [
  ['filedOn', 'filed'],
  ['preliminaryOn', 'preliminarily-approved'],
  ['registeredOn', 'registered'],
  ['refusedOn', 'refused'],
  ['withdrawnOn', 'withdrawn'],
  ['cancelledOn', 'cancelled'],
  ['revokedOn', 'revoked'],
  ['invalidatedOn', 'invalidated'],
  ['ceasedOn', 'ceased'],
] as const;

/** Event kind → the field of the merged values it comes from. */
export const trademarkEventField: ReadonlyMap<string, string> = new Map(
  EVENT_FIELDS.map(([field, kind]) => [kind, field]),
);

const ENDINGS = ['refusedOn', 'withdrawnOn', 'cancelledOn', 'revokedOn', 'invalidatedOn'];

/** Words of the domain → the fewer ones of the register's pages. */
const SHOWN: Partial<Record<TrademarkStatus, string>> = {
  'preliminarily-approved': 'preliminary',
  'expired-in-grace': 'grace',
  cancelled: 'lapsed',
};

/** Events of the merged values, oldest first; an undated ending is put on the day of the first file that told of it. */
export function trademarkEvents(facts: TrademarkFacts, firstSeenOn: LocalDate | null): StoredEvent[] {
  const particular = ENDINGS.some((field) => facts[field] !== undefined);
  const events: StoredEvent[] = [];
  for (const [field, kind] of EVENT_FIELDS) {
    const on = facts[field];
    if (typeof on === 'string' && !(kind === 'ceased' && particular)) events.push({ kind, on, detail: null });
  }
  // A registered mark without its day of registration: its printed term is what is known of it.
  if (facts.registeredOn === undefined && typeof facts.termFrom === 'string')
    events.push({ kind: 'registered', on: facts.termFrom, detail: '来源没有注册公告日期，按专用权期限起日记' });
  const undated = facts.undatedEnding;
  if (typeof undated === 'string' && firstSeenOn !== null && !particular && facts.ceasedOn === undefined)
    events.push({ kind: undated, on: firstSeenOn, detail: '来源没有给出日期，按首次说明此事的文件日期记' });
  return events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

export function trademarkDates(facts: { filedOn: LocalDate | null; expiresOn: LocalDate | null }): TrademarkDates {
  return { filedOn: facts.filedOn, expiresOn: facts.expiresOn };
}

/** Status periods, half open, with the coming expiry foretold; of foreign marks only what the sources say. */
export function trademarkPeriods(
  facts: { country: string; filedOn: LocalDate | null; expiresOn: LocalDate | null },
  events: readonly StoredEvent[],
): { periods: StoredPeriod[]; remarks: string[] } {
  const given = events
    .filter((event) => event.kind !== 'filed')
    .map((event): TrademarkEvent => ({ type: event.kind as TrademarkEvent['type'], on: event.on }));
  const { periods, remarks } = deriveTrademarkPeriods(trademarkDates(facts), given);
  if (facts.country !== 'CN') {
    const foretold = periods.findIndex((period) => period.status === 'expired-in-grace');
    const before = periods[foretold - 1];
    if (before !== undefined) {
      periods.splice(foretold);
      before.to = null;
      remarks.push('外国商标，期限依当地法律，未推算届满日');
    }
  }
  return {
    periods: periods.map(({ status, from, to, reason }) => ({
      status: SHOWN[status] ?? status,
      from,
      to: to === null ? null : addDays(to, 1),
      reason,
    })),
    remarks,
  };
}
