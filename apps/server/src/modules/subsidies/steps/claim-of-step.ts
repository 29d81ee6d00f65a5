import { sql } from 'kysely';
import { takeAuditTurn } from '../../../platform/audit/index.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { markStale } from '../../../platform/facts/index.ts';
import type { ActionStep } from '../../../platform/procedures/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { cancelCommitment, type Origin } from '../../funds/index.ts';
import {
  type ClaimRow,
  findClaim,
  freeLive,
  type LineRow,
  listLines,
  updateLine,
} from '../repositories/claim-repository.ts';
import { insertEvents, returnEntitlements } from '../repositories/entitlement-repository.ts';
import { changeEntry, listEntriesOfClaim } from '../repositories/publicity-repository.ts';

export interface StepClaim {
  readonly tx: Tx;
  /** Reads in the transaction: the file is locked, and a second connection may never come. */
  readonly ctx: Ctx;
  readonly claim: ClaimRow;
  readonly lines: readonly LineRow[];
}

/** The claim of a file an action is taken on. */
export async function claimOfStep({ tx, ctx, file }: Pick<ActionStep, 'tx' | 'ctx' | 'file'>): Promise<StepClaim> {
  const claim = await findClaim(tx, ctx.district, file.id, { kind: 'district' });
  if (claim === undefined) throw new AppError('platform.not-found');
  return { tx, ctx: { ...ctx, db: tx }, claim, lines: await listLines(tx, ctx.district, [file.id]) };
}

/** What a line is called in the books of funds. */
export const originOf = (claim: Pick<ClaimRow, 'id' | 'number'>, line: Pick<LineRow, 'id' | 'label'>): Origin => ({
  kind: 'subsidies.claim-line',
  id: line.id,
  label: `${claim.number} ${line.label}`,
  href: `/incentives/applications/${claim.id}`,
});

/**
 * Facts of the party rest on its claims: they are computed anew. Takes the turn of the log first, because moving money
 * takes it before the register's version, and two orders would wait for each other.
 */
export async function markClaimant(tx: Tx, ctx: Ctx, partyKey: string): Promise<void> {
  await takeAuditTurn(tx, ctx);
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select p.id from parties.party p where p.district = ${ctx.district} and p.record_key = ${partyKey}`,
  );
  await bumpRegisterVersion(tx, ctx.district, 'subsidies');
}

/** Withdraws the rows of a claim from every list it stands in; they stay visible with reason and day. */
async function withdrawRows(tx: Tx, ctx: Ctx, claimId: string, reason: string): Promise<void> {
  for (const entry of await listEntriesOfClaim(tx, ctx.district, claimId))
    if (entry.standing !== 'withdrawn')
      await changeEntry(tx, ctx, entry, {
        kind: 'withdrawal',
        reason,
        before: `${entry.name} ${entry.matter}`,
        after: '撤下',
      });
}

export interface Ending {
  readonly reason: string;
  /** What becomes of its entitlements. */
  readonly entitlements: 'offered' | 'expired';
  /** What the public list says. */
  readonly publicReason: string;
}

/** A claim comes to nothing: promises, keys, entitlements and public rows are given back. */
export async function endClaim({ tx, ctx, claim, lines }: StepClaim, ending: Ending): Promise<void> {
  for (const line of lines) {
    if (line.payment !== 'committed') continue;
    await cancelCommitment(tx, ctx, { origin: originOf(claim, line), reason: ending.reason });
    await updateLine(tx, ctx.district, line.id, { payment: 'cancelled' });
  }
  await freeLive(tx, ctx.district, claim.id);
  const back = await returnEntitlements(tx, ctx.district, claim.id, {
    state: ending.entitlements,
    reason: ending.entitlements === 'expired' ? ending.reason : null,
  });
  await insertEvents(
    tx,
    ctx,
    back.map((one) => ({
      entitlementId: one.id,
      kind: ending.entitlements === 'expired' ? 'expired' : 'returned',
      text: `申请${claim.number}：${ending.reason}`,
      amountFen: one.amountFen,
    })),
  );
  await withdrawRows(tx, ctx, claim.id, ending.publicReason);
}
