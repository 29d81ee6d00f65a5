import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import type { Statement } from '../domain/agency.ts';
import type { IdentityVerdict } from '../domain/cluster-statements.ts';
import type { PartyOfAgency, ValueChange } from '../domain/merge-statements.ts';

/** One rebuild at a time: it reads everything that is said of agencies and writes what follows. */
export async function lockRegister(tx: Tx, district: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agencies:${district}`}, 0))`.execute(tx);
}

export async function listStatements(tx: Tx, district: string): Promise<Statement[]> {
  const { rows } = await sql<Statement>`select list, record_key as key, said from agencies.statement
    where district = ${district} order by case list when 'patent' then 0 when 'trademark' then 1 else 2 end, record_key`.execute(
    tx,
  );
  return rows;
}

/** Agency ids that records were taken for, by `list:key`. */
export async function listIdentities(tx: Tx, district: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ ref: string; id: string }>`select list || ':' || record_key as ref, agency_id as id
    from agencies.identity where district = ${district}`.execute(tx);
  return new Map(rows.map((row) => [row.ref, row.id]));
}

export async function listVerdicts(tx: Tx, district: string): Promise<IdentityVerdict[]> {
  const { rows } =
    await sql<IdentityVerdict>`select distinct on (least(key_a, key_b), greatest(key_a, key_b)) key_a as a, key_b as b, verdict
    from agencies.identity_decision where district = ${district} and withdrawn_at is null
    order by least(key_a, key_b), greatest(key_a, key_b), at desc`.execute(tx);
  return rows;
}

/** Officers' changes by agency, oldest first. */
export async function listOfficerChanges(tx: Tx, district: string): Promise<Map<string, ValueChange[]>> {
  const { rows } = await sql<
    ValueChange & { agencyId: string }
  >`select agency_id as "agencyId", field, value, happened_on as "happenedOn"
    from agencies.change where district = ${district} and origin = 'officer' order by happened_on, recorded_at, id`.execute(
    tx,
  );
  return Map.groupBy(rows, (row) => row.agencyId);
}

/** Parties of the market register with one of the codes, by code. */
export async function listPartiesByCode(
  tx: Tx,
  district: string,
  codes: readonly string[],
): Promise<Map<string, PartyOfAgency>> {
  const { rows } = await sql<PartyOfAgency & { uscc: string }>`
    select p.uscc, p.id, p.name, p.status, p.town_code as "townCode",
      coalesce((select array_agg(n.name order by n.position) from parties.party_name n
        where n.district = p.district and n.party_id = p.id and n.kind = 'former'), '{}') as "formerNames"
    from parties.party p where p.district = ${district} and p.uscc = any(${codes}::text[])`.execute(tx);
  return new Map(rows.map((row) => [row.uscc, row]));
}
