import type { WorkItem } from '@jince/contract';
import { daysBetween } from '../../lib/format.ts';

/** When a target is due: past its day, today, within a week, later, or without a day. */
export type Due = 'overdue' | 'today' | 'week' | 'later' | 'none';
export const dueOrder: readonly Due[] = ['overdue', 'today', 'week', 'later', 'none'];

export interface WorkGroup {
  readonly key: string;
  readonly items: readonly WorkItem[];
}

export function dueOf(item: Pick<WorkItem, 'nextOn' | 'overdue'>, today: string): Due {
  if (item.nextOn === null) return item.overdue ? 'overdue' : 'none';
  const days = daysBetween(today, item.nextOn);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= 7 ? 'week' : 'later';
}

/** Targets by when they are due, soonest first inside each. */
export function groupByDue(items: readonly WorkItem[], today: string): WorkGroup[] {
  const day = (item: WorkItem) => item.nextOn ?? '9999';
  return dueOrder
    .map((due) => ({
      key: due,
      items: items.filter((item) => dueOf(item, today) === due).sort((a, b) => day(a).localeCompare(day(b))),
    }))
    .filter((group) => group.items.length > 0);
}

/** Targets by town in the order of its code, those without one last. */
export function groupByTown(items: readonly WorkItem[]): WorkGroup[] {
  const groups = new Map<string, { code: string; items: WorkItem[] }>();
  for (const item of items) {
    const key = item.town ?? '';
    const group = groups.get(key) ?? { code: item.townCode ?? '~', items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([, a], [, b]) => (a.code < b.code ? -1 : 1))
    .map(([key, group]) => ({ key, items: group.items }));
}

/** Whether a target is found by what was typed: part of the name, the code or the next step. */
export function matches(item: WorkItem, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  return [item.name, item.uscc, item.nextStep, item.campaignTitle].some((one) => one?.toLowerCase().includes(wanted));
}
