import type { RouteOutput, routes } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { HAND_OVER_PREPARE, MATTER_READ, SAY } from '../coordination.catalogue.ts';
import { nameBody } from '../repositories/body-repository.ts';
import { type HandOverRecord, listVersions } from '../repositories/hand-over-repository.ts';
import { mattersWith } from '../repositories/matter-repository.ts';
import { listProgress } from '../repositories/progress-repository.ts';
import { caseHref, readableCases } from './case-bridge.ts';
import { reachHandOver } from './reach-hand-over.ts';
import { toHandOverRow } from './view-hand-over.ts';

type Detail = RouteOutput<(typeof routes)['getHandOver']>;

/** The case by its number; a link only for who may read it. */
const refOf = (id: string | null, number: string | null, readable: ReadonlyMap<string, unknown>) =>
  id === null || number === null ? null : { id, number, href: readable.has(id) ? caseHref(id) : null };

export const contentOf = (record: HandOverRecord) => ({
  title: record.title,
  facts: record.facts,
  request: record.request,
  suspects: [...record.suspects],
  amountFen: record.amount_fen,
});

/** One hand-over as its bodies see it. @throws AppError 404 outside the actor's reach */
export async function getHandOver(ctx: Ctx, id: string): Promise<Detail> {
  const record = await reachHandOver(ctx, id);
  const cases = await readableCases(
    ctx,
    [record.case_id, record.clue_case_id].filter((one) => one !== null),
  );
  const said = await listProgress(ctx.db, ctx, record.file_id);
  return {
    ...toHandOverRow(ctx, record),
    copies: record.copy_bodies.map((code) => nameBody(ctx, code)),
    content: contentOf(record),
    revision: record.revision,
    savedBy: record.saved_by_name,
    savedAt: record.saved_at,
    caseRef: refOf(record.case_id, record.case_number, cases),
    clue: refOf(record.clue_case_id, record.clue_case_number, cases),
    receivedOn: record.received_on,
    receiptNo: record.receipt_no,
    receiver: record.receiver_name,
    acceptedOn: record.accepted_on,
    answer: record.answer,
    answerNo: record.answer_no,
    answerText: record.answer_text,
    onPaper: record.on_paper,
    objectedOn: record.objected_on,
    progress: said.map((one) => ({ ...one, body: nameBody(ctx, one.body).shortName })),
    matters: may(ctx, MATTER_READ) ? await mattersWith(ctx, 'hand-over', id) : [],
    mayEdit: record.direction === 'out' && record.state === 'draft' && may(ctx, HAND_OVER_PREPARE),
    maySay: may(ctx, SAY),
  };
}

/** Texts of a hand-over; only those who prepare it see what was written before it was sent. @throws AppError 404 */
export async function listHandOverVersions(ctx: Ctx, id: string) {
  await reachHandOver(ctx, id, HAND_OVER_PREPARE);
  return { items: await listVersions(ctx.db, ctx, id) };
}
