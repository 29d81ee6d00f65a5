import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { type TrademarkFacts, trademarkEvents, trademarkPeriods } from '../history/trademark-history.ts';
import { collectFirstTold, insertHistory, type RecordHistory } from './history-repository.ts';
import { markTrademarks, touchedKeys } from './mark-rights.ts';

const BATCH = 2000;
const BULKY = ['goods', 'holders', 'similarGroups', 'address', 'name'];

interface Projected {
  readonly record_key: string;
  readonly id: string | null;
  readonly facts: TrademarkFacts;
  readonly first_seen: string | null;
}

async function fetchBatch(tx: Tx, district: string, after: string): Promise<Projected[]> {
  const { rows } = await sql<Projected>`
    select s.record_key, p.id, s.record_values - ${BULKY}::text[] as facts,
      f.told_on as first_seen
    from (select * from jince_projected where record_key > ${after} order by record_key limit ${BATCH}) s
    left join ip_rights.trademark p on p.district = ${district} and p.record_key = s.record_key
    left join jince_first_told f on f.record_key = s.record_key
    order by s.record_key`.execute(tx);
  return rows;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function historyOf(row: Projected): RecordHistory {
  const { facts } = row;
  const events = trademarkEvents(facts, row.first_seen);
  const dates = {
    country: textOf(facts.country) ?? 'CN',
    filedOn: textOf(facts.filedOn),
    expiresOn: textOf(facts.expiresOn),
  };
  return { key: row.record_key, id: row.id ?? uuidv7(), events, periods: trademarkPeriods(dates, events).periods };
}

async function upsertBatch(tx: Tx, district: string, batch: readonly RecordHistory[]): Promise<void> {
  const json = JSON.stringify(batch.map(({ key, id }) => ({ key, id })));
  await sql`
    insert into ip_rights.trademark (district, id, record_key, registration_no, country, nice_class, name, kind, filed_on, preliminary_on,
      preliminary_issue, registered_on, registration_issue, term_from, expires_on, goods, similar_groups, address, town_code, agency,
      legal_status_text, legal_status_on)
    select ${district}, d.id, d.key, v."registrationNo", coalesce(v.country, 'CN'), v."niceClass", v.name, coalesce(v.kind, 'ordinary'),
      v."filedOn", v."preliminaryOn", v."preliminaryIssue", v."registeredOn", v."registrationIssue", v."termFrom", v."expiresOn",
      coalesce(v.goods, '{}'), coalesce(v."similarGroups", '{}'), v.address, v."townCode", v.agency, v."legalStatusText", v."legalStatusOn"
    from json_to_recordset(${json}::json) as d(key text, id uuid)
    join jince_projected s on s.record_key = d.key
    cross join lateral jsonb_to_record(s.record_values) as v("registrationNo" text, country text, "niceClass" smallint, name text, kind text,
      "filedOn" date, "preliminaryOn" date, "preliminaryIssue" text, "registeredOn" date, "registrationIssue" text, "termFrom" date,
      "expiresOn" date, goods text[], "similarGroups" text[], address text, "townCode" text, agency text, "legalStatusText" text,
      "legalStatusOn" date)
    on conflict (district, record_key) do update set registration_no = excluded.registration_no, country = excluded.country,
      nice_class = excluded.nice_class, name = excluded.name, kind = excluded.kind, filed_on = excluded.filed_on,
      preliminary_on = excluded.preliminary_on, preliminary_issue = excluded.preliminary_issue, registered_on = excluded.registered_on,
      registration_issue = excluded.registration_issue, term_from = excluded.term_from, expires_on = excluded.expires_on,
      goods = excluded.goods, similar_groups = excluded.similar_groups, address = excluded.address, town_code = excluded.town_code,
      agency = excluded.agency, legal_status_text = excluded.legal_status_text, legal_status_on = excluded.legal_status_on,
      updated_at = now()`.execute(tx);
}

/** Numbers of the touched marks that are in the register. */
const touchedNumbers = (district: string) =>
  sql`select t.registration_no from ip_rights.trademark t where t.district = ${district} and t.record_key in (${touchedKeys})`;

/** Makes trademarks, holders, events and periods agree with the merged rows, in batches of flat memory. */
export async function projectTrademarks(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await markTrademarks(tx, ctx, touchedNumbers(district));
  await sql`delete from ip_rights.trademark t using jince_vanished v where t.district = ${district} and t.record_key = v.record_key`.execute(
    tx,
  );
  await collectFirstTold(tx, district, 'trademark');
  for (let after = ''; ; ) {
    const rows = await fetchBatch(tx, district, after);
    if (rows.length === 0) break;
    const histories = rows.map(historyOf);
    await upsertBatch(tx, district, histories);
    const known = rows.filter((row) => row.id !== null).map((row) => row.id as string);
    await insertHistory(tx, district, 'trademark', histories, known);
    after = rows.at(-1)?.record_key ?? '';
  }
  await markTrademarks(tx, ctx, touchedNumbers(district));
  await bumpRegisterVersion(tx, district, 'trademarks');
}
