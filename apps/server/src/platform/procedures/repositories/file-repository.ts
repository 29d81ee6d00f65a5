import type { ClockEvent } from '@jince/calendar';
import { sql } from 'kysely';
import type { Db, Tx } from '../../database/database.ts';
import type { ProcedureFile } from '../definition.ts';
import type { Suspension } from '../domain/run-clock.ts';

const FILE = sql`f.id, f.procedure, f.number, f.state, f.version, f.subject_kind as "subjectKind", f.subject_id as "subjectId",
  f.subject_label as "subjectLabel", f.party_id as "partyId", f.town_code as "townCode", f.organisations, f.opened_at as "openedAt",
  f.opened_by_name as "openedByName", f.closed_at as "closedAt"`;

export { FILE as FILE_COLUMNS };

/** @param lock holds the row until the end of the transaction */
export async function findFile(db: Db, district: string, id: string, lock = false): Promise<ProcedureFile | undefined> {
  const { rows } = await sql<ProcedureFile>`select ${FILE} from procedures.file f
    where f.district = ${district} and f.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

export interface LogEntry {
  readonly seq: number;
  readonly action: string;
  readonly stateFrom: string | null;
  readonly stateTo: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly at: string;
  readonly note: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

export async function listLog(db: Db, district: string, fileId: string): Promise<LogEntry[]> {
  const { rows } =
    await sql<LogEntry>`select seq, action, state_from as "stateFrom", state_to as "stateTo", actor_id as "actorId",
      actor_name as "actorName", at, note, fields
    from procedures.action_log where district = ${district} and file_id = ${fileId} order by seq`.execute(db);
  return rows;
}

export async function appendLog(tx: Tx, district: string, fileId: string, entry: LogEntry): Promise<void> {
  await sql`insert into procedures.action_log (district, file_id, seq, action, state_from, state_to, actor_id, actor_name, at, note, fields)
    values (${district}, ${fileId}, ${entry.seq}, ${entry.action}, ${entry.stateFrom}, ${entry.stateTo}, ${entry.actorId}, ${entry.actorName},
      ${entry.at}, ${entry.note}, ${JSON.stringify(entry.fields)})`.execute(tx);
}

export interface ClockRow {
  readonly clock: string;
  readonly round: number;
  readonly startedOn: string;
  readonly dueOn: string | null;
  readonly count: number;
  readonly unit: 'day' | 'working-day' | 'month' | 'year';
  readonly article: string | null;
  readonly steps: readonly string[];
  readonly suspensions: readonly Suspension[];
  readonly rule: string | null;
  readonly events: readonly ClockEvent[];
  readonly stoppedOn: string | null;
}

export async function listClocks(db: Db, district: string, fileId: string): Promise<ClockRow[]> {
  const { rows } =
    await sql<ClockRow>`select clock, round, started_on as "startedOn", due_on as "dueOn", count, unit, article, steps, suspensions,
      stopped_on as "stoppedOn", rule, events
    from procedures.clock where district = ${district} and file_id = ${fileId} order by started_on, clock, round`.execute(
      db,
    );
  return rows;
}

export async function saveClock(tx: Tx, district: string, fileId: string, clock: ClockRow): Promise<void> {
  await sql`insert into procedures.clock (district, file_id, clock, round, started_on, due_on, count, unit, article, steps, suspensions, stopped_on, rule, events)
    values (${district}, ${fileId}, ${clock.clock}, ${clock.round}, ${clock.startedOn}, ${clock.dueOn}, ${clock.count},
      ${clock.unit}, ${clock.article}, ${JSON.stringify(clock.steps)}, ${JSON.stringify(clock.suspensions)}, ${clock.stoppedOn},
      ${clock.rule}, ${JSON.stringify(clock.events)})
    on conflict (district, file_id, clock, round) do update set due_on = excluded.due_on, steps = excluded.steps,
      suspensions = excluded.suspensions, stopped_on = excluded.stopped_on, events = excluded.events`.execute(tx);
}

export interface DocumentRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  readonly madeFrom: string | null;
  readonly addedByName: string;
  readonly addedAt: string;
  readonly withdrawnAt: string | null;
}

export async function listDocuments(db: Db, district: string, fileId: string): Promise<DocumentRow[]> {
  const { rows } =
    await sql<DocumentRow>`select id, kind, title, file_name as "fileName", media_type as "mediaType", sha256, size::float8 as size,
      made_from as "madeFrom", added_by_name as "addedByName", added_at as "addedAt", withdrawn_at as "withdrawnAt"
    from procedures.document where district = ${district} and file_id = ${fileId} order by added_at, id`.execute(db);
  return rows;
}

/** A paper that is already in the store. */
export interface NewDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  readonly madeFrom: string | null;
  readonly addedBy: string | null;
  readonly addedByName: string;
  readonly addedAt: Date;
}

export async function insertDocument(tx: Tx, district: string, fileId: string, row: NewDocument): Promise<void> {
  await sql`insert into platform.stored_file (district, sha256, size) values (${district}, ${row.sha256}, ${row.size}) on conflict do nothing`.execute(
    tx,
  );
  await sql`insert into procedures.document (district, id, file_id, kind, title, file_name, media_type, sha256, size, made_from, added_by, added_by_name, added_at)
    values (${district}, ${row.id}, ${fileId}, ${row.kind}, ${row.title}, ${row.fileName}, ${row.mediaType}, ${row.sha256}, ${row.size},
      ${row.madeFrom}, ${row.addedBy}, ${row.addedByName}, ${row.addedAt})`.execute(tx);
}

/** Takes back what was made from a template since the last action: made anew, it takes their place. */
export async function withdrawDrafts(
  tx: Tx,
  district: string,
  fileId: string,
  made: { readonly from: string; readonly at: Date },
): Promise<void> {
  await sql`update procedures.document set withdrawn_at = ${made.at}
    where district = ${district} and file_id = ${fileId} and made_from = ${made.from} and withdrawn_at is null
      and added_at > (select max(at) from procedures.action_log where district = ${district} and file_id = ${fileId})`.execute(
    tx,
  );
}
