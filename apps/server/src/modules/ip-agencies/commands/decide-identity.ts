import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { rebuildRegister } from '../repositories/rebuild-register.ts';
import { lockRegister } from '../repositories/register-source.ts';

interface Side {
  readonly ref: string;
  readonly label: string;
}

/** The record of the lists an agency is known by, which survives merges and imports. */
async function sideOf(tx: Tx, district: string, id: string): Promise<Side | undefined> {
  const { rows } = await sql<Side>`select s.list || ':' || s.record_key as ref, a.name as label from agencies.agency a
    join agencies.statement s on s.district = a.district and s.agency_id = a.id
    where a.district = ${district} and a.id = ${id} order by s.list, s.record_key limit 1`.execute(tx);
  return rows[0];
}

/** Says whether two entries are one agency; the register follows at once. @throws AppError ip-agencies.identity.not-open */
export async function decideIdentity(
  ctx: Ctx,
  input: {
    readonly a: string;
    readonly b: string;
    readonly verdict: 'same' | 'different';
    readonly note: string | null;
  },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockRegister(tx, ctx.district);
    const open = await sql`select 1 from agencies.identity_review where district = ${ctx.district}
      and ((agency_a = ${input.a} and agency_b = ${input.b}) or (agency_a = ${input.b} and agency_b = ${input.a}))`.execute(
      tx,
    );
    const [a, b] = [await sideOf(tx, ctx.district, input.a), await sideOf(tx, ctx.district, input.b)];
    if (open.rows.length === 0 || a === undefined || b === undefined)
      throw new AppError('ip-agencies.identity.not-open');
    await sql`insert into agencies.identity_decision (district, id, key_a, key_b, label_a, label_b, verdict, note, actor_id, actor_name, at)
      values (${ctx.district}, ${uuidv7()}, ${a.ref}, ${b.ref}, ${a.label}, ${b.label}, ${input.verdict}, ${input.note}, ${ctx.actor.userId},
        ${ctx.actor.displayName}, ${ctx.now.toISOString()})`.execute(tx);
    await rebuildRegister(tx, ctx, '同一机构认定');
    await writeAudit(tx, ctx, {
      action: 'ip-agencies.identity.decide',
      subject: { kind: 'agencies.identity', id: `${a.ref}|${b.ref}`, label: `${a.label} / ${b.label}` },
      details: { verdict: input.verdict, note: input.note },
    });
  });
}

/** @throws AppError ip-agencies.decision.withdrawn · 404 */
export async function withdrawIdentity(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{
      label: string;
      withdrawnAt: string | null;
    }>`select label_a || ' / ' || label_b as label, withdrawn_at as "withdrawnAt"
      from agencies.identity_decision where district = ${ctx.district} and id = ${id} for update`.execute(tx);
    const found = rows[0];
    if (found === undefined) throw new AppError('platform.not-found');
    if (found.withdrawnAt !== null) throw new AppError('ip-agencies.decision.withdrawn');
    await sql`update agencies.identity_decision set withdrawn_at = ${ctx.now.toISOString()}, withdrawn_by = ${ctx.actor.displayName}
      where district = ${ctx.district} and id = ${id}`.execute(tx);
    await rebuildRegister(tx, ctx, '撤回同一机构认定');
    await writeAudit(tx, ctx, {
      action: 'ip-agencies.identity.withdraw',
      subject: { kind: 'agencies.identity', id, label: found.label },
    });
  });
}
