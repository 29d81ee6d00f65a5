import type { DisciplineEntryDetail } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { ENTRY_PROPOSE, ENTRY_READ } from '../discipline.catalogue.ts';
import { findList, listLabel, repairFrom } from '../domain/discipline-law.ts';
import { type EntryRow, findEntry, selectEntries } from '../repositories/entry-repository.ts';
import { listChain } from './list-chain.ts';
import { toEntrySummary } from './list-entries.ts';
import { readImportedStanding } from './party-standing.ts';
import { effectView } from './words.ts';

/** An entry within the actor's reach. @throws AppError 404 otherwise */
export async function reachEntry(ctx: Ctx, id: string, permission: string = ENTRY_READ): Promise<EntryRow> {
  const entry = await findEntry(ctx.db, ctx.district, id);
  const scope = scopeFor(ctx, permission);
  const reached =
    scope.kind === 'district' ||
    (entry?.town_code != null && scope.towns.includes(entry.town_code)) ||
    (entry?.party_id != null && scope.parties.includes(entry.party_id));
  if (entry === undefined || !may(ctx, permission) || !reached) throw new AppError('platform.not-found');
  return entry;
}

/** Why the last day is that day, as sentences. */
function termSteps(ctx: Ctx, entry: EntryRow): string[] {
  const { from_on: from, until_on: until, lawful_until: lawful, term_article: article } = entry;
  if (from === null) return [];
  const zh = ctx.language === 'zh';
  if (until === null)
    return [zh ? '法规未定期限：列入事由消除后移出。' : 'The law sets no term: it ends when its cause is remedied.'];
  const months = findList(entry.list, from)?.termMonths;
  const steps = [zh ? `列入日 ${from} 计入期限。` : `The day of listing, ${from}, counts.`];
  if (lawful !== null)
    steps.push(
      zh
        ? `最长 ${months ?? ''} 个月（${article}），至 ${lawful} 止。`
        : `At most ${months ?? ''} months (${article}), to ${lawful}.`,
    );
  if (until !== lawful)
    steps.push(
      zh ? `决定书定为至 ${until} 止，短于法定最长期限。` : `The decision sets ${until}, less than the longest term.`,
    );
  steps.push(
    zh
      ? '到期不需要任何人办理，次日起各项措施自动停止。'
      : 'Nobody has to do anything for it to end: from the next day on nothing is barred.',
  );
  return steps;
}

/** One entry with its effects and articles, its term, the chain of responsibility and what other lists say. */
export async function getDisciplineEntry(ctx: Ctx, id: string): Promise<DisciplineEntryDetail> {
  const row = await reachEntry(ctx, id);
  const list = findList(row.list, row.from_on ?? ctx.today);
  const others =
    row.party_id === null
      ? []
      : (await selectEntries(ctx.db, ctx.district, sql`e.party_id = ${row.party_id} and e.id <> ${row.id}`)).rows;
  const { rows: causes } =
    row.caused_by === null
      ? { rows: [] as readonly EntryRow[] }
      : await selectEntries(ctx.db, ctx.district, sql`e.id = ${row.caused_by}`);
  return {
    ...toEntrySummary(ctx, row),
    reason: row.reason,
    authority: row.authority,
    basisNo: row.basis_no,
    conductOn: row.conduct_on,
    statement: row.statement,
    statedOn: row.stated_on,
    repairText: row.repair_text,
    repairAskedOn: row.repair_asked_on,
    endedAs: row.ended_as,
    endedNo: row.ended_no,
    endedReason: row.ended_reason,
    listArticle: list?.article ?? null,
    repairFrom: list === undefined || row.from_on === null ? null : repairFrom(list, row.from_on),
    repairArticle: list?.repairArticle ?? null,
    termSteps: termSteps(ctx, row),
    lawEffects: (list?.effects ?? []).map((effect) => effectView(ctx, effect)),
    chain: await listChain(ctx, row),
    cause:
      causes[0] === undefined
        ? null
        : { id: causes[0].id, label: `${causes[0].subject_name} · ${listLabel(causes[0].list)[ctx.language]}` },
    others: others.map((one) => toEntrySummary(ctx, one)),
    imported: row.party_id === null ? [] : await readImportedStanding(ctx, row.party_id),
    mayPropose: may(ctx, ENTRY_PROPOSE),
  };
}
