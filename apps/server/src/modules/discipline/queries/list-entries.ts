import type { DisciplineEntrySummary } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { ENTRY_READ } from '../discipline.catalogue.ts';
import { findList, listLabel, standingOn } from '../domain/discipline-law.ts';
import { type EntryState, entryStates } from '../procedure/entry-states.ts';
import { type EntryRow, entriesWithin, inForce, selectEntries } from '../repositories/entry-repository.ts';
import { effectView, standingSentence } from './words.ts';

export interface EntryFilter {
  readonly q?: string | undefined;
  readonly list?: readonly string[] | undefined;
  readonly subject?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly standing?: readonly string[] | undefined;
  readonly party?: string | undefined;
  readonly agency?: string | undefined;
}

export function toEntrySummary(ctx: Ctx, row: EntryRow): DisciplineEntrySummary {
  const state = entryStates[row.state as EntryState];
  const standing = standingOn(row, ctx.today);
  return {
    id: row.id,
    fileId: row.file_id,
    number: row.number,
    list: row.list,
    listLabel: listLabel(row.list)[ctx.language],
    subjectKind: row.subject_kind,
    subjectName: row.subject_name,
    code: row.code,
    partyId: row.party_id,
    agencyId: row.agency_id,
    personId: row.person_id,
    townCode: row.town_code,
    town: ctx.services.places.townName(row.town_code),
    state: row.state,
    // What ran out says so at once, whether or not its file has been closed.
    stateLabel: standing === 'expired' ? entryStates.expired.label[ctx.language] : state.label[ctx.language],
    standing,
    sentence: standingSentence(ctx, row, ctx.today),
    decisionNo: row.decision_no,
    fromOn: row.from_on,
    untilOn: row.until_on,
    endedOn: row.ended_on,
    proposedOn: row.proposed_on,
    effects:
      standing === 'in-force'
        ? (findList(row.list, ctx.today)?.effects ?? []).map((effect) => effectView(ctx, effect))
        : [],
  };
}

const within = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`true` : sql`${column} = any(${[...values]}::text[])`;

function standingTest(ctx: Ctx, values: readonly string[] | undefined): RawBuilder<unknown> {
  if (values === undefined || values.length === 0) return sql`true`;
  const tests = values.map((value) => {
    if (value === 'in-force') return inForce(ctx.today);
    if (value === 'under-way') return sql`(e.from_on is null and f.closed_at is null)`;
    if (value === 'ended') return sql`(e.ended_on is not null or e.until_on < ${ctx.today}::date)`;
    return sql`(f.state = 'dropped')`;
  });
  return sql`(${sql.join(tests, sql` or `)})`;
}

export function entryTests(ctx: Ctx, filter: EntryFilter): RawBuilder<unknown> {
  const word = filter.q?.trim();
  const tests = [
    entriesWithin(ctx, ENTRY_READ),
    within(sql`e.list`, filter.list),
    within(sql`e.subject_kind`, filter.subject),
    within(sql`e.town_code`, filter.town),
    standingTest(ctx, filter.standing),
    filter.party === undefined ? sql`true` : sql`e.party_id = ${filter.party}`,
    filter.agency === undefined ? sql`true` : sql`e.agency_id = ${filter.agency}`,
    word === undefined || word === ''
      ? sql`true`
      : sql`(position(lower(${word}) in lower(concat_ws(' ', e.subject_name, e.code, f.number, e.decision_no))) > 0)`,
  ];
  return sql.join(tests, sql` and `);
}

const SORTS: Readonly<Record<string, RawBuilder<unknown>>> = {
  fromOn: sql`e.from_on`,
  untilOn: sql`e.until_on`,
  proposedOn: sql`e.proposed_on`,
  subjectName: sql`e.subject_name`,
};

/** Entries within the actor's reach. */
export async function listDisciplineEntries(
  ctx: Ctx,
  query: EntryFilter & { readonly page: number; readonly pageSize: number; readonly sort?: string | undefined },
) {
  const field = SORTS[query.sort?.replace(/^-/, '') ?? ''];
  const order =
    field === undefined
      ? sql`coalesce(e.from_on, e.proposed_on) desc, e.id`
      : sql`${field} ${query.sort?.startsWith('-') === true ? sql`desc` : sql`asc`} nulls last, e.id`;
  const page = { size: query.pageSize, skip: (query.page - 1) * query.pageSize };
  const { rows, total } = await selectEntries(ctx.db, ctx.district, entryTests(ctx, query), page, order);
  return { items: rows.map((row) => toEntrySummary(ctx, row)), total, page: query.page, pageSize: query.pageSize };
}
