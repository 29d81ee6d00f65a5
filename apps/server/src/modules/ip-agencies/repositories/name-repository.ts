import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

/** What people decided of names as written: the agency, or null for none of the register. */
export async function listDecidedNames(
  db: Db,
  district: string,
  names: readonly string[],
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ written: string; agencyId: string | null }>`
    select distinct on (d.written) d.written, coalesce(a.merged_into, d.agency_id) as "agencyId" from agencies.name_decision d
    left join agencies.agency a on a.district = d.district and a.id = d.agency_id
    where d.district = ${district} and d.withdrawn_at is null and d.written = any(${names}::text[])
    order by d.written, d.at desc`.execute(db);
  return new Map(rows.map((row) => [row.written, row.agencyId]));
}

export interface WrittenNameRow {
  readonly written: string;
  readonly decision: 'auto' | 'review' | 'none' | 'person';
  readonly agencyId: string | null;
  readonly agency: string | null;
  readonly patents: number;
  readonly trademarks: number;
  readonly reasons: readonly { readonly zh: string; readonly en: string }[];
  readonly candidates: readonly {
    readonly agencyId: string;
    readonly score: number;
    readonly reasons: readonly { readonly zh: string; readonly en: string }[];
  }[];
  readonly decided: {
    readonly id: string;
    readonly by: string;
    readonly at: string;
    readonly note: string | null;
  } | null;
  readonly total: number;
}

/** Written names, those most used first. */
export async function selectWrittenNames(
  db: Db,
  district: string,
  query: {
    readonly q?: string | undefined;
    readonly decision?: readonly string[] | undefined;
    readonly page: number;
    readonly pageSize: number;
  },
): Promise<WrittenNameRow[]> {
  const decision = query.decision?.length ? query.decision : null;
  const { rows } = await sql<WrittenNameRow>`
    select w.written, w.decision, w.agency_id as "agencyId", a.name as agency, w.patents, w.trademarks, w.reasons, w.candidates,
      case when d.id is not null then jsonb_build_object('id', d.id, 'by', d.actor_name, 'at', d.at, 'note', d.note) end as decided,
      count(*) over ()::int as total
    from agencies.written_name w
    left join agencies.agency a on a.district = w.district and a.id = w.agency_id
    left join lateral (select * from agencies.name_decision d where d.district = w.district and d.written = w.written and d.withdrawn_at is null
      order by d.at desc limit 1) d on w.decision = 'person'
    where w.district = ${district} and (${decision}::text[] is null or w.decision = any(${decision}::text[]))
      and (${query.q ?? null}::text is null or position(lower(${query.q ?? ''}::text) in lower(w.written)) > 0)
    order by case w.decision when 'review' then 0 when 'none' then 1 when 'person' then 2 else 3 end, w.patents + w.trademarks desc, w.written
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(db);
  return rows;
}

export async function writtenNameExists(db: Db, district: string, written: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from agencies.written_name where district = ${district} and written = ${written}`.execute(db);
  return rows.length > 0;
}
