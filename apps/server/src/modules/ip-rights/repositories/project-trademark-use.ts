import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { markTrademarks, touchedKeys } from './mark-rights.ts';

/** Brings the evidence of use in line with the merged rows; keys begin with number and class. */
export async function projectTrademarkUse(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await sql`delete from ip_rights.trademark_use u using jince_vanished v where u.district = ${district} and u.record_key = v.record_key`.execute(
    tx,
  );
  await sql`
    insert into ip_rights.trademark_use (district, record_key, registration_no, nice_class, kind, used_on, note)
    select ${district}, s.record_key, v."registrationNo", v."niceClass", v.kind, v."usedOn", v.note
    from jince_projected s
    cross join lateral jsonb_to_record(s.record_values) as v("registrationNo" text, "niceClass" smallint, kind text, "usedOn" date, note text)
    on conflict (district, record_key) do update set kind = excluded.kind, used_on = excluded.used_on, note = excluded.note`.execute(
    tx,
  );
  await markTrademarks(tx, ctx, sql`select split_part(k.record_key, '/', 1) from (${touchedKeys}) k`);
  await bumpRegisterVersion(tx, district, 'trademarks');
}
