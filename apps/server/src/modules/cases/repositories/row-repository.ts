import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { measureClocks } from '../../evidence/index.ts';
import { OWN_CLOCKS } from '../domain/case-words.ts';
import { ENDED, STATE_ORDER } from '../procedure/case-states.ts';

/** What limits the office: its own clocks, and those of measures it has taken. */
const LIMITS = [...OWN_CLOCKS, ...measureClocks.map(({ clock }) => clock)];

/** Name of the register of cases: the facts of this module and the index of the list depend on it. */
export const REGISTER = 'cases';

/**
 * Brings the lines of these cases in line with case, state, clocks, officers and decision. Without ids: all of the district.
 * The register's version goes up first: the lines carry the one they will be found by.
 */
export async function projectRows(tx: Tx, district: string, ids?: readonly string[]): Promise<void> {
  const version = await bumpRegisterVersion(tx, district, REGISTER);
  const which = ids === undefined ? sql`true` : sql`c.id = any(${[...ids]}::uuid[])`;
  await sql`
    insert into cases.row as r (district, id, number, title, state, stage, open, track, source_kind, organisation_code, town_code, behaviour_row,
      suspects, words, officer_names, electronic, received_on, filed_on, decided_on, due_on, due_clock, hit, transfer_open, business_fen, fine_fen,
      decision_kind, version)
    select c.district, c.id, c.number, c.title, f.state, coalesce(array_position(${[...STATE_ORDER]}::text[], f.state), 0),
      f.state <> all(${[...ENDED]}::text[]), c.track, c.source_kind, c.organisation_code, c.town_code, c.behaviour_row,
      coalesce(p.names, ''), lower(concat_ws(' ', c.number, c.title, p.words, g.words, o.names)), coalesce(o.names, ''), c.electronic, c.received_on,
      c.filed_on, c.decided_on, k.due_on, k.clock, c.hit,
      c.transfer_open,
      c.business_fen, d.fine_fen, d.kind, ${version}
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
      and s.due_on is not null and s.clock = any(${LIMITS}::text[]) order by s.due_on limit 1) k on true
    left join lateral (select s.fine_fen, s.kind from cases.decision s where s.district = c.district and s.case_id = c.id and s.superseded_reason is null) d on true
    where c.district = ${district} and ${which}
    on conflict (district, id) do update set number = excluded.number, title = excluded.title, state = excluded.state, stage = excluded.stage,
      open = excluded.open, track = excluded.track, source_kind = excluded.source_kind, organisation_code = excluded.organisation_code,
      town_code = excluded.town_code, behaviour_row = excluded.behaviour_row, suspects = excluded.suspects, words = excluded.words,
      officer_names = excluded.officer_names, electronic = excluded.electronic, received_on = excluded.received_on, filed_on = excluded.filed_on,
      decided_on = excluded.decided_on, due_on = excluded.due_on, due_clock = excluded.due_clock, hit = excluded.hit,
      transfer_open = excluded.transfer_open, business_fen = excluded.business_fen, fine_fen = excluded.fine_fen, decision_kind = excluded.decision_kind,
      version = excluded.version`.execute(tx);
}
