import { addMonths } from '@jince/calendar';
import { lawNumber, maskPersonalInformation } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import {
  disciplineLists,
  type Effect,
  findList,
  listLabel,
  type SubjectKind,
  standingOn,
} from '../domain/discipline-law.ts';
import { type EntryRow, selectEntries } from '../repositories/entry-repository.ts';

/** An entry as everyone may read it: who, on which list, by whose decision, until when. */
export interface PublicEntry {
  readonly id: string;
  readonly list: string;
  readonly listLabel: Bilingual;
  readonly subjectKind: SubjectKind;
  /** A person's is masked. */
  readonly name: string;
  /** Never a person's. */
  readonly code: string | null;
  readonly agencyId: string | null;
  readonly authority: string;
  readonly decisionNo: string;
  readonly article: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
  /** `withdrawn`: the decision was set aside, as `withdrawnOn` and `withdrawnNo` say. */
  readonly standing: 'in-force' | 'withdrawn';
  readonly withdrawnOn: string | null;
  readonly withdrawnNo: string | null;
  /** Of the law of today; none once withdrawn. */
  readonly effects: readonly Effect[];
}

/** A person under his own name: no code, two to four characters or a middle dot between. */
const PERSON = /^\p{Script=Han}{2,4}$|^\p{Script=Han}+·\p{Script=Han}+$/u;
const MOST = 20_000;

const isPerson = (row: EntryRow): boolean =>
  row.subject_kind === 'person' || (row.code === null && PERSON.test(row.subject_name.trim()));

/** First day on which a set-aside entry is no longer told of: the day after its term, else some months after. */
function shownUntil(row: EntryRow, endedOn: string): string {
  const months = lawNumber('discipline.publication.withdrawn-months', endedOn).value;
  return row.until_on ?? addMonths(endedOn, months);
}

function standingInPublic(row: EntryRow, on: string): PublicEntry['standing'] | undefined {
  const standing = standingOn(row, on);
  if (standing === 'in-force') return 'in-force';
  const setAside = standing === 'ended' && row.ended_as === 'revoked' && row.ended_on !== null;
  // Who made good is shown no longer at all; only what should never have been said is taken back in public.
  return setAside && on <= shownUntil(row, row.ended_on as string) ? 'withdrawn' : undefined;
}

/**
 * Entries that the law makes public as of today, the latest first. Nothing is shown past its last day or after a repair; a
 * decision that was set aside is shown as withdrawn until the entry would have ended. No permission is needed.
 */
export async function listPublicEntries(ctx: Ctx): Promise<PublicEntry[]> {
  const lists = new Map(disciplineLists(ctx.today).map((one) => [one.list, one]));
  const open = [...lists.values()].filter((one) => one.isPublic).map((one) => one.list);
  const { rows } = await selectEntries(
    ctx.db,
    ctx.district,
    sql`e.from_on <= ${ctx.today}::date and e.list = any(${open}::text[]) and coalesce(e.until_on >= ${ctx.today}::date, true)`,
    { size: MOST, skip: 0 },
    sql`e.from_on desc, e.id`,
  );
  return rows.flatMap((row) => {
    const standing = standingInPublic(row, ctx.today);
    if (standing === undefined || row.from_on === null || row.decision_no === null) return [];
    const person = isPerson(row);
    return [
      {
        id: row.id,
        list: row.list,
        listLabel: listLabel(row.list),
        subjectKind: row.subject_kind,
        name: person ? maskPersonalInformation('name', row.subject_name.trim(), ctx.today) : row.subject_name,
        code: person ? null : row.code,
        agencyId: row.subject_kind === 'agency' ? row.agency_id : null,
        authority: row.authority,
        decisionNo: row.decision_no,
        article: (findList(row.list, row.from_on) ?? lists.get(row.list))?.article ?? '',
        fromOn: row.from_on,
        untilOn: row.until_on,
        standing,
        withdrawnOn: standing === 'withdrawn' ? row.ended_on : null,
        withdrawnNo: standing === 'withdrawn' ? row.ended_no : null,
        effects: standing === 'in-force' ? (lists.get(row.list)?.effects ?? []) : [],
      },
    ];
  });
}

/** Lists whose entries are public today. */
export const listPublicDisciplineLists = (on: string): { list: string; label: Bilingual; article: string }[] =>
  disciplineLists(on)
    .filter((one) => one.isPublic)
    .map(({ list, label, article }) => ({ list, label, article }));
