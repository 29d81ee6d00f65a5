import type { DisciplineChain } from '@jince/contract';
import { lawTexts } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { listAgencyPeople } from '../../ip-agencies/index.ts';
import { disciplineLists, findList } from '../domain/discipline-law.ts';
import { type EntryRow, selectEntries } from '../repositories/entry-repository.ts';
import { toEntrySummary } from './list-entries.ts';

/** The day on which people must have practised at the agency to answer with it. */
export const chainDay = (entry: EntryRow): string => entry.conduct_on ?? entry.from_on ?? entry.proposed_on;

/** The list on which persons stand, on a day. */
export const personList = (on: string) => disciplineLists(on).find((one) => one.subjects.includes('person'));

/** Whether the law lets persons answer with this entry. */
export function hasChain(ctx: Ctx, entry: EntryRow): boolean {
  const on = entry.from_on ?? ctx.today;
  return (
    entry.agency_id !== null && (findList(entry.list, on)?.chain.length ?? 0) > 0 && personList(ctx.today) !== undefined
  );
}

/** Persons who answer with an agency; null where the list has no such chain. */
export async function listChain(ctx: Ctx, entry: EntryRow): Promise<DisciplineChain | null> {
  const list = personList(ctx.today);
  if (!hasChain(ctx, entry) || entry.agency_id === null || list === undefined) return null;
  const on = chainDay(entry);
  const people = await listAgencyPeople(ctx, entry.agency_id, on);
  const { rows } = await selectEntries(ctx.db, ctx.district, sql`e.caused_by = ${entry.id}`);
  return {
    on,
    article: lawTexts(`discipline.${entry.list}.chain`, entry.from_on ?? ctx.today).article,
    list: list.label[ctx.language],
    people: people.map(({ personId, name, qualificationNo, role, from, to }) => {
      const own = rows.find((row) => row.person_id === personId);
      const shown = own === undefined ? undefined : toEntrySummary(ctx, own);
      return {
        personId,
        name,
        qualificationNo,
        role,
        from,
        to,
        entry: shown === undefined ? null : { id: shown.id, number: shown.number, stateLabel: shown.stateLabel },
      };
    }),
  };
}
