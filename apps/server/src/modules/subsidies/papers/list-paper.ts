import type { Ctx } from '../../../platform/context/context.ts';
import { type PaperFormat, renderOfficial } from '../../../platform/documents/official/index.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { type EntryRow, findList, type ListSummary, listEntries } from '../repositories/publicity-repository.ts';

/** A row as the paper takes it. People were masked when the list was published. */
const toRow = (row: EntryRow) => ({
  party: { text: row.name, natural: false },
  uscc: { text: row.uscc === '' ? '—' : row.uscc, natural: false },
  category: row.category,
  clause: row.clause,
  matter: row.matter,
  amountFen: row.amountFen,
  note: row.note,
});

function valuesOf(ctx: Ctx, list: ListSummary, entries: readonly EntryRow[]) {
  const rows = entries.filter((row) => row.standing !== 'withdrawn');
  return {
    year: list.year,
    programme: list.policyTitle,
    policy: { name: list.policyTitle, clause: [...new Set(rows.map((row) => row.clause))].join('、') },
    from: list.openedOn,
    to: list.closesOn,
    publicityDays: list.workingDays,
    totalFen: list.totalFen,
    rows: rows.map(toRow),
    publishedOn: list.openedOn,
    example: list.example,
    contact: ctx.services.jurisdiction.subsidyTerms.office,
  };
}

/**
 * A publicity list in the official layout, without the rows that were withdrawn.
 * @throws AppError 404; 409 subsidies.paper.too-early while its last day is not fixed or nothing is left in it
 */
export async function downloadPublicityPaper(ctx: Ctx, id: string, format: PaperFormat): Promise<FileAnswer> {
  const list = await findList(ctx.db, ctx.district, id);
  if (list === undefined) throw new AppError('platform.not-found');
  const entries = await listEntries(ctx.db, ctx.district, id);
  if (list.closesOn === null || entries.every((row) => row.standing === 'withdrawn'))
    throw new AppError('subsidies.paper.too-early');
  return renderOfficial(ctx, 'public-list', valuesOf(ctx, list, entries), { format });
}
