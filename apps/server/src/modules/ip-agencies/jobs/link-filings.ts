import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markFollowers, markStale } from '../../../platform/facts/index.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { nameKeyOf, readWrittenAgency } from '../domain/agency-name.ts';
import { AgencyResolver } from '../domain/resolve-name.ts';
import { LINK_TASK } from '../repositories/link-task.ts';
import { lockRegister } from '../repositories/register-source.ts';
import { loadNamedAgencies } from '../repositories/resolve-references.ts';

/** What files write where nobody stood in between. */
const NOBODY = ['自行办理', '自行申请', '本人办理', '直接办理', '无代理', '无', '-', '—'];

interface WrittenRow {
  readonly written: string;
  readonly patents: number;
  readonly trademarks: number;
  /** What a person decided; undefined when nobody did. */
  readonly decided: boolean;
  readonly agencyId: string | null;
}

/** Every name patents and marks write, with the decision that stands. */
async function listWritten(tx: Tx, district: string): Promise<WrittenRow[]> {
  const { rows } = await sql<WrittenRow>`
    with used as (
      select w.written, sum(w.patents)::int as patents, sum(w.trademarks)::int as trademarks from (
        select p.agency as written, count(*) as patents, 0 as trademarks from ip_rights.patent p
        where p.district = ${district} and p.agency <> '' and not (p.agency = any(${NOBODY}::text[])) group by 1
        union all
        select t.agency, 0, count(*) from ip_rights.trademark t where t.district = ${district} and t.agency <> '' and not (t.agency = any(${NOBODY}::text[])) group by 1) w
      group by 1),
    decided as (
      select distinct on (d.written) d.written, coalesce(a.merged_into, d.agency_id) as agency_id from agencies.name_decision d
      left join agencies.agency a on a.district = d.district and a.id = d.agency_id
      where d.district = ${district} and d.withdrawn_at is null order by d.written, d.at desc)
    select u.written, u.patents, u.trademarks, d.written is not null as decided, d.agency_id as "agencyId"
    from used u left join decided d on d.written = u.written`.execute(tx);
  return rows;
}

async function writeNames(
  tx: Tx,
  district: string,
  rows: readonly WrittenRow[],
  resolver: AgencyResolver,
): Promise<void> {
  const resolved = rows.map((row) => {
    const { code } = readWrittenAgency(row.written);
    const found = resolver.resolve({ written: row.written });
    const decision = row.decided ? 'person' : found.decision;
    return {
      written: row.written,
      key: nameKeyOf(readWrittenAgency(row.written).name),
      code: code ?? null,
      patents: row.patents,
      trademarks: row.trademarks,
      decision,
      agencyId: row.decided ? row.agencyId : found.agencyId,
      reasons: found.reasons,
      candidates: found.candidates,
    };
  });
  const json = JSON.stringify(resolved);
  await sql`delete from agencies.written_name w where w.district = ${district}
    and not exists (select 1 from jsonb_to_recordset(${json}::jsonb) as d(written text) where d.written = w.written)`.execute(
    tx,
  );
  await sql`insert into agencies.written_name as w (district, written, name_key, agency_code, agency_id, decision, reasons, candidates, patents, trademarks)
    select ${district}, d.written, d.key, d.code, d."agencyId", d.decision, d.reasons, d.candidates, d.patents, d.trademarks
    from jsonb_to_recordset(${json}::jsonb) as d(written text, key text, code text, "agencyId" uuid, decision text, reasons jsonb, candidates jsonb,
      patents int, trademarks int)
    on conflict (district, written) do update set agency_id = excluded.agency_id, decision = excluded.decision, reasons = excluded.reasons,
      candidates = excluded.candidates, patents = excluded.patents, trademarks = excluded.trademarks
    where (w.agency_id, w.decision, w.reasons, w.candidates, w.patents, w.trademarks) is distinct from
      (excluded.agency_id, excluded.decision, excluded.reasons, excluded.candidates, excluded.patents, excluded.trademarks)`.execute(
    tx,
  );
}

/** Brings one link table in line with the written names. Notes in `jince_relinked_filing` what changed. */
async function linkRights(tx: Tx, district: string, right: 'patent' | 'trademark'): Promise<void> {
  const table = sql.table(`agencies.${right}_agency`);
  const id = sql.ref(`${right}_id`);
  const wanted = sql`select r.id, w.agency_id from ${sql.table(`ip_rights.${right}`)} r
    join agencies.written_name w on w.district = r.district and w.written = r.agency
    where r.district = ${district} and w.agency_id is not null`;
  await sql`create temp table jince_wanted on commit drop as ${wanted}`.execute(tx);
  await sql`create unique index on jince_wanted (id)`.execute(tx);
  await sql`analyze jince_wanted`.execute(tx);
  await sql`with gone as (
      delete from ${table} l where l.district = ${district}
        and not exists (select 1 from jince_wanted w where w.id = l.${id} and w.agency_id = l.agency_id)
      returning l.${id} as id, l.agency_id)
    insert into jince_relinked_filing select ${right}, id, agency_id from gone`.execute(tx);
  await sql`with came as (
      insert into ${table} (district, ${id}, agency_id) select ${district}, w.id, w.agency_id from jince_wanted w
        where not exists (select 1 from ${table} l where l.district = ${district} and l.${id} = w.id)
      returning ${id} as id, agency_id)
    insert into jince_relinked_filing select ${right}, id, agency_id from came`.execute(tx);
  await sql`drop table jince_wanted`.execute(tx);
}

/** Links every patent and mark to the agency its written name stands for; marks what changed. */
export async function linkFilings(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await lockRegister(tx, district);
  const resolver = new AgencyResolver(await loadNamedAgencies(tx, district));
  await writeNames(tx, district, await listWritten(tx, district), resolver);
  await sql`create temp table jince_relinked_filing (sort text, id uuid, agency_id uuid) on commit drop`.execute(tx);
  await linkRights(tx, district, 'patent');
  await linkRights(tx, district, 'trademark');
  await markRelinked(tx, ctx);
  await bumpRegisterVersion(tx, district, 'agency-filings');
  await sql`drop table jince_relinked_filing`.execute(tx);
}

async function markRelinked(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  // All of them: what became of the rights they filed changes with each import, too.
  const agencies = sql`select a.id from agencies.agency a where a.district = ${district} and not a.gone and a.merged_into is null`;
  await markStale(tx, ctx, 'agency', agencies);
  await markFollowers(tx, ctx, 'agency', agencies);
  for (const right of ['patent', 'trademark'] as const) {
    const ids = sql`select f.id from jince_relinked_filing f where f.sort = ${right}`;
    const key = sql.ref(`h.${right}_id`);
    await markStale(
      tx,
      ctx,
      'enterprise',
      sql`select m.party_id from ${sql.table(`ip_rights.${right}_holder`)} h
        join parties.mention m on m.district = h.district and m.id = h.mention_id
        where h.district = ${district} and ${key} in (${ids})`,
    );
  }
}

export const linkFilingsTask: JobTask = {
  task: LINK_TASK,
  label: { zh: '按代理机构关联专利和商标', en: 'Link patents and marks to agencies' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'agencies',
  run: (ctx) => inTransaction(ctx, (tx) => linkFilings(tx, ctx)),
};
