import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { OralHearing } from './oral-hearing.ts';

export interface Disputant {
  readonly name: string;
  readonly address: string | null;
  readonly contact: string | null;
}

export interface AdjudicationRow {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly received_on: string;
  readonly organisation_code: string;
  readonly petitioner: Disputant;
  readonly respondent: Disputant;
  readonly respondent_abroad: boolean;
  readonly patent_number: string;
  readonly patent_name: string | null;
  readonly claims: string;
  readonly facts: string;
  readonly materials: readonly string[];
  readonly accepted_on: string | null;
  readonly handed_on: string | null;
  readonly handed_to: string | null;
  readonly panel: readonly string[] | null;
  readonly hearing: OralHearing | null;
  /** Official number of each paper by its template, with the version of the file it was made at. */
  readonly paper_numbers: Readonly<Record<string, { readonly number: string; readonly version: number }>>;
  readonly outcome: { readonly kind?: 'decided' | 'mediated' | 'withdrawn'; readonly text: string } | null;
  readonly concluded_on: string | null;
  readonly due_on: string | null;
}

export const ADJUDICATIONS = sql`cases.adjudication a join procedures.file f on f.district = a.district and f.id = a.id`;
export const ADJUDICATION_COLUMNS = sql`a.id, a.number, f.state, a.received_on, a.organisation_code, a.petitioner, a.respondent, a.respondent_abroad,
  a.patent_number, a.patent_name, a.claims, a.facts, a.materials, a.accepted_on, a.handed_on, a.handed_to, a.panel, a.hearing, a.paper_numbers, a.outcome, a.concluded_on,
  (select min(k.due_on) from procedures.clock k where k.district = a.district and k.file_id = a.id and k.stopped_on is null) as due_on`;

export async function findAdjudication(db: Db, district: string, id: string): Promise<AdjudicationRow | undefined> {
  const { rows } = await sql<AdjudicationRow>`select ${ADJUDICATION_COLUMNS} from ${ADJUDICATIONS}
    where a.district = ${district} and a.id = ${id}`.execute(db);
  return rows[0];
}

export async function savePaperNumber(
  tx: Tx,
  district: string,
  id: string,
  paper: { readonly code: string; readonly number: string; readonly version: number },
): Promise<void> {
  await sql`update cases.adjudication
    set paper_numbers = paper_numbers || jsonb_build_object(${paper.code}::text, jsonb_build_object('number', ${paper.number}::text, 'version', ${paper.version}::int))
    where district = ${district} and id = ${id}`.execute(tx);
}
