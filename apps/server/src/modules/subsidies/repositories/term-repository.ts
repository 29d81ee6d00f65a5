import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface TermChange {
  readonly term: string;
  readonly from: string;
  readonly count: number;
  readonly article: string | null;
  readonly note: string;
  readonly changedBy: string;
}

/** Changes in force on a day, the latest of each term. */
export async function listTermChanges(db: Db, district: string, on: string): Promise<Map<string, TermChange>> {
  const { rows } = await sql<TermChange>`select distinct on (term) term, from_on as "from", count, article, note,
      changed_by_name as "changedBy"
    from subsidies.term where district = ${district} and from_on <= ${on} order by term, from_on desc`.execute(db);
  return new Map(rows.map((row) => [row.term, row]));
}

export async function saveTermChange(tx: Tx, ctx: Ctx, one: Omit<TermChange, 'changedBy'>): Promise<void> {
  await sql`insert into subsidies.term (district, term, from_on, count, article, note, changed_by_name, changed_at)
    values (${ctx.district}, ${one.term}, ${one.from}, ${one.count}, ${one.article}, ${one.note}, ${ctx.actor.displayName}, ${ctx.now})
    on conflict (district, term, from_on) do update set count = excluded.count, article = excluded.article, note = excluded.note,
      changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at`.execute(tx);
}
