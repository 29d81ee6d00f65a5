import type { RecordAnswer } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { asJson } from './sql.ts';
import type { Outcome } from './task-repository.ts';

export type RecordState = 'standing' | 'held' | 'supplement' | 'set-aside' | 'superseded';
export interface RecordConflict {
  readonly kind: 'decided' | 'cancelled' | 'reassigned' | 'other-record' | 'other-round';
  readonly text: string;
  readonly at: string;
}

export interface RecordRow {
  readonly id: string;
  readonly task_id: string;
  readonly round: number;
  readonly checked_on: string;
  readonly checklist: string;
  readonly checklist_from: string;
  readonly answers: RecordAnswer[];
  readonly outcome: Outcome;
  readonly correct_by: string | null;
  readonly officers: string[];
  readonly person: string | null;
  readonly person_title: string | null;
  readonly statement: string | null;
  readonly signature: 'signed' | 'refused' | 'absent';
  readonly note: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracy_m: number | null;
  readonly state: RecordState;
  readonly conflict: RecordConflict | null;
  readonly concerns: string[];
  readonly resolved_by: string | null;
  readonly resolved_at: string | null;
  readonly resolve_reason: string | null;
  readonly finished_at: string | null;
  readonly by_id: string | null;
  readonly by_name: string;
  readonly at: string;
  readonly photos: {
    readonly sha256: string;
    readonly fileName: string;
    readonly itemCode: string | null;
    readonly evidenceId: string | null;
    readonly takenAt: string | null;
  }[];
}

const photos = sql`(select coalesce(json_agg(json_build_object('sha256', p.sha256, 'fileName', p.file_name, 'itemCode', p.item_code,
    'evidenceId', p.evidence_id, 'takenAt', p.taken_at) order by p.position), '[]')
  from inspections.record_photo p where p.district = r.district and p.record_id = r.id)`;
const columns = sql`r.id, r.task_id, r.round, r.checked_on, r.checklist, r.checklist_from, r.answers, r.outcome, r.correct_by, r.officers, r.person,
  r.person_title, r.statement, r.signature, r.note, r.latitude, r.longitude, r.accuracy_m, r.state, r.conflict, r.concerns, r.resolved_by, r.resolved_at,
  r.resolve_reason, r.finished_at, r.by_id, r.by_name, r.at, ${photos} as photos`;

/** Records of a task, newest first. */
export async function listRecords(db: Db, district: string, taskId: string): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`select ${columns} from inspections.record r
    where r.district = ${district} and r.task_id = ${taskId} order by r.at desc, r.id desc`.execute(db);
  return rows;
}

export async function findRecord(db: Db, district: string, id: string): Promise<RecordRow | undefined> {
  const { rows } = await sql<RecordRow>`select ${columns} from inspections.record r
    where r.district = ${district} and r.id = ${id}`.execute(db);
  return rows[0];
}

type NewRecord = Omit<
  RecordRow,
  'photos' | 'resolved_by' | 'resolved_at' | 'resolve_reason' | 'by_id' | 'by_name' | 'at'
>;

export async function insertRecord(tx: Tx, ctx: Ctx, r: NewRecord): Promise<boolean> {
  const { rows } =
    await sql`insert into inspections.record (district, id, task_id, round, checked_on, checklist, checklist_from, answers, outcome,
      correct_by, officers, person, person_title, statement, signature, note, latitude, longitude, accuracy_m, state, conflict, concerns, finished_at,
      by_id, by_name, at)
    values (${ctx.district}, ${r.id}, ${r.task_id}, ${r.round}, ${r.checked_on}, ${r.checklist}, ${r.checklist_from}, ${asJson(r.answers)}, ${r.outcome},
      ${r.correct_by}, ${[...r.officers]}::text[], ${r.person}, ${r.person_title}, ${r.statement}, ${r.signature}, ${r.note}, ${r.latitude}, ${r.longitude},
      ${r.accuracy_m}, ${r.state}, ${r.conflict === null ? null : asJson(r.conflict)}, ${asJson(r.concerns)}, ${r.finished_at},
      ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now})
    on conflict (district, id) do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

export async function resolveRecord(
  tx: Tx,
  ctx: Ctx,
  id: string,
  decision: { readonly state: RecordState; readonly reason: string; readonly round?: number },
): Promise<void> {
  await sql`update inspections.record set state = ${decision.state}, resolve_reason = ${decision.reason}, resolved_by = ${ctx.actor.displayName},
      resolved_at = ${ctx.now}, round = coalesce(${decision.round ?? null}, round)
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

interface NewPhoto {
  readonly recordId: string;
  readonly sha256: string;
  readonly size: number;
  readonly evidenceId: string | null;
  readonly itemCode: string | null;
  readonly position: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly takenAt: string | null;
}

export async function insertPhoto(tx: Tx, ctx: Ctx, photo: NewPhoto): Promise<void> {
  await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${photo.sha256}, ${photo.size})
    on conflict do nothing`.execute(tx);
  await sql`insert into inspections.record_photo (district, record_id, sha256, evidence_id, item_code, position, file_name, media_type, size, taken_at, at)
    values (${ctx.district}, ${photo.recordId}, ${photo.sha256}, ${photo.evidenceId}, ${photo.itemCode}, ${photo.position}, ${photo.fileName},
      ${photo.mediaType}, ${photo.size}, ${photo.takenAt}, ${ctx.now})
    on conflict do nothing`.execute(tx);
}

export async function findPhoto(db: Db, district: string, recordId: string, sha256: string) {
  const { rows } = await sql<{
    fileName: string;
    mediaType: string;
  }>`select file_name as "fileName", media_type as "mediaType"
    from inspections.record_photo where district = ${district} and record_id = ${recordId} and sha256 = ${sha256}`.execute(
    db,
  );
  return rows[0];
}
