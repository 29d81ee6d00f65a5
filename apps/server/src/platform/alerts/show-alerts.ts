import { daysBetween } from '@jince/calendar';
import type { AlertItem } from '@jince/contract';
import type { Ctx } from '../context/context.ts';
import { fill } from './expand-alert.ts';
import { holdersOf } from './holders-of.ts';
import { type AlertHit, NO_DAY } from './select-alerts.ts';

/** Code, subject and occasion: what a mark is kept by. */
export const keyOf = (code: string, subjectId: string, dueOn: string | null) =>
  `${code}:${subjectId}:${dueOn ?? NO_DAY}`;

type Described = ReadonlyMap<string, { label: string; href: string | null }>;

async function describeAll(ctx: Ctx, hits: readonly AlertHit[]): Promise<Described> {
  const found = new Map<string, { label: string; href: string | null }>();
  for (const [subject, some] of Map.groupBy(hits, (hit) => hit.alert.subject)) {
    const entry = ctx.services.facts.subjects.get(subject);
    const ids = [...new Set(some.map((hit) => hit.subjectId))];
    for (const [id, words] of (await entry?.subject.describe(ctx, ids)) ?? []) found.set(id, words);
  }
  return found;
}

/**
 * The hits in words: subject, holder, town, what it means and what to do. One that vanished from the registers since the
 * facts were made is left out.
 * @param asOf day the facts are of, from which days are counted
 */
export async function showAlerts(ctx: Ctx, hits: readonly AlertHit[], asOf: string): Promise<AlertItem[]> {
  const described = await describeAll(ctx, hits);
  const holders = await holdersOf(ctx, hits);
  return hits.flatMap((hit): AlertItem[] => {
    const { alert, subjectId, dueOn, mark } = hit;
    const subject = described.get(subjectId);
    if (subject === undefined) return [];
    const holder = holders.get(subjectId);
    const words = { due: dueOn ?? '' };
    return [
      {
        key: keyOf(alert.code, subjectId, dueOn),
        code: alert.code,
        label: alert.label,
        level: alert.level,
        subject: alert.subject,
        subjectId,
        subjectLabel: subject.label,
        href: subject.href,
        partyId: holder?.id ?? null,
        party: holder?.name ?? null,
        town: ctx.services.places.townName(hit.town),
        dueOn,
        daysLeft: dueOn === null ? null : daysBetween(asOf, dueOn),
        text: fill(alert.text, words),
        action: fill(alert.action, words),
        article: alert.article,
        handled: mark,
      },
    ];
  });
}
