import type { ImportSummary } from '@jince/contract';
import { type Ctx, may } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { availableActions } from '../commands/change-import.ts';
import { findImport, type ImportRecord, listImportRecords } from '../repositories/import-repository.ts';
import { summariseIssues } from '../repositories/row-repository.ts';

const COUNT_KEYS = [
  'total',
  'accepted',
  'doubtful',
  'refused',
  'discarded',
  'new',
  'changed',
  'unchanged',
  'duplicate',
  'linkedAuto',
  'linkedByPerson',
  'toReview',
  'unlinked',
] as const;

export function toSummary(ctx: Ctx, record: ImportRecord): ImportSummary {
  const kind = record.kind === null ? undefined : ctx.services.importKinds.get(record.kind);
  return {
    id: record.id,
    number: record.number,
    fileName: record.file_name,
    fileSize: record.file_size,
    sha256: record.sha256,
    kind: record.kind,
    kindLabel: kind?.label[ctx.language] ?? null,
    sender: record.sender,
    senderLabel: kind?.senders.find((s) => s.code === record.sender)?.label[ctx.language] ?? record.sender,
    state: record.state,
    counts: Object.fromEntries(COUNT_KEYS.map((key) => [key, record.counts[key] ?? 0])) as ImportSummary['counts'],
    uploadedBy: record.uploaded_by_name,
    uploadedAt: record.uploaded_at,
    committedAt: record.committed_at,
    undoneAt: record.undone_at,
    jobId: record.job_id,
    notice: record.notice,
  };
}

export async function getImportRecord(ctx: Ctx, id: string): Promise<ImportRecord> {
  const record = await findImport(ctx.db, ctx.district, id);
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

/** A file that names people who must be protected is for those who may know them. */
export function mayOpenFile(ctx: Ctx, { kind }: ImportRecord): boolean {
  const { sealed } = ctx.services.importKinds.get(kind ?? '') ?? {};
  return sealed === undefined || may(ctx, sealed.permission);
}

export async function getImportSummary(ctx: Ctx, id: string): Promise<ImportSummary> {
  return toSummary(ctx, await getImportRecord(ctx, id));
}

export async function getImport(ctx: Ctx, id: string) {
  const record = await getImportRecord(ctx, id);
  const issues = await summariseIssues(ctx.db, ctx.district, id);
  return {
    ...toSummary(ctx, record),
    format: record.format,
    encoding: record.encoding,
    asOf: record.as_of,
    kindGuesses: record.kind_guesses.map((guess) => ({
      ...guess,
      label: ctx.services.importKinds.get(guess.kind)?.label[ctx.language] ?? guess.kind,
    })),
    sheets: record.mapping.map((sheet) => ({
      ...sheet,
      titleLines: [...sheet.titleLines],
      columns: sheet.columns.map((c) => ({ ...c, samples: [...c.samples] })),
    })),
    issueSummary: issues.map((issue) => ({
      code: issue.code,
      severity: issue.severity,
      text: issue[ctx.language],
      count: issue.n,
    })),
    undoReport: record.undo_report,
    mayOpenFile: mayOpenFile(ctx, record),
    availableActions: availableActions(record),
  };
}

export async function listImports(
  ctx: Ctx,
  query: {
    page: number;
    pageSize: number;
    state?: string[] | undefined;
    kind?: string[] | undefined;
    q?: string | undefined;
  },
) {
  const { rows, total } = await listImportRecords(ctx.db, ctx.district, {
    states: query.state,
    kinds: query.kind,
    q: query.q,
    limit: query.pageSize,
    offset: (query.page - 1) * query.pageSize,
  });
  return { items: rows.map((row) => toSummary(ctx, row)), total, page: query.page, pageSize: query.pageSize };
}
