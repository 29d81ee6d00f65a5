import { foldText } from '@jince/matching';
import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { JOINABLE } from '../procedure/case-states.ts';

export interface Suspected {
  readonly name: string;
  readonly uscc?: string | null | undefined;
  readonly partyId?: string | null | undefined;
}

/**
 * The open case a clue is joined with: same suspect by code, register or written name, and the same behaviour where both
 * name one.
 */
export async function findJoinable(
  db: Db,
  district: string,
  suspects: readonly Suspected[],
  behaviourRow: number | null,
): Promise<{ readonly id: string; readonly number: string } | undefined> {
  const codes = suspects.flatMap(({ uscc }) => (uscc ? [uscc.trim()] : []));
  const parties = suspects.flatMap(({ partyId }) => (partyId ? [partyId] : []));
  const names = suspects.flatMap(({ name }) => [name.trim(), foldText(name)]);
  const { rows } = await sql<{ id: string; number: string }>`select c.id, c.number
    from cases.party p join cases.case_file c on c.district = p.district and c.id = p.case_id
    join procedures.file f on f.district = c.district and f.id = c.id
    where p.district = ${district} and p.side = 'suspect' and f.state = any(${[...JOINABLE]}::text[])
      and (p.uscc = any(${codes}::text[]) or p.party_id = any(${parties}::uuid[]) or p.name = any(${names}::text[]))
      and (${behaviourRow}::int is null or c.behaviour_row is null or c.behaviour_row = ${behaviourRow}::int)
    order by c.received_on, c.id limit 1`.execute(db);
  return rows[0];
}
