import { addDays, addMonths, addYears, type LocalDate } from '@jince/calendar';
import { hasLaw, lawNumber } from '@jince/law';
import {
  joinPeriods,
  orderEvents,
  type StatusChange,
  type StatusTimeline,
  type TimelineView,
} from './status-timeline.ts';
import { trademarkTermEnd } from './trademark-deadlines.ts';

/** `expired-in-grace` can still be renewed and then has never ended; `lapsed` = removed for want of renewal. */
export type TrademarkStatus =
  | 'applied'
  | 'preliminarily-approved'
  | 'registered'
  | 'expired-in-grace'
  | 'lapsed'
  | 'cancelled'
  | 'revoked'
  | 'invalidated'
  | 'refused'
  | 'withdrawn'
  | 'unknown';

export type TrademarkEventType =
  | 'filed'
  | 'preliminarily-approved'
  | 'opposed'
  | 'registered'
  | 'renewed'
  | 'refused'
  | 'withdrawn'
  | 'cancelled'
  | 'revoked'
  | 'invalidated'
  | 'restored'
  | 'ceased'
  | 'transferred'
  | 'licensed'
  | 'pledged';

export type TrademarkEvent = {
  type: TrademarkEventType;
  on: LocalDate;
  effectiveOn?: LocalDate;
  /** Partial refusal, revocation or invalidation leaves the mark for other goods. Default whole. */
  scope?: 'whole' | 'partial';
};

export type TrademarkDates = {
  filedOn?: LocalDate | null;
  preliminarilyApprovedOn?: LocalDate | null;
  registeredOn?: LocalDate | null;
  /** Last day of the exclusive right as printed, renewals included. */
  expiresOn?: LocalDate | null;
};

type Rule = { status: TrademarkStatus; after: readonly TrademarkStatus[]; reason: string };

const APPLICATION: readonly TrademarkStatus[] = ['applied', 'preliminarily-approved', 'unknown'];
const REGISTERED: readonly TrademarkStatus[] = ['registered', 'expired-in-grace'];

const RULES: Partial<Record<TrademarkEventType, Rule>> = {
  'preliminarily-approved': {
    status: 'preliminarily-approved',
    after: ['applied', 'refused', 'unknown'],
    reason: '初步审定公告',
  },
  registered: { status: 'registered', after: [...APPLICATION, 'refused'], reason: '注册公告' },
  refused: { status: 'refused', after: APPLICATION, reason: '驳回或不予注册' },
  withdrawn: { status: 'withdrawn', after: APPLICATION, reason: '申请撤回' },
  cancelled: { status: 'cancelled', after: REGISTERED, reason: '注册人申请注销' },
  revoked: { status: 'revoked', after: REGISTERED, reason: '撤销公告，专用权自公告之日起终止' },
  invalidated: { status: 'invalidated', after: [...REGISTERED, 'lapsed', 'cancelled', 'revoked'], reason: '宣告无效' },
  ceased: {
    status: 'unknown',
    after: ['applied', 'preliminarily-approved', ...REGISTERED],
    reason: '来源只说明无效，原因未知',
  },
};

const ORDER: readonly TrademarkEventType[] = ['filed', 'preliminarily-approved', 'opposed', 'registered', 'renewed'];
const RANK = Object.fromEntries([
  ...ORDER.map((type, i) => [type, i]),
  ...['refused', 'withdrawn', 'cancelled', 'revoked', 'restored', 'ceased', 'invalidated'].map((type, i) => [
    type,
    10 + i,
  ]),
]) as Readonly<Record<string, number>>;

/**
 * The status of a mark over time from its first known day on. Order, copies and contradictions of events as in
 * derivePatentPeriods. Terms last ten years; `expiresOn` is taken to include renewals. A renewal counts when it falls
 * into the window of the term then running. In the law view an invalidation works from registration (商标法2019 47) and a
 * renewal in the grace period leaves no gap. Without `today` the coming expiry is foretold.
 */
export function deriveTrademarkPeriods(
  mark: TrademarkDates,
  events: readonly TrademarkEvent[],
  today?: LocalDate,
  view: TimelineView = 'register',
): StatusTimeline<TrademarkStatus> {
  const remarks = new Set<string>();
  const ordered = orderEvents(collect(mark, events), RANK);
  const firstDay = mark.filedOn ?? ordered[0]?.on;
  if (!firstDay) return { periods: [], remarks: ['没有任何日期，不能推算状态'] };
  const known = mark.filedOn !== undefined && mark.filedOn !== null;
  const changes: StatusChange<TrademarkStatus>[] = [
    known
      ? { status: 'applied', from: firstDay, reason: '提出申请' }
      : { status: 'unknown', from: firstDay, reason: '申请日未知' },
  ];

  for (const event of ordered) {
    if (event.on < firstDay) remarks.add(`${event.on}的事件早于申请日${firstDay}，不采用`);
    else apply(changes, event, view, remarks);
  }
  const all = withTerm(changes, { mark, events: ordered, view, remarks });
  return { periods: joinPeriods(view === 'law' ? annulled(all) : all, today), remarks: [...remarks] };
}

function collect(mark: TrademarkDates, events: readonly TrademarkEvent[]): TrademarkEvent[] {
  const all = events
    .filter((event) => event.scope !== 'partial')
    .map(({ type, on, effectiveOn }): TrademarkEvent => ({ type, on: effectiveOn ?? on }));
  if (mark.preliminarilyApprovedOn) all.push({ type: 'preliminarily-approved', on: mark.preliminarilyApprovedOn });
  if (mark.registeredOn) all.push({ type: 'registered', on: mark.registeredOn });
  return all;
}

function apply(
  changes: StatusChange<TrademarkStatus>[],
  event: TrademarkEvent,
  view: TimelineView,
  remarks: Set<string>,
): void {
  const current = changes.at(-1)!.status;
  if (event.type === 'restored') {
    const before = changes.at(-2);
    if (!before || !['refused', 'withdrawn', 'cancelled', 'revoked', 'invalidated', 'unknown'].includes(current))
      return;
    if (view === 'law') changes.pop();
    else changes.push({ status: before.status, from: event.on, reason: '原决定被撤销，恢复' });
    return;
  }
  const rule = RULES[event.type];
  if (!rule || rule.status === current) return;
  if (
    event.type === 'preliminarily-approved' &&
    current !== 'applied' &&
    current !== 'refused' &&
    current !== 'unknown'
  )
    return;
  if (event.type === 'registered' && REGISTERED.includes(current)) return;
  if (!rule.after.includes(current)) remarks.add(`${event.on}的“${rule.reason}”与当时状态矛盾，不采用`);
  else changes.push({ status: rule.status, from: event.on, reason: rule.reason });
}

/** Puts the end of the term and its grace period between the changes: they work only while the mark is registered. */
function withTerm(changes: StatusChange<TrademarkStatus>[], facts: Facts): StatusChange<TrademarkStatus>[] {
  const registered = changes.find((change) => change.status === 'registered');
  if (!registered) return changes;
  const terms = termChanges(registered.from, facts);
  const result: StatusChange<TrademarkStatus>[] = [];
  let ended = false;
  for (const change of [...changes.map((it) => ({ it, term: false })), ...terms.map((it) => ({ it, term: true }))].sort(
    byDay,
  )) {
    const current = result.at(-1)?.status;
    if (change.term && !(current && REGISTERED.includes(current))) continue;
    if (!change.term && ended && change.it.status !== 'invalidated') {
      facts.remarks.add(`${change.it.from}的“${change.it.reason}”晚于专用权期满，不采用`);
      continue;
    }
    if (change.term && change.it.status === 'lapsed') ended = true;
    result.push(change.it);
  }
  return result;
}

type Facts = {
  mark: TrademarkDates;
  events: readonly TrademarkEvent[];
  view: TimelineView;
  remarks: Set<string>;
};

type Ranked = { it: StatusChange<TrademarkStatus>; term: boolean };

function byDay(a: Ranked, b: Ranked): number {
  if (a.it.from !== b.it.from) return a.it.from < b.it.from ? -1 : 1;
  return Number(b.term) - Number(a.term);
}

function termChanges(registeredOn: LocalDate, { mark, events, view, remarks }: Facts): StatusChange<TrademarkStatus>[] {
  const changes: StatusChange<TrademarkStatus>[] = [];
  const firstEnd = trademarkTermEnd(registeredOn);
  let end = mark.expiresOn && (!firstEnd || mark.expiresOn > firstEnd) ? mark.expiresOn : (firstEnd ?? mark.expiresOn);
  if (!end || !hasLaw('trademark.renewal.window-months', end)) {
    remarks.add(`注册日${registeredOn}的有效期规定未收录，不能推算期满日`);
    return changes;
  }
  if (mark.expiresOn && mark.expiresOn < end) remarks.add(`专用权期限止${mark.expiresOn}早于推算的${end}，以推算为准`);
  for (const { on } of events.filter((event) => event.type === 'renewed')) {
    const opensOn = addMonths(end, -lawNumber('trademark.renewal.window-months', end).value);
    const graceEnds = addMonths(end, lawNumber('trademark.renewal.grace-months', end).value);
    if (on <= opensOn || on > graceEnds) {
      if (on > graceEnds) remarks.add(`${on}的续展晚于宽展期${graceEnds}，不采用`);
      continue;
    }
    if (on > end && view === 'register') {
      changes.push({ status: 'expired-in-grace', from: addDays(end, 1), reason: '期满，宽展期内' });
      changes.push({ status: 'registered', from: on, reason: '宽展期内续展，有效期连续' });
    }
    end = addYears(end, lawNumber('trademark.term.years', addDays(end, 1)).value);
  }
  const grace = lawNumber('trademark.renewal.grace-months', end);
  const graceEnds = addMonths(end, grace.value);
  changes.push({
    status: 'expired-in-grace',
    from: addDays(end, 1),
    reason: `${end}期满，宽展期内（${grace.article}）`,
  });
  changes.push({
    status: 'lapsed',
    from: addDays(graceEnds, 1),
    reason: `宽展期满${graceEnds}未续展，注销（${grace.article}）`,
  });
  return changes;
}

/** 商标法2019 47: an invalidated mark is deemed never to have been registered. */
function annulled(changes: StatusChange<TrademarkStatus>[]): StatusChange<TrademarkStatus>[] {
  const invalidated = changes.find((change) => change.status === 'invalidated');
  const at = changes.findIndex((change) => change.status === 'registered');
  if (!invalidated || at < 0) return changes;
  return [...changes.slice(0, at), { ...invalidated, from: changes[at]!.from }];
}
