import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { CaseRightRow } from '../domain/case-types.ts';

interface Known {
  readonly name: string;
  readonly class: string | null;
  readonly holder: string | null;
  readonly valid: boolean | null;
}

async function findRight(db: Db, district: string, kind: CaseRightRow['kind'], number: string, on: string) {
  if (kind === 'trademark') {
    const { rows } =
      await sql<Known>`select string_agg(distinct t.name, '、') as name, string_agg(distinct t.nice_class::text, '、') as class,
        null::text as holder, bool_or(t.registered_on <= ${on}::date and coalesce(t.expires_on >= ${on}::date, true)) as valid
      from ip_rights.trademark t where t.district = ${district} and t.registration_no = ${number} having count(*) > 0`.execute(
        db,
      );
    return rows[0];
  }
  if (kind === 'patent') {
    const { rows } = await sql<Known>`select p.title as name, null::text as class, null::text as holder,
        (p.granted_on <= ${on}::date) as valid
      from ip_rights.patent p where p.district = ${district} and p.application_no = ${number} limit 1`.execute(db);
    return rows[0];
  }
  return undefined;
}

/** Rights with name, class and whether the register shows them in force on a day; what it does not know stays as given. */
export async function lookUpRights(
  db: Db,
  district: string,
  rights: readonly Omit<CaseRightRow, 'validOnAct'>[],
  on: string,
): Promise<CaseRightRow[]> {
  const found: CaseRightRow[] = [];
  for (const one of rights) {
    const known = await findRight(db, district, one.kind, one.number, on);
    found.push({
      ...one,
      name: one.name ?? known?.name ?? null,
      class: one.class ?? known?.class ?? null,
      holder: one.holder ?? known?.holder ?? null,
      validOnAct: known?.valid ?? null,
    });
  }
  return found;
}
