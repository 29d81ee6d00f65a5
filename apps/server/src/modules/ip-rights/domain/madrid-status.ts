import { addDays, addMonths, addYears, type LocalDate } from '@jince/calendar';
import { lawNumber, lawNumberAt } from '@jince/law';
import { joinPeriods, orderEvents, type StatusChange, type StatusTimeline } from './status-timeline.ts';

export type MadridDependency = {
  endsOn: LocalDate;
  active: boolean;
  transformationMonths: number;
  article: string;
  reasons: string[];
};

/**
 * Whether an international registration still stands and falls with its base mark: five years from the international
 * registration, the last day included (Madrid Protocol 6). After a central attack it can be transformed.
 */
export function madridDependency(registeredOn: LocalDate, on: LocalDate): MadridDependency {
  const law = lawNumber('madrid.dependency-years', registeredOn);
  const endsOn = addYears(registeredOn, law.value);
  const active = on <= endsOn;
  const transformationMonths = lawNumber('madrid.transformation-months', registeredOn).value;
  const reasons = [
    `国际注册日${registeredOn}起${law.value}年内依附于基础注册，至${endsOn}（${law.article}）`,
    active ? '仍在依附期：基础商标失效将使国际注册同样失效' : '依附期已过：国际注册独立',
  ];
  return { endsOn, active, transformationMonths, article: law.article, reasons };
}

/** standard = 12 months, extended = 18 months by declaration of the member (Madrid Protocol 5(2)). */
export type RefusalPeriod = 'standard' | 'extended';

export type MadridRefusalDue = {
  dueOn: LocalDate;
  months: number;
  assumed: boolean;
  article: string;
  reasons: string[];
};

/**
 * Last day on which a member may notify a provisional refusal, counted from its notification of the designation. Where
 * the member's period is not recorded the longer one is assumed, and said.
 */
export function madridRefusalDue(notifiedOn: LocalDate, period?: RefusalPeriod | null): MadridRefusalDue {
  const law = lawNumberAt('madrid.refusal-months', notifiedOn, period ?? 'extended');
  const dueOn = addMonths(notifiedOn, law.value);
  const reasons = [`通知日${notifiedOn}起${law.value}个月内可驳回，至${dueOn}（${law.article}）`];
  if (!period) reasons.push('未登记该缔约方的驳回期限，按较长的18个月推定');
  return { dueOn, months: law.value, assumed: !period, article: law.article, reasons };
}

/** `protected` also after the refusal period ran out in silence. */
export type DesignationStatus =
  | 'designated'
  | 'provisionally-refused'
  | 'protected'
  | 'partly-protected'
  | 'refused'
  | 'renounced'
  | 'invalidated'
  | 'cancelled'
  | 'expired-in-grace'
  | 'lapsed';

export type DesignationEventType =
  | 'provisional-refusal'
  | 'granted'
  | 'granted-in-part'
  | 'refusal-confirmed'
  | 'refusal-withdrawn'
  | 'renounced'
  | 'invalidated'
  | 'cancelled';

export type DesignationEvent = { type: DesignationEventType; on: LocalDate };

export type DesignationDates = {
  /** International registration, or the later designation. */
  designatedOn: LocalDate;
  /** WIPO's notification to the member, from which its refusal period runs. */
  notifiedOn?: LocalDate | null;
  refusalPeriod?: RefusalPeriod | null;
  /** Last day of the international registration's running term. */
  registrationExpiresOn?: LocalDate | null;
};

type Rule = { status: DesignationStatus; after: readonly DesignationStatus[]; reason: string };

const PROTECTED: readonly DesignationStatus[] = ['protected', 'partly-protected'];
const OPEN: readonly DesignationStatus[] = ['designated', 'provisionally-refused'];
const LIVE: readonly DesignationStatus[] = [...OPEN, ...PROTECTED, 'expired-in-grace'];

const RULES: Record<DesignationEventType, Rule> = {
  'provisional-refusal': { status: 'provisionally-refused', after: ['designated'], reason: '临时驳回' },
  granted: { status: 'protected', after: [...OPEN, 'partly-protected'], reason: '声明给予保护' },
  'granted-in-part': { status: 'partly-protected', after: OPEN, reason: '部分给予保护' },
  'refusal-confirmed': { status: 'refused', after: OPEN, reason: '确认全部驳回' },
  'refusal-withdrawn': {
    status: 'protected',
    after: ['provisionally-refused', 'refused'],
    reason: '撤回驳回，给予保护',
  },
  renounced: { status: 'renounced', after: LIVE, reason: '放弃指定' },
  invalidated: { status: 'invalidated', after: [...PROTECTED, 'expired-in-grace'], reason: '在该缔约方被宣告无效' },
  cancelled: { status: 'cancelled', after: LIVE, reason: '国际注册因基础商标失效等被注销' },
};

const RANK = Object.fromEntries(Object.keys(RULES).map((type, i) => [type, i])) as Record<DesignationEventType, number>;

/**
 * The status of one designation over time. Silence until the refusal period is over counts as protection; the end of the
 * international term and its grace (Protocol 7) end every live designation. Impossible events are left out and said.
 */
export function deriveDesignationPeriods(
  designation: DesignationDates,
  events: readonly DesignationEvent[],
  today?: LocalDate,
): StatusTimeline<DesignationStatus> {
  const remarks: string[] = [];
  const planned = plannedChanges(designation);
  const changes: StatusChange<DesignationStatus>[] = [
    { status: 'designated', from: designation.designatedOn, reason: '指定' },
  ];
  const steps = [
    ...orderEvents(events, RANK).map(({ type, on }) => ({ ...RULES[type], from: on, planned: false })),
    ...planned.map((change) => ({ ...change, planned: true })),
  ].sort((a, b) => (a.from === b.from ? Number(a.planned) - Number(b.planned) : a.from < b.from ? -1 : 1));

  for (const step of steps) {
    const current = changes.at(-1)!.status;
    if (step.status === current) continue;
    if (step.from < designation.designatedOn) remarks.push(`${step.from}的“${step.reason}”早于指定日，不采用`);
    else if (step.after.includes(current)) changes.push({ status: step.status, from: step.from, reason: step.reason });
    else if (!step.planned) remarks.push(`${step.from}的“${step.reason}”与当时状态矛盾，不采用`);
  }
  return { periods: joinPeriods(changes, today), remarks };
}

function plannedChanges(designation: DesignationDates): (Rule & { from: LocalDate })[] {
  const planned: (Rule & { from: LocalDate })[] = [];
  if (designation.notifiedOn) {
    const refusal = madridRefusalDue(designation.notifiedOn, designation.refusalPeriod);
    const reason = `驳回期限${refusal.dueOn}届满未驳回，视为给予保护（${refusal.article}）`;
    planned.push({ status: 'protected', after: ['designated'], from: addDays(refusal.dueOn, 1), reason });
  }
  if (designation.registrationExpiresOn) {
    const end = designation.registrationExpiresOn;
    const grace = lawNumber('madrid.renewal.grace-months', end);
    const graceEnds = addMonths(end, grace.value);
    planned.push({
      status: 'expired-in-grace',
      after: [...OPEN, ...PROTECTED],
      from: addDays(end, 1),
      reason: `国际注册${end}期满，宽展期内（${grace.article}）`,
    });
    planned.push({
      status: 'lapsed',
      after: ['expired-in-grace'],
      from: addDays(graceEnds, 1),
      reason: `宽展期满${graceEnds}未续展`,
    });
  }
  return planned;
}

/** Last day of the term of an international registration that begins on a day: ten years (Protocol 6, 7). */
export function madridTermEnd(registeredOn: LocalDate): LocalDate {
  return addYears(registeredOn, lawNumber('madrid.term-years', registeredOn).value);
}
