import { addDays } from '@jince/calendar';
import { creditRuleSets } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { findAgencies } from '../../ip-agencies/index.ts';
import type { CreditEvent } from '../domain/credit-event.ts';
import { type StandingPeriod, standingPeriods } from '../domain/standing-periods.ts';
import { peopleRuleSet, ruleSetOf } from '../queries/subjects.ts';
import { listFinals } from '../repositories/evaluation-repository.ts';
import { listSubjectEvents, toCreditEvent } from '../repositories/event-repository.ts';
import { replaceStandings, type StandingRow } from '../repositories/standing-repository.ts';

type Final = Awaited<ReturnType<typeof listFinals>>[number];

const clip = (periods: readonly StandingPeriod[], from: string, to: string | null): StandingPeriod[] =>
  periods
    .filter((one) => (one.to === null || one.to >= from) && (to === null || one.from <= to))
    .map((one) => ({
      ...one,
      from: one.from < from ? from : one.from,
      to: to !== null && (one.to === null || one.to > to) ? to : one.to,
    }));

/** What was published: from each final result to the next, by the events it rests on. */
function publishedPeriods(finals: readonly Final[], events: readonly CreditEvent[]): StandingPeriod[] {
  // Of two results of one day the later holds.
  const last = finals.filter((one, i) => finals[i + 1]?.final_on !== one.final_on);
  return last.flatMap((final, i) => {
    const set = creditRuleSets.find((one) => one.ruleSet === final.rule_set);
    if (set === undefined) return [];
    const ids = new Set(final.event_ids);
    const next = last[i + 1]?.final_on;
    const periods = standingPeriods(
      set,
      events.filter((one) => ids.has(one.id)),
    );
    return clip(periods, final.final_on, next === undefined ? null : addDays(next, -1));
  });
}

/**
 * Derives anew, in the caller's transaction, how the score of some agencies and people runs, and marks the facts that
 * depend on it. Ids of agencies and of people may be mixed.
 */
export async function refreshStandings(tx: Tx, ctx: Ctx, subjectIds: readonly string[]): Promise<void> {
  const ids = [...new Set(subjectIds)].sort();
  const within = { ...ctx, db: tx };
  const cards = await findAgencies(within, ids);
  const events = Map.groupBy(await listSubjectEvents(tx, ctx.district, ids), (row) => row.subject_id);
  const finals = Map.groupBy(await listFinals(tx, ctx.district, ids), (row) => row.subject_id);
  const rows: StandingRow[] = [];
  for (const id of ids) {
    const own = events.get(id) ?? [];
    const card = cards.get(id);
    if (card === undefined && own.length === 0 && !finals.has(id)) continue;
    const subjectType = card === undefined ? 'person' : 'agency';
    const set = card === undefined ? peopleRuleSet() : ruleSetOf(card.kinds);
    if (set === undefined) continue;
    const credit = own.map(toCreditEvent);
    const base = { subjectType, subjectId: id, ruleSet: set.ruleSet } as const;
    for (const period of standingPeriods(set, credit)) rows.push({ ...base, basis: 'current', ...period });
    for (const period of publishedPeriods(finals.get(id) ?? [], credit))
      rows.push({ ...base, basis: 'published', ...period });
  }
  await replaceStandings(tx, ctx.district, ids, rows);
  const agencyIds = [...cards.keys()];
  await markStale(tx, ctx, 'agency', sql`select unnest(${agencyIds}::uuid[])`);
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select m.party_id from agencies.patent_agency l
      join ip_rights.patent_holder h on h.district = l.district and h.patent_id = l.patent_id
      join parties.mention m on m.district = h.district and m.id = h.mention_id
      where l.district = ${ctx.district} and l.agency_id = any(${agencyIds}::uuid[])`,
  );
  await bumpRegisterVersion(tx, ctx.district, 'agency-credit');
}
