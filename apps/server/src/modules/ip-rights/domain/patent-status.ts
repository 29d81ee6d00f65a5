import { addDays, addYears, type LocalDate } from '@jince/calendar';
import type { PatentKind } from '@jince/identifiers';
import { hasLaw, lawNumber } from '@jince/law';
import {
  joinPeriods,
  orderEvents,
  type StatusChange,
  type StatusTimeline,
  type TimelineView,
} from './status-timeline.ts';

export type PatentStatus =
  | 'pending'
  | 'published'
  | 'granted'
  | 'lapsed'
  | 'expired'
  | 'invalidated'
  | 'withdrawn'
  | 'rejected'
  | 'unknown';

export type PatentEventType =
  | 'filed'
  | 'published'
  | 'examined'
  | 'granted'
  | 'rejected'
  | 'withdrawn'
  | 'lapsed'
  | 'abandoned'
  | 'restored'
  | 'expired'
  | 'invalidated'
  | 'ceased'
  | 'transferred'
  | 'licensed'
  | 'pledged'
  | 'flagged-abnormal';

export type PatentEvent = {
  type: PatentEventType;
  /** Day of the event or its announcement. */
  on: LocalDate;
  /** Day from which it works, where the law says another: a lapse works from the due date of the unpaid fee. */
  effectiveOn?: LocalDate;
  /** Of an invalidation; partial keeps the patent in force. Default whole. */
  scope?: 'whole' | 'partial';
};

export type PatentDates = {
  kind: PatentKind;
  filedOn: LocalDate;
  publishedOn?: LocalDate | null;
  grantedOn?: LocalDate | null;
  /** Days of term compensation (专利权期限补偿), 0 if none. */
  termExtensionDays?: number;
};

type Rule = {
  status: PatentStatus;
  after: readonly PatentStatus[];
  reason: string;
  doubtAfter?: readonly PatentStatus[];
};

const APPLICATION: readonly PatentStatus[] = ['pending', 'published'];

/** Which status an event leads to, from which it is expected, and from which it is believed with a remark. */
const RULES: Partial<Record<PatentEventType, Rule>> = {
  published: { status: 'published', after: ['pending'], reason: '申请公布（专利法第34条）' },
  granted: {
    status: 'granted',
    after: APPLICATION,
    doubtAfter: ['withdrawn', 'rejected'],
    reason: '授权公告（专利法第39、40条）',
  },
  rejected: { status: 'rejected', after: APPLICATION, reason: '申请被驳回（专利法第38条）' },
  withdrawn: { status: 'withdrawn', after: APPLICATION, reason: '申请撤回或视为撤回（专利法第32、35条）' },
  lapsed: { status: 'lapsed', after: ['granted'], reason: '未缴年费，专利权自应缴期满之日起终止（专利法第44条）' },
  abandoned: { status: 'lapsed', after: ['granted'], reason: '专利权人书面放弃（专利法第44条）' },
  expired: { status: 'expired', after: ['granted'], reason: '期限届满（专利法第42条）' },
  invalidated: {
    status: 'invalidated',
    after: ['granted', 'lapsed', 'expired', 'unknown'],
    reason: '宣告全部无效（专利法第46、47条）',
  },
  ceased: { status: 'unknown', after: [...APPLICATION, 'granted'], reason: '来源只说明失效，原因未知' },
};

const RANK: Readonly<Record<string, number>> = {
  filed: 0,
  published: 1,
  examined: 2,
  granted: 3,
  rejected: 4,
  withdrawn: 4,
  lapsed: 5,
  abandoned: 5,
  expired: 6,
  restored: 7,
  ceased: 8,
  invalidated: 9,
};

const NAMES: Record<PatentStatus, string> = {
  pending: '审中',
  published: '已公布',
  granted: '有效',
  lapsed: '终止',
  expired: '期满',
  invalidated: '无效',
  withdrawn: '撤回',
  rejected: '驳回',
  unknown: '不明',
};

/**
 * The legal status of a patent over time, without gap from filing on. Events may come in any order, twice, or against
 * each other: what cannot follow is left out and said in `remarks`. A whole invalidation works from its announcement in
 * the register view and from grant in the law view (专利法 47: deemed never to have existed; there the time before
 * counts as published). A restoration ends a lapse in the register view and undoes it in the law view. The term's end
 * comes from the law of the filing date (designs filed from 2021-06-01: 15 years). Without `today` it is foretold.
 */
export function derivePatentPeriods(
  patent: PatentDates,
  events: readonly PatentEvent[],
  today?: LocalDate,
  view: TimelineView = 'register',
): StatusTimeline<PatentStatus> {
  const remarks = new Set<string>();
  const expiry = patentExpiry(patent);
  if (!expiry) remarks.add(`申请日${patent.filedOn}早于已收录的法律，无法推算期限届满日`);
  const effective = effectiveEvents(patent, events, expiry, remarks);
  const changes: StatusChange<PatentStatus>[] = [{ status: 'pending', from: patent.filedOn, reason: '提出申请' }];
  let beforeLoss: PatentStatus = 'pending';

  for (const event of effective) {
    const current = changes.at(-1)!.status;
    if (event.type === 'invalidated' && event.scope === 'partial') continue;
    if (event.type === 'restored') {
      if (current === 'granted' || current === 'pending' || current === 'published') continue;
      if (current === 'expired') remarks.add(`${event.on}恢复权利，但期限已届满，不采用`);
      else restore(changes, event.on, beforeLoss, view);
      continue;
    }
    const rule = RULES[event.type];
    if (!rule || rule.status === current) continue;
    const doubtful = rule.doubtAfter?.includes(current);
    if (!rule.after.includes(current) && !doubtful) {
      if (!isForegone(event.type, current))
        remarks.add(`${event.on}的“${rule.reason}”与当时状态“${NAMES[current]}”矛盾，不采用`);
      continue;
    }
    if (doubtful) remarks.add(`${event.on}授权，但此前为“${NAMES[current]}”，以授权为准`);
    if (event.type === 'expired' && expiry && event.on < expiry)
      remarks.add(`期满日${event.on}早于推算的${expiry}，以来源为准`);
    if (current === 'pending' || current === 'published' || current === 'granted') beforeLoss = current;
    changes.push({ status: rule.status, from: event.on, reason: rule.reason });
  }
  return { periods: joinPeriods(view === 'law' ? annulled(changes) : changes, today), remarks: [...remarks] };
}

/**
 * First day on which the term is over: filing date plus the term of its law plus compensation days. Undefined where the
 * law of that day is not recorded.
 */
export function patentExpiry(patent: PatentDates): LocalDate | undefined {
  const key = `patent.term.${patent.kind}`;
  if (!hasLaw(key, patent.filedOn)) return undefined;
  return addDays(addYears(patent.filedOn, lawNumber(key, patent.filedOn).value), patent.termExtensionDays ?? 0);
}

/** Dates of the record and events as one list by the day on which they work; impossible days are dropped. */
function effectiveEvents(
  patent: PatentDates,
  events: readonly PatentEvent[],
  expiry: LocalDate | undefined,
  remarks: Set<string>,
): PatentEvent[] {
  const all: PatentEvent[] = events.map(({ type, on, effectiveOn, scope }) => ({
    type: asGrant(patent, type),
    on: effectiveOn ?? on,
    ...(type === 'invalidated' ? { scope: scope ?? 'whole' } : {}),
  }));
  if (patent.publishedOn) all.push({ type: asGrant(patent, 'published'), on: patent.publishedOn });
  if (patent.grantedOn) all.push({ type: 'granted', on: patent.grantedOn });
  if (expiry) all.push({ type: 'expired', on: expiry });
  return orderEvents(all, RANK).filter((event) => {
    if (event.on >= patent.filedOn) return true;
    remarks.add(`${event.on}的事件早于申请日${patent.filedOn}，不采用`);
    return false;
  });
}

/** Utility models and designs are published by their grant. */
function asGrant(patent: PatentDates, type: PatentEventType): PatentEventType {
  return type === 'published' && patent.kind !== 'invention' ? 'granted' : type;
}

function restore(changes: StatusChange<PatentStatus>[], on: LocalDate, status: PatentStatus, view: TimelineView): void {
  if (view === 'law') changes.pop();
  else changes.push({ status, from: on, reason: '恢复权利（专利法实施细则第6条）' });
}

/** The foretold end of term, and a publication after grant, contradict nothing. */
function isForegone(type: PatentEventType, current: PatentStatus): boolean {
  return (
    type === 'expired' ||
    (type === 'published' && current !== 'pending') ||
    (type === 'granted' && current === 'granted')
  );
}

/** 专利法 47: a patent wholly invalidated is deemed never to have existed. */
function annulled(changes: StatusChange<PatentStatus>[]): StatusChange<PatentStatus>[] {
  const invalidated = changes.find((change) => change.status === 'invalidated');
  const grant = changes.findIndex((change) => change.status === 'granted');
  if (!invalidated || grant < 0) return changes;
  return [...changes.slice(0, grant), { ...invalidated, from: changes[grant]!.from }];
}
