import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import type { ActionStep, ProcedureFile } from '../../../platform/procedures/index.ts';
import { type DatedInput, type EntryDay, entryDay } from '../domain/dated-entry.ts';
import type { LoadedCase } from '../queries/load-case.ts';
import { loadCase } from '../queries/load-case.ts';
import { type CaseRow, findCase } from '../repositories/case-repository.ts';
import { appendEntry } from '../repositories/entry-repository.ts';
import { listClues } from '../repositories/parts-repository.ts';

/** The case of a step, its row held until the end of the transaction. */
export async function caseOf({ tx, ctx, file }: ActionStep): Promise<CaseRow> {
  const row = await findCase(tx, ctx.district, file.id, true);
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

/** The case with all that is worked out of it, read through the transaction of the step. */
export const loadedOf = async (step: ActionStep): Promise<LoadedCase> =>
  loadCase({ ...step.ctx, db: step.tx }, await caseOf(step));

/** Appends what a step records on its day. Returns the day. */
export async function note(
  { tx, ctx, file }: ActionStep,
  kind: string,
  data: Readonly<Record<string, unknown>>,
  dated: DatedInput = {},
): Promise<EntryDay> {
  const day = entryDay(ctx, dated);
  await appendEntry(tx, ctx, file.id, { kind, data, ...day });
  return day;
}

/** A stop sign of the law as the refusal of an action; undefined when nothing bars. A check with `!` bars when it only warns, too. */
export async function barredBy(ctx: Ctx, file: ProcedureFile, names: readonly string[]): Promise<AppError | undefined> {
  const row = await findCase(ctx.db, ctx.district, file.id);
  if (row === undefined) return undefined;
  const { checks } = await loadCase(ctx, row);
  const found = checks.find(
    ({ check, standing }) =>
      (standing === 'stop' && (names.includes(check) || names.includes(`${check}!`))) ||
      (standing === 'warn' && names.includes(`${check}!`)),
  );
  return found === undefined
    ? undefined
    : new AppError('cases.case.stopped', { text: found.text, article: found.article ?? '' });
}

interface Told {
  readonly id: string;
  readonly number: string;
  readonly organisation_code: string;
  readonly behaviour_row: number | null;
}

/** Tells other modules what became of a case: once, with the first source and all of them. */
export async function tell(
  tx: Tx,
  ctx: Ctx,
  event: string,
  row: Told,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const clues = await listClues(tx, ctx.district, row.id);
  const sources = clues.map(({ module, sourceId, kind }) => ({ module, id: sourceId, kind }));
  await publishEvent(tx, ctx, event, {
    caseId: row.id,
    number: row.number,
    organisationCode: row.organisation_code,
    behaviourRow: row.behaviour_row,
    sourceModule: sources[0]?.module ?? null,
    sourceId: sources[0]?.id ?? null,
    sources,
    ...more,
  });
}
