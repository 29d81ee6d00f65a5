import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { requireFen, yuanText } from '../domain/money.ts';
import { type Origin, takeTurn } from '../repositories/ledger-repository.ts';
import { findPayable, findPayee } from '../repositories/payable-repository.ts';

export interface ReceivableInput {
  readonly origin: Origin;
  readonly partyId: string;
  readonly amountFen: number;
  /** Number of the decision the debt rests on. */
  readonly decisionNo: string;
  readonly reason: string;
  /** When how much is due; they sum to the amount. */
  readonly instalments: readonly { readonly dueOn: string; readonly amountFen: number }[];
}

async function claimedBack(tx: Tx, district: string, origin: Origin): Promise<number> {
  const { rows } = await sql<{ fen: number }>`select coalesce(sum(amount_fen), 0)::bigint as fen from funds.receivable
    where district = ${district} and origin_kind = ${origin.kind} and origin_id = ${origin.id}`.execute(tx);
  return rows[0]?.fen ?? 0;
}

/** Debts and payments of a party changed: its facts are computed anew. */
export async function markParty(tx: Tx, ctx: Ctx, keys: readonly string[]): Promise<void> {
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select p.id from parties.party p where p.district = ${ctx.district} and p.record_key = any(${keys}::text[])`,
  );
  await bumpRegisterVersion(tx, ctx.district, 'funds');
}

/**
 * Claims paid money back by a decision, inside the caller's transaction.
 * @throws AppError 409 funds.receivable.above-paid, 400 funds.receivable.instalments, 404 for an unknown party
 */
export async function openReceivable(tx: Tx, ctx: Ctx, input: ReceivableInput): Promise<{ readonly id: string }> {
  requireFen(input.amountFen);
  for (const one of input.instalments) requireFen(one.amountFen);
  const sum = input.instalments.reduce((total, one) => total + one.amountFen, 0);
  if (sum !== input.amountFen)
    throw new AppError('funds.receivable.instalments', { sum: yuanText(sum), amount: yuanText(input.amountFen) });
  await takeTurn(tx, ctx);
  const { origin } = input;
  const party = await findPayee(tx, ctx.district, { id: input.partyId });
  if (party === undefined) throw new AppError('platform.not-found');
  const payable = origin.kind === 'legacy' ? undefined : await findPayable(tx, ctx.district, origin);
  if (origin.kind !== 'legacy') {
    const paid = payable?.state === 'paid' ? payable.amount_fen : 0;
    const left = paid - (await claimedBack(tx, ctx.district, origin));
    if (input.amountFen > left)
      throw new AppError('funds.receivable.above-paid', { amount: yuanText(input.amountFen), left: yuanText(left) });
  }
  const id = uuidv7();
  await sql`insert into funds.receivable (district, id, origin_kind, origin_id, origin_label, payable_id, party_id, party_key, party_name,
      amount_fen, decision_no, reason, opened_by_name, opened_at)
    values (${ctx.district}, ${id}, ${origin.kind}, ${origin.id}, ${origin.label}, ${payable?.id ?? null}, ${party.id}, ${party.record_key},
      ${party.name}, ${input.amountFen}, ${input.decisionNo}, ${input.reason}, ${ctx.actor.displayName}, ${ctx.now})`.execute(
    tx,
  );
  const instalments = input.instalments.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  for (const [index, one] of instalments.entries())
    await sql`insert into funds.receivable_instalment (district, receivable_id, position, due_on, amount_fen)
      values (${ctx.district}, ${id}, ${index + 1}, ${one.dueOn}, ${one.amountFen})`.execute(tx);
  await markParty(tx, ctx, [party.record_key]);
  return { id };
}
