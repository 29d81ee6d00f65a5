import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { cleanText } from '../domain/check-input.ts';
import { lockPoolEntry, type PoolEntry, updatePoolRow } from '../repositories/pool-repository.ts';

export interface UpdatePoolInput {
  readonly version: number;
  readonly stage?: string | undefined;
  readonly route?: string | null | undefined;
  readonly evidence?: readonly { code: string; have: boolean; note: string | null }[] | undefined;
  readonly note?: string | undefined;
  readonly removed?: boolean | undefined;
}

/** Codes a person may set; what the registers tell is not among them. @throws AppError cultivation.pool.unknown-stage */
function checkCodes(ctx: Ctx, input: UpdatePoolInput): void {
  const { stages, evidence } = ctx.services.jurisdiction.markPool;
  const noted = evidence.filter((one) => one.computed === undefined).map((one) => one.code);
  const wrong =
    input.stage !== undefined && !stages.some((stage) => stage.code === input.stage)
      ? input.stage
      : input.evidence?.find((one) => !noted.includes(one.code))?.code;
  if (wrong !== undefined) throw new AppError('cultivation.pool.unknown-stage', { code: wrong });
}

function evidenceAfter(entry: PoolEntry, input: UpdatePoolInput): PoolEntry['evidence'] {
  const changed = (input.evidence ?? []).map(
    ({ code, have, note }) => [code, { have, note: cleanText(note) }] as const,
  );
  return { ...entry.evidence, ...Object.fromEntries(changed) };
}

/** Moves a mark to another stage, notes evidence, or takes it out; what is known of it stays in the log. */
export async function updatePoolEntry(ctx: Ctx, id: string, input: UpdatePoolInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const entry = await lockPoolEntry(tx, ctx.district, id);
    if (entry === undefined) throw new AppError('platform.not-found');
    checkCodes(ctx, input);
    if (entry.version !== input.version) throw new AppError('cultivation.pool.changed-meanwhile');
    const next = {
      stage: input.stage ?? entry.stage,
      route: input.route === undefined ? entry.route : input.route,
      evidence: evidenceAfter(entry, input),
      note: input.note === undefined ? entry.note : cleanText(input.note),
      removedOn: input.removed === true ? ctx.today : null,
    };
    await updatePoolRow(tx, ctx.district, id, next);
    await writeAudit(tx, ctx, {
      action: 'cultivation.pool.edit',
      subject: { kind: 'pool-entry', id, label: entry.mark },
      details: { from: { stage: entry.stage, route: entry.route }, to: next },
    });
  });
}
