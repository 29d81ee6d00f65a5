import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

type Flag = 'flagged-abnormal' | 'found-abnormal';
type Lift = 'abnormal-cleared' | 'finding-withdrawn';

/** Something a list other than the patent files tells of a patent. */
export interface PatentNote {
  readonly kind: 'pledge-registered' | 'pledge-released' | 'awarded' | Flag | Lift;
  readonly on: string;
  readonly detail: string | null;
}

/** Pledges, awards, notices and findings of a patent as events, oldest first. */
export async function listPatentNotes(db: Db, district: string, patentKey: string): Promise<PatentNote[]> {
  const { rows } = await sql<PatentNote>`
    select 'pledge-registered' as kind, registered_on as "on", concat_ws(' ', registration_no, pledgee, round(amount_fen / 1000000.0)::text || '万元') as detail
      from ip_rights.patent_pledge where district = ${district} and patent_key = ${patentKey}
    union all select 'pledge-released', released_on, registration_no
      from ip_rights.patent_pledge where district = ${district} and patent_key = ${patentKey} and released_on is not null
    union all select 'awarded', coalesce(awarded_on, make_date(year, 1, 1)), concat_ws(' ', award_text, grade)
      from ip_rights.patent_award where district = ${district} and patent_key = ${patentKey}
    union all select 'flagged-abnormal', flagged_on, concat_ws(' ', batch, state_text)
      from ip_rights.abnormal_filing where district = ${district} and patent_key = ${patentKey}
    union all select 'abnormal-cleared', cleared_on, batch
      from ip_rights.abnormal_filing where district = ${district} and patent_key = ${patentKey} and cleared_on is not null
    union all select 'found-abnormal', found_on, reason
      from ip_rights.abnormal_finding where district = ${district} and patent_key = ${patentKey}
    union all select 'finding-withdrawn', withdrawn_on, withdrawn_reason
      from ip_rights.abnormal_finding where district = ${district} and patent_key = ${patentKey} and withdrawn_on is not null
    order by 2, 1`.execute(db);
  return rows;
}

/** Whether a notice or finding flags the application on a day; each lifting answers one of its own sort. */
export function isFlaggedOn(notes: readonly PatentNote[], asOf: string): boolean {
  const by = (kind: Flag | Lift) => notes.filter((note) => note.kind === kind && note.on <= asOf).length;
  return by('flagged-abnormal') > by('abnormal-cleared') || by('found-abnormal') > by('finding-withdrawn');
}

/** Keys of the records of other lists that speak of a patent, by record type. */
export async function listNoteKeys(
  db: Db,
  district: string,
  patentKey: string,
): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await sql<{ type: string; key: string }>`
    select 'patent-pledge' as type, record_key as key from ip_rights.patent_pledge where district = ${district} and patent_key = ${patentKey}
    union all select 'patent-award', record_key from ip_rights.patent_award where district = ${district} and patent_key = ${patentKey}
    union all select 'abnormal-filing', record_key from ip_rights.abnormal_filing where district = ${district} and patent_key = ${patentKey}`.execute(
    db,
  );
  const byType = new Map<string, string[]>();
  for (const { type, key } of rows) byType.set(type, [...(byType.get(type) ?? []), key]);
  return byType;
}
