import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { rebuildRegister } from './rebuild-register.ts';

/** Fields of a row that name each spelling the lists used; the last file wins every other field. */
const SPELLING = 'spelling:';

/** Brings the statements of one list in line with its merged rows, and the register with them. */
async function project(tx: Tx, ctx: Ctx, list: 'patent' | 'trademark'): Promise<void> {
  await sql`delete from agencies.statement s using jince_vanished v
    where s.district = ${ctx.district} and s.list = ${list} and s.record_key = v.record_key`.execute(tx);
  await sql`
    insert into agencies.statement (district, list, record_key, name, uscc, agency_code, said)
    select ${ctx.district}, ${list}, s.record_key, s.record_values->>'name', s.record_values->>'uscc', s.record_values->>'agencyCode',
      (select coalesce(jsonb_object_agg(e.key, e.value) filter (where e.key not like ${`${SPELLING}%`}), '{}')
          || jsonb_build_object('spellings', coalesce(jsonb_agg(substr(e.key, ${SPELLING.length + 1}::int)) filter (where e.key like ${`${SPELLING}%`}), '[]'))
        from jsonb_each(s.record_values) e)
    from jince_projected s
    on conflict (district, list, record_key) do update set name = excluded.name, uscc = excluded.uscc, agency_code = excluded.agency_code,
      said = excluded.said, updated_at = now()`.execute(tx);
  await rebuildRegister(tx, ctx, list === 'patent' ? '服务机构名单' : '商标代理备案名单');
}

export const projectPatentAgencies = (tx: Tx, ctx: Ctx): Promise<void> => project(tx, ctx, 'patent');
export const projectTrademarkAgencies = (tx: Tx, ctx: Ctx): Promise<void> => project(tx, ctx, 'trademark');
