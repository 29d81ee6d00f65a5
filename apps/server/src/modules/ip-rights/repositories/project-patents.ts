import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import type { AnnuityLine } from '../history/annuity-lines.ts';
import { nextDueOn, type PatentFacts, patentEvents, patentPeriods } from '../history/patent-history.ts';
import { listAnnuityLines } from './annuity-repository.ts';
import { collectFirstTold, insertHistory, type RecordHistory } from './history-repository.ts';
import { markPatents, touchedKeys } from './mark-rights.ts';
import { loadStrategicTable, strategicOf } from './strategic-repository.ts';

const BATCH = 2000;
const BULKY = ['abstract', 'holders', 'inventors', 'cpc', 'address', 'title', 'familyCountries', 'priorityNo'];

interface Projected {
  readonly record_key: string;
  readonly id: string | null;
  readonly facts: PatentFacts;
  readonly first_seen: string | null;
}

/** The next batch in order of key, with the id a known record keeps and the day its undated ending was first told. */
async function fetchBatch(tx: Tx, district: string, after: string): Promise<Projected[]> {
  const { rows } = await sql<Projected>`
    select s.record_key, p.id, s.record_values - ${BULKY}::text[] as facts,
      f.told_on as first_seen
    from (select * from jince_projected where record_key > ${after} order by record_key limit ${BATCH}) s
    left join ip_rights.patent p on p.district = ${district} and p.record_key = s.record_key
    left join jince_first_told f on f.record_key = s.record_key
    order by s.record_key`.execute(tx);
  return rows;
}

function historyOf(
  row: Projected,
  id: string,
  lines: readonly AnnuityLine[],
  today: string,
): RecordHistory & { due: string | null } {
  const facts: PatentFacts = { ...row.facts, kind: row.facts.kind ?? 'invention', country: row.facts.country ?? 'CN' };
  const filedOn = typeof facts.filedOn === 'string' ? facts.filedOn : null;
  const terms = { kind: facts.kind, country: facts.country, filedOn };
  const events = patentEvents(facts, row.first_seen);
  const { periods } = patentPeriods(terms, events);
  return { key: row.record_key, id, events, periods, due: nextDueOn(terms, events, periods, lines, today) };
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

interface Upsert {
  readonly key: string;
  readonly id: string;
  readonly due: string | null;
  readonly codes: readonly string[];
  readonly basis: string | null;
}

async function upsertBatch(tx: Tx, district: string, batch: readonly Upsert[]): Promise<void> {
  const json = JSON.stringify(batch);
  await sql`
    insert into ip_rights.patent (district, id, record_key, application_no, country, kind, title, filed_on, publication_no, published_on, grant_no,
      granted_on, ipc_main, ipc, cpc, locarno, strategic_industries, strategic_codes, strategic_basis, inventors, address, town_code, agency, claim_count, cited_count,
      family_countries, family_size, legal_status_text, legal_status_on, expires_on, next_due_on, abnormal, abstract, vendor_scores)
    select ${district}, d.id, d.key, coalesce(v."applicationNo", v."grantNo", v."publicationNo", d.key), coalesce(v.country, 'CN'),
      coalesce(v.kind, 'invention'), v.title, v."filedOn", v."publicationNo", v."publishedOn", v."grantNo", v."grantedOn", v."ipcMain",
      coalesce(v.ipc, '{}'), coalesce(v.cpc, '{}'), coalesce(v.locarno, '{}'), coalesce(v."strategicIndustries", '{}'),
      coalesce(d.codes, '{}'), d.basis, coalesce(v.inventors, '{}'), v.address, v."townCode", v.agency, v."claimCount", v."citedCount", coalesce(v."familyCountries", '{}'),
      v."familySize", v."legalStatusText", v."legalStatusOn", v."expiresOn", d.due, coalesce(v.abnormal, false), v.abstract,
      coalesce(v."scoresIncopat", '[]') || coalesce(v."scoresPatsnap", '[]')
    from json_to_recordset(${json}::json) as d(key text, id uuid, due date, codes text[], basis text)
    join jince_projected s on s.record_key = d.key
    cross join lateral jsonb_to_record(s.record_values) as v("applicationNo" text, country text, kind text, title text, "filedOn" date,
      "publicationNo" text, "publishedOn" date, "grantNo" text, "grantedOn" date, "ipcMain" text, ipc text[], cpc text[], locarno text[],
      "strategicIndustries" text[], inventors text[], address text, "townCode" text, agency text, "claimCount" int, "citedCount" int,
      "familyCountries" text[], "familySize" int, "legalStatusText" text, "legalStatusOn" date, "expiresOn" date, abnormal boolean,
      abstract text, "scoresIncopat" jsonb, "scoresPatsnap" jsonb)
    on conflict (district, record_key) do update set application_no = excluded.application_no, country = excluded.country, kind = excluded.kind,
      title = excluded.title, filed_on = excluded.filed_on, publication_no = excluded.publication_no, published_on = excluded.published_on,
      grant_no = excluded.grant_no, granted_on = excluded.granted_on, ipc_main = excluded.ipc_main, ipc = excluded.ipc, cpc = excluded.cpc,
      locarno = excluded.locarno, strategic_industries = excluded.strategic_industries, strategic_codes = excluded.strategic_codes,
      strategic_basis = excluded.strategic_basis, inventors = excluded.inventors,
      address = excluded.address, town_code = excluded.town_code, agency = excluded.agency, claim_count = excluded.claim_count,
      cited_count = excluded.cited_count, family_countries = excluded.family_countries, family_size = excluded.family_size,
      legal_status_text = excluded.legal_status_text, legal_status_on = excluded.legal_status_on, expires_on = excluded.expires_on,
      next_due_on = excluded.next_due_on, abnormal = excluded.abnormal, abstract = excluded.abstract,
      vendor_scores = excluded.vendor_scores, updated_at = now()`.execute(tx);
}

/** Makes patents, holders, events and periods agree with the merged rows, in batches: memory does not grow with the file. */
export async function projectPatents(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await markPatents(tx, ctx, touchedKeys);
  await sql`delete from ip_rights.patent p using jince_vanished v where p.district = ${district} and p.record_key = v.record_key`.execute(
    tx,
  );
  await collectFirstTold(tx, district, 'patent');
  const strategic = await loadStrategicTable(tx, district);
  for (let after = ''; ; ) {
    const rows = await fetchBatch(tx, district, after);
    if (rows.length === 0) break;
    const lines = await listAnnuityLines(
      tx,
      district,
      rows.map((row) => row.record_key),
    );
    const histories = rows.map((row) => historyOf(row, row.id ?? uuidv7(), lines.get(row.record_key) ?? [], ctx.today));
    const upserts = histories.map(({ key, id, due }, at) => {
      const facts = rows[at]?.facts;
      return { key, id, due, ...strategicOf(strategic, textsOf(facts?.strategicIndustries), textsOf(facts?.ipc)) };
    });
    await upsertBatch(tx, district, upserts);
    const known = rows.filter((row) => row.id !== null).map((row) => row.id as string);
    await insertHistory(tx, district, 'patent', histories, known);
    after = rows.at(-1)?.record_key ?? '';
  }
  await markPatents(tx, ctx, touchedKeys);
  await bumpRegisterVersion(tx, district, 'patents');
}
