import type { EvidenceDetail, MeasureView, ParsedInput, routes } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { chinaTime } from '../domain/judge-time.ts';
import { CUSTODY_RECORD } from '../evidence.catalogue.ts';
import { requireMeasure, showMeasure } from '../queries/list-measures.ts';
import { requireFile, requireItem } from '../queries/require-file.ts';
import { getEvidence } from '../queries/show-evidence.ts';
import { holderOf } from '../queries/view-custody.ts';
import { appendCustody, listCustody } from '../repositories/custody-repository.ts';
import { findThingBy } from '../repositories/measure-repository.ts';

const MINUTE_MS = 60_000;

type Move = ParsedInput<(typeof routes)['recordCustody']>['body'];

/** People say when to the minute. */
const wholeMinute = (time: string) => Math.floor(Date.parse(time) / MINUTE_MS) * MINUTE_MS;

/** Writes a move: it begins in the hand that holds it, after the last move, not in the future. */
async function move(tx: Tx, ctx: Ctx, subject: 'item' | 'thing', subjectId: string, input: Move): Promise<void> {
  const chain = (await listCustody(tx, ctx.district, subject, [subjectId])).get(subjectId) ?? [];
  const holder = holderOf(chain);
  if (holder !== null && holder !== input.from)
    throw new AppError('evidence.custody.wrong-hand', { holder, from: input.from });
  const last = chain.findLast((entry) => entry.to !== null);
  const at = Date.parse(input.happenedAt);
  if (at > ctx.now.getTime() + MINUTE_MS || (last !== undefined && at < wholeMinute(last.happenedAt)))
    throw new AppError('evidence.custody.out-of-order', {
      before: last === undefined ? '' : chinaTime(Date.parse(last.happenedAt)),
    });
  await appendCustody(tx, ctx, { subject, subjectId, ...input });
}

/**
 * Writes down that an item went from hand to hand.
 * @throws AppError evidence.custody.wrong-hand, evidence.custody.out-of-order
 */
export async function recordCustody(ctx: Ctx, fileId: string, itemId: string, input: Move): Promise<EvidenceDetail> {
  const file = await requireFile(ctx, fileId, CUSTODY_RECORD);
  const row = await requireItem(ctx, fileId, itemId);
  await inTransaction(ctx, async (tx) => {
    await move(tx, ctx, 'item', itemId, input);
    await writeAudit(tx, ctx, {
      action: CUSTODY_RECORD,
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { item: itemId, title: row.title, ...input },
    });
  });
  return getEvidence(ctx, fileId, itemId);
}

/** The same for a thing of a measure. @throws AppError as {@link recordCustody} */
export async function recordThingCustody(ctx: Ctx, fileId: string, thingId: string, input: Move): Promise<MeasureView> {
  const file = await requireFile(ctx, fileId, CUSTODY_RECORD);
  const thing = await findThingBy(ctx.db, ctx.district, { id: thingId });
  if (thing === undefined) throw new AppError('platform.not-found');
  const measure = await requireMeasure(ctx, fileId, thing.measureId, CUSTODY_RECORD);
  await inTransaction(ctx, async (tx) => {
    await move(tx, ctx, 'thing', thingId, input);
    await writeAudit(tx, ctx, {
      action: CUSTODY_RECORD,
      subject: { kind: file.procedure, id: file.id, label: file.number },
      details: { measure: measure.number, thing: thing.code, ...input },
    });
  });
  return showMeasure(ctx, measure.id);
}
