import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';

export interface AddressCounts {
  readonly reports: number;
  readonly attachmentBytes: number;
  readonly wrongCodes: number;
}

/** Adds to what came from an address today and answers with the sums; the row stays locked until the transaction ends. */
export async function countForAddress(
  tx: Tx,
  ctx: Ctx,
  addressKey: string,
  more: Partial<AddressCounts>,
): Promise<AddressCounts> {
  const { rows } =
    await sql<AddressCounts>`insert into reports.address_day as a (district, address_key, on_day, reports, attachment_bytes, wrong_codes)
    values (${ctx.district}, ${addressKey}, ${ctx.today}, ${more.reports ?? 0}, ${more.attachmentBytes ?? 0}, ${more.wrongCodes ?? 0})
    on conflict (district, address_key) do update set reports = a.reports + excluded.reports,
      attachment_bytes = a.attachment_bytes + excluded.attachment_bytes, wrong_codes = a.wrong_codes + excluded.wrong_codes
    returning reports, attachment_bytes::float8 as "attachmentBytes", wrong_codes as "wrongCodes"`.execute(tx);
  return rows[0] as AddressCounts;
}

/** Forgets the counts of days gone by. */
export async function forgetEarlierDays(tx: Tx, district: string, today: string): Promise<void> {
  await sql`delete from reports.address_day where district = ${district} and on_day < ${today}`.execute(tx);
}
