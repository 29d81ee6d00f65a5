import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { OWN_CLOCKS } from '../domain/case-words.ts';
import { ENDED, STATE_ORDER } from '../procedure/case-states.ts';

/** Pairs of neighbouring characters, hashed as PostgreSQL hashes text here: what a search by words looks up. */
const GRAMS = (
  words: ReturnType<typeof sql>,
) => sql`(select coalesce(array_agg(distinct hashtext(substr(w.t, i, 2))), '{}')
  from (select lower(${words}) as t) w, generate_series(1, greatest(length(w.t) - 1, 0)) i)`;

/** Hashes of the pairs of a search, in the same way; empty where the word is shorter than a pair. */
export const gramsOf = (word: string) => GRAMS(sql`${word}::text`);

/**
 * Brings the lines of these cases in line with case, state, clocks, officers and decision. Without ids: all of the district.
 */
export async function projectRows(db: Db, district: string, ids?: readonly string[]): Promise<void> {
  const which = ids === undefined ? sql`true` : sql`c.id = any(${[...ids]}::uuid[])`;
  await sql`
    insert into cases.row as r (district, id, number, title, state, stage, open, track, source_kind, organisation_code, town_code, behaviour_row,
      suspects, words, officer_names, electronic, received_on, filed_on, decided_on, due_on, due_clock, hit, transfer_open, business_fen, fine_fen,
      decision_kind)
    select c.district, c.id, c.number, c.title, f.state, coalesce(array_position(${[...STATE_ORDER]}::text[], f.state), 0),
      f.state <> all(${[...ENDED]}::text[]), c.track, c.source_kind, c.organisation_code, c.town_code, c.behaviour_row,
      coalesce(p.names, ''), lower(concat_ws(' ', c.number, c.title, p.words, g.words, o.names)), coalesce(o.names, ''), c.electronic, c.received_on,
      c.filed_on, c.decided_on, k.due_on, k.clock, c.hit,
      c.transfer_open,
      c.business_fen, d.fine_fen, d.kind
    from cases.case_file c join procedures.file f on f.district = c.district and f.id = c.id
    left join lateral (select string_agg(coalesce(s.name || case when s.survivor_name is null then '' else '（并入' || s.survivor_name || '）' end, ''), '、'
          order by s.position) filter (where s.side = 'suspect') as names,
        string_agg(concat_ws(' ', s.name, s.survivor_name, s.uscc), ' ' order by s.position) as words
      from cases.party s where s.district = c.district and s.case_id = c.id) p on true
    left join lateral (select string_agg(concat_ws(' ', s.number, s.name), ' ' order by s.position) as words
      from cases.case_right s where s.district = c.district and s.case_id = c.id) g on true
    left join lateral (select string_agg(s.name, '、' order by s.position) as names
      from cases.officer s where s.district = c.district and s.case_id = c.id and s.until is null) o on true
    left join lateral (select s.due_on, s.clock from procedures.clock s where s.district = c.district and s.file_id = c.id and s.stopped_on is null
      and s.due_on is not null and s.clock = any(${[...OWN_CLOCKS]}::text[]) order by s.due_on limit 1) k on true
    left join lateral (select s.fine_fen, s.kind from cases.decision s where s.district = c.district and s.case_id = c.id and s.superseded_reason is null) d on true
    where c.district = ${district} and ${which}
    on conflict (district, id) do update set number = excluded.number, title = excluded.title, state = excluded.state, stage = excluded.stage,
      open = excluded.open, track = excluded.track, source_kind = excluded.source_kind, organisation_code = excluded.organisation_code,
      town_code = excluded.town_code, behaviour_row = excluded.behaviour_row, suspects = excluded.suspects, words = excluded.words,
      officer_names = excluded.officer_names, electronic = excluded.electronic, received_on = excluded.received_on, filed_on = excluded.filed_on,
      decided_on = excluded.decided_on, due_on = excluded.due_on, due_clock = excluded.due_clock, hit = excluded.hit,
      transfer_open = excluded.transfer_open, business_fen = excluded.business_fen, fine_fen = excluded.fine_fen, decision_kind = excluded.decision_kind`.execute(
    db,
  );
  await sql`insert into cases.row_gram (district, id, grams)
    select c.district, c.id, ${GRAMS(sql`c.words`)} from cases.row c where c.district = ${district} and ${which}
    on conflict (district, id) do update set grams = excluded.grams where row_gram.grams is distinct from excluded.grams`.execute(
    db,
  );
}
