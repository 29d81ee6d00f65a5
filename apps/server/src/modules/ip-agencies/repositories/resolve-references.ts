import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { AgencyResolver, type NamedAgency } from '../domain/resolve-name.ts';

const TABLES = ['practice', 'ground', 'annual_report'] as const;

/** Links people, grounds and annual reports to the agencies their rows name. */
export async function resolveReferences(tx: Tx, ctx: Ctx, agencies: readonly NamedAgency[]): Promise<void> {
  const { district } = ctx;
  const { rows } = await sql<{ written: string; code: string | null; uscc: string | null }>`
    ${sql.join(
      TABLES.map(
        (table) =>
          sql`select written, agency_code as code, agency_uscc as uscc from ${sql.table(`agencies.${table}`)} where district = ${district}`,
      ),
      sql` union `,
    )}`.execute(tx);
  if (rows.length === 0) return;
  const resolver = new AgencyResolver(agencies);
  const found = JSON.stringify(rows.map((row) => ({ ...row, id: resolver.resolve(row).agencyId })));
  for (const table of TABLES)
    await sql`update ${sql.table(`agencies.${table}`)} t set agency_id = d.id
      from jsonb_to_recordset(${found}::jsonb) as d(written text, code text, uscc text, id uuid)
      where t.district = ${district} and t.written = d.written and t.agency_code is not distinct from d.code
        and t.agency_uscc is not distinct from d.uscc and t.agency_id is distinct from d.id`.execute(tx);
}

/** The agencies of the register with all their names, for resolving. */
export async function loadNamedAgencies(db: Db, district: string): Promise<NamedAgency[]> {
  const { rows } = await sql<NamedAgency>`select a.id, a.uscc,
      coalesce((select array_agg(c.code) from agencies.agency_code c where c.district = a.district and c.agency_id = a.id), '{}') as codes,
      (select jsonb_agg(jsonb_build_object('name', n.name, 'sort', n.sort) order by n.position) from agencies.agency_name n
        where n.district = a.district and n.agency_id = a.id) as names
    from agencies.agency a where a.district = ${district} and not a.gone and a.merged_into is null`.execute(db);
  return rows.map((row) => ({ ...row, names: row.names ?? [] }));
}
