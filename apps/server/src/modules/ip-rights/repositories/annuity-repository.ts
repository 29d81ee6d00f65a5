import type { PatentKind } from '@jince/identifiers';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import type { AnnuityLine } from '../history/annuity-lines.ts';
import { nextDueOn, type StoredEvent, type StoredPeriod } from '../history/patent-history.ts';
import { markPatents } from './mark-rights.ts';

/** Annuity lines by the key of their patent, in order of year. */
export async function listAnnuityLines(
  db: Db,
  district: string,
  patentKeys: readonly string[],
): Promise<ReadonlyMap<string, AnnuityLine[]>> {
  const { rows } = await sql<AnnuityLine & { patent_key: string }>`
    select patent_key, patent_year as year, paid_on as "paidOn", amount_fen as "amountFen", reduction_percent as "reductionPercent",
      due_on as "dueOn", status_text as "statusText"
    from ip_rights.annuity_payment where district = ${district} and patent_key = any(${patentKeys}::text[])
    order by patent_key, patent_year`.execute(db);
  const byPatent = new Map<string, AnnuityLine[]>();
  for (const { patent_key: key, ...line } of rows) byPatent.set(key, [...(byPatent.get(key) ?? []), line]);
  return byPatent;
}

/** The latest day on which an applied file showed the patent in force: its status day, the file's day, or that of its upload. */
export async function findInForceOn(db: Db, district: string, patentKey: string): Promise<string | null> {
  const { rows } = await sql<{ on: string | null }>`
    select max(coalesce((r.record_values->>'legalStatusOn')::date, i.as_of, (i.uploaded_at at time zone 'Asia/Shanghai')::date)) as "on"
    from imports.import_row r join imports.import i on i.district = r.district and i.id = r.import_id and i.state = 'committed'
    where r.district = ${district} and r.record_type = 'patent' and r.record_key = ${patentKey} and r.status = 'accepted'
      and r.record_values->>'standing' = 'in-force'`.execute(db);
  return rows[0]?.on ?? null;
}

interface DueRow {
  readonly id: string;
  readonly record_key: string;
  readonly kind: PatentKind;
  readonly country: string;
  readonly filed_on: string | null;
  readonly next_due_on: string | null;
  readonly events: StoredEvent[] | null;
  readonly periods: StoredPeriod[] | null;
}

const BATCH = 2000;

/** Works out the next due day of the given patents again and writes those that differ. Returns how many did. */
async function refreshDueOf(tx: Tx, ctx: Ctx, keys: readonly string[]): Promise<number> {
  const { district } = ctx;
  const { rows } = await sql<DueRow>`
    select p.id, p.record_key, p.kind, p.country, p.filed_on, p.next_due_on,
      (select jsonb_agg(jsonb_build_object('kind', e.kind, 'on', e.happened_on, 'detail', null) order by e.position)
        from ip_rights.patent_event e where e.district = p.district and e.patent_id = p.id) as events,
      (select jsonb_agg(jsonb_build_object('status', t.status, 'from', t.valid_from, 'to', t.valid_to, 'reason', '') order by t.valid_from)
        from ip_rights.patent_period t where t.district = p.district and t.patent_id = p.id) as periods
    from ip_rights.patent p where p.district = ${district} and p.record_key = any(${keys}::text[])`.execute(tx);
  const lines = await listAnnuityLines(tx, district, keys);
  const changed = rows.flatMap((row) => {
    const facts = { kind: row.kind, country: row.country, filedOn: row.filed_on };
    const due = nextDueOn(facts, row.events ?? [], row.periods ?? [], lines.get(row.record_key) ?? [], ctx.today);
    return due === row.next_due_on ? [] : [{ id: row.id, due }];
  });
  if (changed.length > 0)
    await sql`update ip_rights.patent p set next_due_on = d.due
      from json_to_recordset(${JSON.stringify(changed)}::json) as d(id uuid, due date)
      where p.district = ${district} and p.id = d.id`.execute(tx);
  return changed.length;
}

/** Brings the annuity lines in line with the merged rows; the next due days of their patents follow. */
export async function projectAnnuities(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await sql`create temp table jince_annuity_patents on commit drop as
    select distinct split_part(record_key, '|', 1) as patent_key from (select record_key from jince_projected union all select record_key from jince_vanished) k`.execute(
    tx,
  );
  await sql`delete from ip_rights.annuity_payment a using jince_vanished v where a.district = ${district} and a.record_key = v.record_key`.execute(
    tx,
  );
  await sql`
    insert into ip_rights.annuity_payment (district, record_key, patent_key, patent_year, paid_on, amount_fen, late_fee_fen, reduction_percent, due_on, status_text)
    select ${district}, s.record_key, split_part(s.record_key, '|', 1), v."patentYear", v."paidOn", v."amountFen", v."lateFeeFen", v."reductionPercent",
      v."dueOn", v."statusText"
    from jince_projected s
    cross join lateral jsonb_to_record(s.record_values) as v("patentYear" int, "paidOn" date, "amountFen" bigint, "lateFeeFen" bigint,
      "reductionPercent" numeric, "dueOn" date, "statusText" text)
    on conflict (district, record_key) do update set paid_on = excluded.paid_on, amount_fen = excluded.amount_fen,
      late_fee_fen = excluded.late_fee_fen, reduction_percent = excluded.reduction_percent, due_on = excluded.due_on,
      status_text = excluded.status_text`.execute(tx);
  for (let after = ''; ; ) {
    const { rows } = await sql<{
      patent_key: string;
    }>`select patent_key from jince_annuity_patents where patent_key > ${after}
      order by patent_key limit ${BATCH}`.execute(tx);
    if (rows.length === 0) break;
    await refreshDueOf(
      tx,
      ctx,
      rows.map((row) => row.patent_key),
    );
    after = rows.at(-1)?.patent_key ?? '';
  }
  await markPatents(tx, ctx, sql`select patent_key from jince_annuity_patents`);
  await sql`drop table jince_annuity_patents`.execute(tx);
  await bumpRegisterVersion(tx, district, 'patents');
}

/** Rolls due days that have passed on to what is owed today. Returns how many changed. */
export async function refreshPassedDue(tx: Tx, ctx: Ctx): Promise<number> {
  let changed = 0;
  for (let after = ''; ; ) {
    const { rows } = await sql<{ record_key: string }>`select record_key from ip_rights.patent
      where district = ${ctx.district} and next_due_on < ${ctx.today} and record_key > ${after} order by record_key limit ${BATCH}`.execute(
      tx,
    );
    if (rows.length === 0) break;
    changed += await refreshDueOf(
      tx,
      ctx,
      rows.map((row) => row.record_key),
    );
    after = rows.at(-1)?.record_key ?? '';
  }
  if (changed > 0) {
    // Facts work the next fee out for their day: none of them follows from the one kept here.
    await markPatents(tx, ctx, sql`select null::text`);
    await bumpRegisterVersion(tx, ctx.district, 'patents');
  }
  return changed;
}
