import type { ObjectionView, ParsedInput, routes } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { claimStateLabel } from '../claim-states.ts';
import { closingDay } from '../queries/closing-day.ts';
import { toObjection } from '../queries/list-objections.ts';
import { openClaim } from '../queries/open-claim.ts';
import { termOn } from '../queries/terms.ts';
import { lockClaim } from '../repositories/lock-claim.ts';
import {
  answerObjectionRow,
  anyUpheld,
  countObjections,
  insertObjection,
  type ObjectionRow,
  selectObjections,
} from '../repositories/objection-repository.ts';
import { listEntriesOfClaim } from '../repositories/publicity-repository.ts';
import { OBJECTION_HANDLE } from '../subsidies.catalogue.ts';

type Order = ParsedInput<(typeof routes)['registerObjection']>['body'];
type Answer = ParsedInput<(typeof routes)['answerObjection']>['body'];

function checkPerson({ anonymous, by, contact }: Order): void {
  const named = (by ?? '') !== '';
  if (anonymous ? named || (contact ?? '') !== '' : !named) throw new AppError('subsidies.objection.anonymous');
}

/** Last day to answer; null where no holiday notice reaches. */
async function answerBy(ctx: Ctx, from: string): Promise<string | null> {
  const { count } = await termOn(ctx, 'objection', from);
  return (await closingDay(ctx, from, count)).on;
}

async function load(ctx: Ctx, id: string): Promise<ObjectionRow> {
  const [row] = await selectObjections(ctx.db, ctx.district, { id });
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

/**
 * Registers an objection against a claim in publicity: its publicity stands still until all are answered.
 * @throws AppError 404; 409 subsidies.objection.not-in-publicity, .future; 400 .anonymous
 */
export async function registerObjection(ctx: Ctx, claimId: string, order: Order): Promise<ObjectionView> {
  checkPerson(order);
  const { number, partyName } = await openClaim(ctx, claimId, OBJECTION_HANDLE);
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    const inside: Ctx = { ...ctx, db: tx };
    const { state } = await lockClaim(tx, ctx.district, claimId);
    const entry = (await listEntriesOfClaim(tx, ctx.district, claimId)).findLast((one) => one.standing !== 'withdrawn');
    if (entry === undefined || (state !== 'publicised' && state !== 'objected'))
      throw new AppError('subsidies.objection.not-in-publicity', { state: claimStateLabel(state)[ctx.language] });
    const receivedOn = order.receivedOn ?? ctx.today;
    if (receivedOn > ctx.today || receivedOn < entry.openedOn)
      throw new AppError('subsidies.objection.future', { day: receivedOn });
    await insertObjection(tx, ctx, {
      id,
      claimId,
      listId: entry.listId,
      receivedOn,
      anonymous: order.anonymous,
      by: order.anonymous ? null : (order.by ?? null),
      contact: order.anonymous ? null : (order.contact ?? null),
      text: order.text,
      dueOn: await answerBy(inside, receivedOn),
    });
    if (state === 'publicised') await performAction(tx, ctx, claimId, 'object', { fields: { objectionId: id } });
    await writeAudit(tx, ctx, {
      action: 'subsidies.objection.register',
      subject: { kind: 'subsidies.objection', id, label: `${number} ${partyName}` },
      details: { anonymous: order.anonymous, receivedOn },
    });
  });
  return toObjection(ctx, await load(ctx, id));
}

/**
 * Answers an objection. When none is open any more, publicity goes on; where one was upheld, the claim is decided anew.
 * @throws AppError 404, 409 subsidies.objection.answered
 */
export async function answerObjection(ctx: Ctx, id: string, answer: Answer): Promise<ObjectionView> {
  const objection = await load(ctx, id);
  const { claimId } = objection;
  await openClaim(ctx, claimId, OBJECTION_HANDLE);
  await inTransaction(ctx, async (tx) => {
    const { state } = await lockClaim(tx, ctx.district, claimId);
    const [now] = await selectObjections(tx, ctx.district, { id });
    if (now?.state !== 'open') throw new AppError('subsidies.objection.answered');
    await answerObjectionRow(tx, ctx, id, answer);
    const open = await countObjections(tx, ctx.district, { claimId, state: 'open' });
    if (state === 'objected' && open === 0) {
      const upheld = await anyUpheld(tx, ctx.district, claimId, objection.listId);
      const action = upheld ? 'uphold-objection' : 'answer-objection';
      await performAction(tx, ctx, claimId, action, { note: answer.answer, fields: { objectionId: id } });
    }
    await writeAudit(tx, ctx, {
      action: 'subsidies.objection.answer',
      subject: { kind: 'subsidies.objection', id, label: `${objection.claimNumber} ${objection.partyName}` },
      details: { upheld: answer.upheld, stillOpen: open },
    });
  });
  return toObjection(ctx, await load(ctx, id));
}
