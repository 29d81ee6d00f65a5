import { addMonths } from '@jince/calendar';
import type { CreditItem, CreditRuleVersion } from '@jince/law';
import type { CreditEvent } from './credit-event.ts';

/** How an event stands on a day. */
export type EventStanding =
  | 'counts'
  | 'capped'
  | 'same-document'
  | 'not-yet'
  | 'expired'
  | 'revoked'
  | 'repaired'
  | 'withdrawn'
  | 'no-item';

export interface SettledEvent {
  readonly event: CreditEvent;
  readonly item: CreditItem | undefined;
  readonly standing: EventStanding;
  /** Points it takes or gives on the day, after caps. */
  readonly counted: number;
  /** First day on which it counts no more; null while its end is open. */
  readonly until: string | null;
  /** The event of the same paper that counts in its place. */
  readonly insteadOf: string | null;
}

export interface Settlement {
  /** Null where the rules only file events. */
  readonly score: number | null;
  readonly grade: string | null;
  /** Grade by points alone, where an item holds the grade down. */
  readonly gradeByPoints: string | null;
  readonly heldDownBy: CreditItem | null;
  readonly events: readonly SettledEvent[];
}

const earliest = (...days: readonly (string | null)[]): string | null =>
  days.reduce((least, day) => (day !== null && (least === null || day < least) ? day : least), null);

const known = new WeakMap<CreditRuleVersion, ReadonlyMap<string, CreditItem>>();

/** The item of a version an event is; undefined where the rules have none. */
export function itemOf(
  version: CreditRuleVersion,
  { subjectType, sort }: Pick<CreditEvent, 'subjectType' | 'sort'>,
): CreditItem | undefined {
  let items = known.get(version);
  if (items === undefined) {
    items = new Map(
      version.items.flatMap((item) =>
        item.subjects.flatMap((subject) => item.sorts.map((one) => [`${subject}/${one}`, item] as const)),
      ),
    );
    known.set(version, items);
  }
  return items.get(`${subjectType}/${sort}`);
}

/** First day an event no longer counts, by its item and what was decided since; null while open. */
export function endOf(event: CreditEvent, item: CreditItem | undefined): string | null {
  const term = item !== undefined && 'months' in item.lasts ? addMonths(event.on, item.lasts.months) : null;
  return earliest(term, event.expiresOn, event.revokedOn, event.repairedOn);
}

function standingOf(event: CreditEvent, item: CreditItem | undefined, until: string | null, on: string): EventStanding {
  if (event.withdrawn) return 'withdrawn';
  if (item === undefined) return 'no-item';
  if (on < event.on) return 'not-yet';
  if (until === null || on < until) return 'counts';
  if (event.revokedOn === until) return 'revoked';
  return event.repairedOn === until ? 'repaired' : 'expired';
}

type Open = { -readonly [K in keyof SettledEvent]: SettledEvent[K] };

const byDay = (a: Open, b: Open) =>
  a.event.on === b.event.on ? (a.event.id < b.event.id ? -1 : 1) : a.event.on < b.event.on ? -1 : 1;

/** Of the events of one paper only the heaviest counts; praise and blame of one paper are two things. */
function joinPapers(counting: readonly Open[]): void {
  const heaviest = new Map<string, Open>();
  for (const one of counting) {
    if (one.event.documentKey === null) continue;
    const points = one.item?.points ?? 0;
    const key = `${points > 0 ? '+' : '-'}${one.event.documentKey}`;
    const other = heaviest.get(key);
    if (other === undefined) heaviest.set(key, one);
    else {
      const heavier = Math.abs(points) > Math.abs(other.item?.points ?? 0);
      const [kept, dropped] = heavier ? [one, other] : [other, one];
      heaviest.set(key, kept);
      dropped.standing = 'same-document';
    }
  }
  for (const one of counting) {
    if (one.standing !== 'same-document') continue;
    const points = one.item?.points ?? 0;
    one.insteadOf = heaviest.get(`${points > 0 ? '+' : '-'}${one.event.documentKey}`)?.event.id ?? null;
  }
}

/** Gives each event its points, as far as the caps of its item and group leave room; the oldest first. */
function countPoints(version: CreditRuleVersion, counting: readonly Open[]): number {
  const left = new Map<string, number>();
  for (const { item, cap } of version.items) if (cap !== null) left.set(`item/${item}`, cap);
  for (const { group, cap } of version.groups) if (cap !== null) left.set(`group/${group}`, cap);
  let sum = 0;
  for (const one of counting) {
    const { item } = one;
    if (item === undefined || item.points === null || one.standing !== 'counts') continue;
    const keys = [`item/${item.item}`, `group/${item.group}`].filter((key) => left.has(key));
    const size = Math.min(Math.abs(item.points), ...keys.map((key) => left.get(key) ?? 0));
    for (const key of keys) left.set(key, (left.get(key) ?? 0) - size);
    one.counted = size === 0 ? 0 : Math.sign(item.points) * size;
    if (size < Math.abs(item.points)) one.standing = 'capped';
    sum += one.counted;
  }
  return sum;
}

/** Grade of a score; null where the version has none. */
export function gradeOf(version: CreditRuleVersion, score: number): string | null {
  const band = version.grades.find(
    ({ from, above }) => (above !== null && score > above) || (from !== null && score >= from),
  );
  return band?.grade ?? null;
}

function holdDown(version: CreditRuleVersion, grade: string | null, counting: readonly Open[]) {
  const rank = (one: string | null) => version.grades.findIndex((band) => band.grade === one);
  let held: { grade: string | null; by: CreditItem | null } = { grade, by: null };
  for (const { item, standing } of counting) {
    if (item === undefined || item.worst === null || (standing !== 'counts' && standing !== 'capped')) continue;
    if (rank(item.worst) > rank(held.grade)) held = { grade: item.worst, by: item };
  }
  return held;
}

/**
 * Scores the events of one subject on a day by one version of the rules. Pure; the order of the events does not matter.
 * Points are whole or one decimal; the score never falls below the floor.
 */
export function settleEvents(version: CreditRuleVersion, events: readonly CreditEvent[], on: string): Settlement {
  const settled: Open[] = events.map((event) => {
    const item = itemOf(version, event);
    const until = endOf(event, item);
    return { event, item, until, standing: standingOf(event, item, until, on), counted: 0, insteadOf: null };
  });
  settled.sort(byDay);
  const counting = settled.filter(({ standing }) => standing === 'counts');
  joinPapers(counting);
  const sum = countPoints(version, counting);
  if (version.base === null)
    return { score: null, grade: null, gradeByPoints: null, heldDownBy: null, events: settled };
  const score = Math.round(Math.max(version.floor ?? 0, version.base + sum) * 10) / 10;
  const gradeByPoints = gradeOf(version, score);
  const held = holdDown(version, gradeByPoints, counting);
  return { score, grade: held.grade, gradeByPoints, heldDownBy: held.by, events: settled };
}
