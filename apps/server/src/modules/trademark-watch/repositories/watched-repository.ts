import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { WatchedMark } from '../domain/matcher.ts';

const watchedTest = sql`m.state = 'listed' and not m.paused`;

/** Marks that are watched now; `only` narrows to some. */
export async function listWatched(db: Db, district: string, only: readonly string[] | null): Promise<WatchedMark[]> {
  const { rows } =
    await sql<WatchedMark>`select m.id, m.name, m.registration_no, m.holder_name, p.uscc as holder_uscc, m.watch_classes, m.sensitivity,
      coalesce((select jsonb_agg(jsonb_build_object('niceClass', t.nice_class, 'groups', t.similar_groups) order by t.nice_class)
        from ip_rights.trademark t where t.district = m.district and t.country = 'CN' and t.registration_no = m.registration_no),
        (select jsonb_agg(jsonb_build_object('niceClass', c, 'groups', '[]'::jsonb) order by c) from unnest(m.classes) as c), '[]') as places
    from trademark_watch.protected_mark m left join parties.party p on p.district = m.district and p.id = m.party_id
    where m.district = ${district} and ${watchedTest} and (${only === null} or m.id = any(${[...(only ?? [])]}::uuid[])) order by m.id`.execute(
      db,
    );
  return rows;
}

/** Which of the marks are still watched, held until the end of the transaction: a removal waits, or has happened. */
export async function holdWatched(tx: Tx, district: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    id: string;
  }>`select m.id from trademark_watch.protected_mark m where m.district = ${district}
    and m.id = any(${[...ids]}::uuid[]) and ${watchedTest} order by m.id for share`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
