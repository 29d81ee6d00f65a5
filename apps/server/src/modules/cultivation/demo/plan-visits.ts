import { addDays, dayOfWeek, daysBetween } from '@jince/calendar';
import type { Jurisdiction } from '../../../platform/jurisdiction/jurisdiction.ts';
import type { NewVisit } from '../repositories/visit-repository.ts';

type DemoWork = Jurisdiction['demoWork'];
type Result = NewVisit['result'];

export interface DemoTarget {
  readonly id: string;
  readonly assigneeId: string;
  readonly enteredOn: string;
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
const CHANNELS = ['on-site', 'on-site', 'on-site', 'phone', 'phone', 'online', 'meeting'] as const;
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

/** A working day between two days; later ones are likelier, as in any year's work. */
function workingDay(from: string, to: string, random: () => number): string {
  const span = Math.max(1, daysBetween(from, to));
  let day = addDays(from, Math.floor(Math.sqrt(random()) * span));
  while (dayOfWeek(day) === 0 || dayOfWeek(day) === SATURDAY) day = addDays(day, -1);
  return day < from ? from : day;
}

/** Believable visits to some of the targets; the same seed gives the same. */
export function planVisits(
  work: DemoWork,
  targets: readonly DemoTarget[],
  order: { count: number; steps: readonly string[]; today: string; random: () => number },
): PlannedVisit[] {
  const { count, steps, today, random } = order;
  if (targets.length === 0) return [];
  return Array.from({ length: count }, (): PlannedVisit => {
    const target = pick(targets, random);
    const result = resultOf(random);
    const visitedOn = workingDay(addDays(target.enteredOn, 7), addDays(today, -1), random);
    const recent = daysBetween(visitedOn, today) <= RECENT_DAYS;
    const follows = (result === 'contacted' || result === 'in-progress') && (recent || random() < 0.25);
    const step =
      result === 'in-progress'
        ? pick(steps.slice(1), random)
        : result === 'contacted'
          ? pick(steps.slice(0, 2), random)
          : null;
    return {
      targetId: target.id,
      assigneeId: target.assigneeId,
      visitedOn,
      channel: pick(CHANNELS, random),
      person: result === 'not-found' ? null : pick(work.persons, random),
      summary: pick(work.summaries[result], random),
      result,
      step: step ?? null,
      nextStep: follows ? pick(work.nextSteps[result === 'contacted' ? 'contacted' : 'in-progress'], random) : null,
      nextOn: follows ? addDays(visitedOn, 4 + Math.floor(random() * NEXT_WITHIN_DAYS)) : null,
    };
  });
}
