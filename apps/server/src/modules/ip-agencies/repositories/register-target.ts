import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { AgencyState } from '../domain/agency.ts';
import { nameKeyOf } from '../domain/agency-name.ts';

const rowOf = (state: AgencyState) => ({
  id: state.id,
  party_id: state.partyId,
  name: state.name,
  name_key: nameKeyOf(state.name),
  uscc: state.uscc,
  agency_code: state.agencyCode,
  kinds: state.kinds,
  status: state.status,
  status_text: state.statusText,
  status_on: state.statusOn,
  town_code: state.townCode,
  in_district: state.inDistrict,
  parent_id: state.parentId,
  parent_text: state.parentText,
  licence_no: state.licenceNo,
  licensed_on: state.licensedOn,
  filing_no: state.filingNo,
  filing_from: state.filingFrom,
  filing_until: state.filingUntil,
  established_on: state.establishedOn,
  address: state.address,
  phone: state.phone,
  head_name: state.headName,
  services: state.services,
  notes: state.notes,
});

const FIELDS = `party_id uuid, name text, name_key text, uscc text, agency_code text, kinds text[], status text, status_text text, status_on date,
  town_code text, in_district boolean, parent_id uuid, parent_text text, licence_no text, licensed_on date, filing_no text, filing_from date,
  filing_until date, established_on date, address text, phone text, head_name text, services text[], notes jsonb`;
const COLUMNS = FIELDS.split(',').map((field) => field.trim().split(' ')[0] as string);

/** Fields whose change is an event of the agency's history. */
const TOLD = [
  'name',
  'uscc',
  'agency_code',
  'kinds',
  'status',
  'town_code',
  'address',
  'head_name',
  'filing_until',
  'licence_no',
];
const CAMEL: Readonly<Record<string, string>> = {
  agency_code: 'agencyCode',
  town_code: 'townCode',
  head_name: 'headName',
  filing_until: 'filingUntil',
  licence_no: 'licenceNo',
};

const given = (states: readonly AgencyState[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(states.map(rowOf))}::jsonb) as d(id uuid, ${sql.raw(FIELDS)})`;

const list = (columns: readonly string[], prefix = '') =>
  sql.raw(columns.map((column) => `${prefix}${column}`).join(', '));

/** What a list adds is no change: only what was told before can change. A kind more is an addition, too. */
const wasTold = (column: string) =>
  column === 'kinds' ? sql`not (d.kinds @> a.kinds)` : sql`${sql.ref(`a.${column}`)} is not null`;

/** Notes what a rebuild changes of agencies that were known before, as events of the day. */
async function noteChanges(tx: Tx, ctx: Ctx, states: readonly AgencyState[], basis: string): Promise<void> {
  for (const column of TOLD) {
    const field = CAMEL[column] ?? column;
    await sql`insert into agencies.change (district, id, agency_id, field, before, value, happened_on, basis, origin, recorded_at, actor_name)
      select ${ctx.district}, gen_random_uuid(), a.id, ${field}, to_jsonb(${sql.ref(`a.${column}`)}), to_jsonb(${sql.ref(`d.${column}`)}),
        ${ctx.today}, ${basis}, 'list', ${ctx.now.toISOString()}, ${ctx.actor.displayName}
      from agencies.agency a join ${given(states)} on d.id = a.id
      where a.district = ${ctx.district} and not a.gone and a.merged_into is null
        and ${wasTold(column)} and ${sql.ref(`a.${column}`)} is distinct from ${sql.ref(`d.${column}`)}
        and not exists (select 1 from agencies.change o where o.district = a.district and o.agency_id = a.id and o.field = ${field}
          and o.origin = 'officer' and o.value = to_jsonb(${sql.ref(`d.${column}`)}))`.execute(tx);
  }
}

/** Makes the table agree with the states. Returns the ids that changed, came or went. */
export async function writeAgencies(
  tx: Tx,
  ctx: Ctx,
  states: readonly AgencyState[],
  { merged, basis }: { readonly merged: ReadonlyMap<string, string>; readonly basis: string },
): Promise<string[]> {
  const { district } = ctx;
  await noteChanges(tx, ctx, states, basis);
  const written = await sql<{ id: string }>`
    insert into agencies.agency as a (district, id, ${list(COLUMNS)})
    select ${district}, d.id, ${list(COLUMNS, 'd.')} from ${given(states)}
    on conflict (district, id) do update set (${list(COLUMNS)}, merged_into, gone, updated_at)
      = (${list(COLUMNS, 'excluded.')}, null, false, now())
    where (${list(COLUMNS, 'a.')}, a.merged_into, a.gone) is distinct from (${list(COLUMNS, 'excluded.')}, null, false)
    returning a.id`.execute(tx);
  const pairs = JSON.stringify([...merged].map(([id, into]) => ({ id, target: into })));
  const joined = await sql<{ id: string }>`update agencies.agency a set merged_into = m.target, updated_at = now()
    from jsonb_to_recordset(${pairs}::jsonb) as m(id uuid, target uuid)
    where a.district = ${district} and a.id = m.id and a.merged_into is distinct from m.target returning a.id`.execute(
    tx,
  );
  const there = [...states.map((state) => state.id), ...merged.keys()];
  const left = await sql<{ id: string }>`update agencies.agency a set gone = true, updated_at = now()
    where a.district = ${district} and not a.gone and not (a.id = any(${there}::uuid[])) returning a.id`.execute(tx);
  return [...written.rows, ...joined.rows, ...left.rows].map((row) => row.id);
}

/** Names, codes and terms of filing, written anew. */
export async function writeParts(tx: Tx, district: string, states: readonly AgencyState[]): Promise<void> {
  await sql`delete from agencies.agency_name where district = ${district}`.execute(tx);
  await sql`delete from agencies.agency_code where district = ${district}`.execute(tx);
  await sql`delete from agencies.filing_period where district = ${district}`.execute(tx);
  const names = states.flatMap(({ id, names: all }) =>
    all.map(({ name, sort }, position) => ({ id, position, name, key: nameKeyOf(name), sort })),
  );
  await sql`insert into agencies.agency_name (district, agency_id, position, name, name_key, sort)
    select ${district}, d.* from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as d(id uuid, position int, name text, key text, sort text)`.execute(
    tx,
  );
  const codes = states.flatMap(({ id, codes: all, agencyCode }) =>
    all.map((code) => ({ id, code, current: code === agencyCode })),
  );
  await sql`insert into agencies.agency_code (district, agency_id, code, current)
    select ${district}, d.* from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as d(id uuid, code text, current boolean)`.execute(
    tx,
  );
  const periods = states.flatMap(({ id, periods: all }) => all.map((one, position) => ({ id, position, ...one })));
  await sql`insert into agencies.filing_period (district, agency_id, position, filing_no, filed_from, filed_until)
    select ${district}, d.id, d.position, d."filingNo", d."from", d."until"
    from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as d(id uuid, position int, "filingNo" text, "from" date, "until" date)`.execute(
    tx,
  );
}

/** Which agency each statement is of. */
export async function writeIdentities(
  tx: Tx,
  district: string,
  refs: readonly { readonly list: string; readonly key: string; readonly id: string; readonly first: boolean }[],
): Promise<void> {
  const rows = JSON.stringify(refs);
  await sql`update agencies.statement s set agency_id = d.id
    from jsonb_to_recordset(${rows}::jsonb) as d(list text, key text, id uuid)
    where s.district = ${district} and s.list = d.list and s.record_key = d.key and s.agency_id is distinct from d.id`.execute(
    tx,
  );
  await sql`insert into agencies.identity (district, list, record_key, agency_id)
    select ${district}, d.list, d.key, d.id from jsonb_to_recordset(${rows}::jsonb) as d(list text, key text, id uuid, first boolean)
    on conflict (district, list, record_key) do nothing`.execute(tx);
}

export async function writeDoubts(
  tx: Tx,
  district: string,
  doubts: readonly { readonly a: string; readonly b: string; readonly reasons: unknown }[],
): Promise<void> {
  await sql`delete from agencies.identity_review where district = ${district}`.execute(tx);
  await sql`insert into agencies.identity_review (district, agency_a, agency_b, reasons)
    select ${district}, d.a, d.b, d.reasons from jsonb_to_recordset(${JSON.stringify(doubts)}::jsonb) as d(a uuid, b uuid, reasons jsonb)`.execute(
    tx,
  );
}

export const newAgencyId = (): string => uuidv7();
