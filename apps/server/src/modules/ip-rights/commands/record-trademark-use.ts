import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { markTrademarks } from '../repositories/mark-rights.ts';

export interface TrademarkUse {
  /** What the evidence rests on; it is taken back by the same name. */
  readonly source: string;
  readonly marks: readonly { readonly registrationNo: string; readonly niceClass: number }[];
  readonly kind: string;
  readonly usedOn: string;
  readonly note: string | null;
}

const keyOf = (source: string, mark: TrademarkUse['marks'][number]) =>
  `${mark.registrationNo}/${mark.niceClass}|${source}`;

/** What is said of these marks and their holders is another from here on; the register's index, too. */
async function follow(tx: Tx, ctx: Ctx, numbers: readonly string[]): Promise<void> {
  await markTrademarks(tx, ctx, sql`select unnest(${[...numbers]}::text[])`);
  await bumpRegisterVersion(tx, ctx.district, 'trademarks');
}

/**
 * Enters that marks were used on a day, in the caller's transaction: from then on every fact says so. Entered again by the same
 * source, it is kept once. The caller has authorised it and writes the audit entry.
 */
export async function recordTrademarkUse(tx: Tx, ctx: Ctx, use: TrademarkUse): Promise<void> {
  for (const mark of use.marks)
    await sql`insert into ip_rights.trademark_use (district, record_key, registration_no, nice_class, kind, used_on, note)
      values (${ctx.district}, ${keyOf(use.source, mark)}, ${mark.registrationNo}, ${mark.niceClass}, ${use.kind}, ${use.usedOn}, ${use.note})
      on conflict (district, record_key) do nothing`.execute(tx);
  await follow(
    tx,
    ctx,
    use.marks.map((mark) => mark.registrationNo),
  );
}

/** Takes back what a source said of these marks. */
export async function removeTrademarkUse(tx: Tx, ctx: Ctx, use: Pick<TrademarkUse, 'source' | 'marks'>): Promise<void> {
  const keys = use.marks.map((mark) => keyOf(use.source, mark));
  await sql`delete from ip_rights.trademark_use where district = ${ctx.district} and record_key = any(${keys}::text[])`.execute(
    tx,
  );
  await follow(
    tx,
    ctx,
    use.marks.map((mark) => mark.registrationNo),
  );
}
