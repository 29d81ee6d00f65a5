import { addMonths, addYears, type Day, dayOf, yearOf } from './days.ts';
import type { Rng } from './random.ts';

export type PatentKind = 'invention' | 'utility' | 'design';
export type EndReason = 'refused' | 'withdrawn' | 'unpaid' | 'expired' | 'invalidated' | 'abandoned';
export type PatentStatus = 'published' | 'examination' | 'granted' | EndReason;

/** What happened to one application, as dates; the status on a day follows from them. */
export type PatentLife = {
  kind: PatentKind;
  filedOn: Day;
  publishedOn: Day | undefined;
  examinedFrom: Day | undefined;
  grantedOn: Day | undefined;
  end: { reason: EndReason; on: Day /** First day a register shows it. */; shownFrom: Day } | undefined;
  /** Patent year whose annual fee is owed and unpaid on the last day, inside the six months of grace or already lapsed. */
  unpaidYear: number | undefined;
};

const LONG_DESIGNS_FROM = dayOf('2021-06-01');
/** Chance per patent year that the fee is no longer paid. */
const DROP: Record<PatentKind, number> = { invention: 0.035, utility: 0.085, design: 0.13 };

export function termYears(kind: PatentKind, filedOn: Day): number {
  if (kind === 'invention') return 20;
  return kind === 'design' && filedOn >= LONG_DESIGNS_FROM ? 15 : 10;
}

/** Annual fee of patent year k is due on the (k−1)th anniversary of filing. */
export function dueOn(filedOn: Day, year: number): Day {
  return addYears(filedOn, year - 1);
}

/** The patent year that runs on a day; the first starts with the filing. */
export function patentYearOn(filedOn: Day, day: Day): number {
  let year = Math.max(1, yearOf(day) - yearOf(filedOn));
  while (dueOn(filedOn, year + 1) <= day) year++;
  return year;
}

function keepPaying(life: PatentLife, asOf: Day, rng: Rng): void {
  const { kind, filedOn, grantedOn } = life;
  if (grantedOn === undefined) return;
  const term = termYears(kind, filedOn);
  const grantYear = patentYearOn(filedOn, grantedOn);
  for (let year = grantYear + 1; year <= term; year++) {
    const due = dueOn(filedOn, year);
    if (due > asOf) return;
    if (!rng.chance(DROP[kind] * (year - grantYear > 2 ? 1.3 : 0.6))) continue;
    life.unpaidYear = year;
    const lapseShown = addMonths(due, 7);
    if (lapseShown <= asOf) life.end = { reason: 'unpaid', on: due, shownFrom: lapseShown };
    return;
  }
  const expiry = addYears(filedOn, term);
  if (expiry <= asOf) life.end = { reason: 'expired', on: expiry, shownFrom: expiry };
}

function prosecute(life: PatentLife, asOf: Day, rng: Rng): void {
  const { kind, filedOn } = life;
  const open = asOf - filedOn;
  if (kind !== 'invention') {
    life.grantedOn = filedOn + rng.between(60, Math.max(60, Math.min(330, open)));
    return;
  }
  const published = filedOn + rng.between(55, Math.max(55, Math.min(560, open)));
  life.publishedOn = published;
  life.examinedFrom = published + rng.between(10, 60);
  const decided = published + rng.between(180, 800);
  const outcome = rng.weighted([0.56, 0.2, 0.17, 0.07]);
  if (outcome === 0) life.grantedOn = decided;
  else if (outcome < 3) {
    life.end = { reason: outcome === 1 ? 'refused' : 'withdrawn', on: decided, shownFrom: decided };
  }
  if (decided > asOf) {
    life.grantedOn = undefined;
    life.end = undefined;
  }
}

export function livePatent(kind: PatentKind, filedOn: Day, asOf: Day, rng: Rng): PatentLife {
  const life: PatentLife = {
    kind,
    filedOn,
    publishedOn: undefined,
    examinedFrom: undefined,
    grantedOn: undefined,
    end: undefined,
    unpaidYear: undefined,
  };
  prosecute(life, asOf, rng);
  keepPaying(life, asOf, rng);
  const granted = life.grantedOn;
  if (granted !== undefined && life.end === undefined && granted < asOf - 400 && rng.chance(0.006)) {
    const on = granted + rng.between(200, Math.max(201, asOf - granted - 1));
    life.end = { reason: rng.chance(0.5) ? 'invalidated' : 'abandoned', on, shownFrom: on };
    life.unpaidYear = undefined;
  }
  return life;
}

/** Undefined before anything was published. */
export function statusOn(life: PatentLife, day: Day): PatentStatus | undefined {
  if (life.end && life.end.shownFrom <= day) return life.end.reason;
  if (life.grantedOn !== undefined && life.grantedOn <= day) return 'granted';
  if (life.examinedFrom !== undefined && life.examinedFrom <= day) return 'examination';
  return life.publishedOn !== undefined && life.publishedOn <= day ? 'published' : undefined;
}
