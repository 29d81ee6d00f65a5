import type { BusinessAmount } from '@jince/offences';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';

/** A case as it is stored, with the state of its file. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly track: 'general' | 'summary';
  readonly title: string;
  readonly text: string;
  readonly source_kind: 'complaint' | 'report' | 'inspection' | 'watch' | 'hand-over' | 'own';
  readonly source_module: string | null;
  readonly source_id: string | null;
  readonly source_label: string;
  readonly source_href: string | null;
  readonly received_on: string;
  readonly town_code: string | null;
  readonly organisation_code: string;
  readonly behaviour_row: number | null;
  readonly electronic: boolean;
  readonly foreign_related: boolean;
  readonly well_known: boolean;
  readonly mediated: boolean;
  readonly act_from: string | null;
  readonly act_to: string | null;
  readonly act_place: string | null;
  readonly act_text: string | null;
  readonly service_mark: boolean;
  readonly serious: boolean;
  readonly order_ignored: boolean;
  readonly endangers: boolean;
  readonly prior_penalty: boolean;
  readonly first_offence: boolean;
  readonly corrected: boolean;
  readonly no_fault: boolean;
  readonly gain_fen: number | null;
  readonly loss_fen: number | null;
  readonly labels: number;
  readonly unsold_labels: number;
  readonly amount: BusinessAmount | null;
  readonly business_fen: number | null;
  readonly hit: boolean;
  readonly transfer_open: boolean;
  readonly filed_on: string | null;
  readonly decided_on: string | null;
  readonly closed_on: string | null;
  readonly recovered_fen: number;
  readonly recovered_foreign_fen: number;
  readonly back_dated_reason: string | null;
  readonly revision: number;
}

const COLUMNS = sql`c.id, c.number, f.state, c.track, c.title, c.text, c.source_kind, c.source_module, c.source_id, c.source_label, c.source_href,
  c.received_on, c.town_code, c.organisation_code, c.behaviour_row, c.electronic, c.foreign_related, c.well_known, c.mediated,
  c.act_from, c.act_to, c.act_place, c.act_text, c.service_mark, c.serious, c.order_ignored, c.endangers, c.prior_penalty, c.first_offence,
  c.corrected, c.no_fault, c.gain_fen, c.loss_fen, c.labels, c.unsold_labels, c.amount, c.business_fen, c.hit, c.transfer_open, c.filed_on, c.decided_on,
  c.closed_on, c.recovered_fen, c.recovered_foreign_fen, c.back_dated_reason, c.revision`;

/** @param lock holds the row until the end of the transaction */
export async function findCase(db: Db, district: string, id: string, lock = false): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`select ${COLUMNS} from cases.case_file c
    join procedures.file f on f.district = c.district and f.id = c.id
    where c.district = ${district} and c.id = ${id} ${lock ? sql`for update of c` : sql``}`.execute(db);
  return rows[0];
}

export type CaseValues = Partial<Omit<CaseRow, 'id' | 'state'>>;

const stored = (value: unknown) => (value !== null && typeof value === 'object' ? JSON.stringify(value) : value);

export async function insertCase(
  tx: Tx,
  district: string,
  values: CaseValues & { readonly id: string; readonly registered_by_name: string; readonly registered_at: Date },
): Promise<void> {
  const { registered_at, ...others } = values;
  const given = Object.entries({ ...others, district });
  await sql`insert into cases.case_file (registered_at, ${sql.join(given.map(([column]) => sql.id(column)))})
    values (${registered_at}, ${sql.join(given.map(([, value]) => sql`${stored(value)}`))})`.execute(tx);
}

export async function updateCase(tx: Tx, district: string, id: string, change: CaseValues): Promise<void> {
  const sets = Object.entries(change).map(([column, value]) => sql`${sql.id(column)} = ${stored(value)}`);
  if (sets.length === 0) return;
  await sql`update cases.case_file set ${sql.join(sets)} where district = ${district} and id = ${id}`.execute(tx);
}

/** The case the same source has already led to. */
export async function findBySource(
  db: Db,
  district: string,
  source: { readonly module: string; readonly id: string },
): Promise<{ readonly id: string; readonly number: string; readonly joined: boolean } | undefined> {
  const { rows } = await sql<{ id: string; number: string; joined: boolean }>`
    select c.id, c.number, c.source_id is distinct from ${source.id} as joined from cases.clue q
    join cases.case_file c on c.district = q.district and c.id = q.case_id
    where q.district = ${district} and q.source_module = ${source.module} and q.source_id = ${source.id} limit 1`.execute(
    db,
  );
  return rows[0];
}
