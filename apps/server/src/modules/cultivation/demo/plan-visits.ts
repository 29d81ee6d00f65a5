import { addDays, dayOfWeek, daysBetween } from '@jince/calendar';
import type { Jurisdiction } from '../../../platform/jurisdiction/jurisdiction.ts';
import type { NewVisit } from '../repositories/visit-repository.ts';

type Topic = Jurisdiction['demoWork']['topics'] extends ReadonlyMap<string, infer T> ? T : never;
type Result = NewVisit['result'];

export interface DemoTarget {
  readonly id: string;
  readonly assigneeId: string;
  readonly enteredOn: string;
  readonly succeededOn: string | null;
}

/** A visit of the demo, by the account its target is given to. */
export interface PlannedVisit extends Omit<NewVisit, 'id' | 'note' | 'counts'> {
  readonly assigneeId: string;
}

/** Of twenty visits: so many of each result. */
const SHARES: readonly [Result, number][] = [
  ['contacted', 10],
  ['in-progress', 7],
  ['declined', 2],
  ['not-found', 1],
];
const SATURDAY = 6;
const NEXT_WITHIN_DAYS = 24;
const RECENT_DAYS = 20;

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;

function resultOf(random: () => number): Result {
  let left = random() * SHARES.reduce((sum, [, share]) => sum + share, 0);
  for (const [result, share] of SHARES) {
    left -= share;
    if (left < 0) return result;
  }
  return 'contacted';
}

/** A working day between two days, never after the second; later ones are likelier, as in any year's work. */
function workingDay(from: string, to: string, random: () => number): string {
  const start = daysBetween(from, to) > 0 ? from : to;
  let day = addDays(start, Math.floor(Math.sqrt(random()) * daysBetween(start, to)));
  while (dayOfWeek(day) === 0 || dayOfWeek(day) === SATURDAY) day = addDays(day, -1);
  return day;
}

/** What was said at a visit of a result; of those the topic has. */
function said(topic: Topic, random: () => number): Topic['visits'][number] {
  const wanted = resultOf(random);
  const fitting = topic.visits.filter((visit) => visit.result === wanted);
  return pick(fitting.length > 0 ? fitting : topic.visits, random);
}

function stepOf(result: Result, steps: readonly string[], random: () => number): string | null {
  if (result === 'in-progress') return pick(steps.slice(1), random) ?? null;
  return result === 'contacted' ? (pick(steps.slice(0, 2), random) ?? null) : null;
}

/** Believable visits to some of the targets, none after a target has succeeded; the same seed gives the same. */
export function planVisits(
  topic: Topic,
  targets: readonly DemoTarget[],
  order: { count: number; steps: readonly string[]; today: string; random: () => number },
): PlannedVisit[] {
  const { count, steps, today, random } = order;
  if (targets.length === 0) return [];
  return Array.from({ length: count }, (): PlannedVisit => {
    const target = pick(targets, random);
    const { channel, result, text } = said(topic, random);
    const visitedOn = workingDay(addDays(target.enteredOn, 7), target.succeededOn ?? addDays(today, -1), random);
    const recent = daysBetween(visitedOn, today) <= RECENT_DAYS;
    const follows = (result === 'contacted' || result === 'in-progress') && (recent || random() < 0.25);
    return {
      targetId: target.id,
      assigneeId: target.assigneeId,
      visitedOn,
      channel,
      person: result === 'not-found' ? null : pick(topic.persons, random),
      summary: text,
      result,
      step: stepOf(result, steps, random),
      nextStep: follows ? pick(topic.nextSteps, random) : null,
      nextOn: follows ? addDays(visitedOn, 4 + Math.floor(random() * NEXT_WITHIN_DAYS)) : null,
    };
  });
}
