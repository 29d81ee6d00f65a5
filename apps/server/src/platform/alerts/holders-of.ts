import { sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import { HOLDER, holdersSql } from './holders-sql.ts';
import type { AlertHit } from './select-alerts.ts';

/** Who holds each subject, as far as the actor may see parties; of several the first by name. */
export async function holdersOf(
  ctx: Ctx,
  hits: readonly AlertHit[],
): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const found = new Map<string, { id: string; name: string }>();
  const holder = ctx.services.facts.subjects.get(HOLDER);
  if (holder === undefined || hits.length === 0) return found;
  const bySubject = Map.groupBy(hits, (hit) => hit.alert.subject);
  await ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      for (const place of ctx.services.jurisdiction.alertSubjects) {
        const ids = bySubject.get(place.subject)?.map((hit) => hit.subjectId) ?? [];
        const holders = ids.length === 0 ? undefined : await holdersSql(tx, ctx, place);
        if (holders === undefined) continue;
        const { rows } = await sql<{ item: string; id: string; name: string }>`
          select distinct on (h.item_id) h.item_id as item, h.owner_id as id, h.name from (${holders}) h
          where h.item_id = any(${ids}::uuid[]) and ${holder.subject.visible(ctx, sql.id('h', 'owner_id'))}
          order by h.item_id, h.name`.execute(tx);
        for (const { item, id, name } of rows) found.set(item, { id, name });
      }
    });
  return found;
}
