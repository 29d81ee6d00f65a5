import { sql } from 'kysely';
import { v5 as uuidv5 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type EvidenceIntake, keepEvidence } from '../../evidence/index.ts';
import type { HitRecord } from './hit-repository.ts';

export interface HitFileRow {
  readonly id: string;
  readonly part: 'picture' | 'page' | 'other';
  readonly file_name: string;
  readonly media_type: string;
  readonly sha256: string;
  readonly size: number;
  readonly kept_at: string;
  readonly kept_by_name: string;
}

export async function listHitFiles(db: Db, district: string, hitId: string): Promise<HitFileRow[]> {
  const { rows } = await sql<HitFileRow>`select id, part, file_name, media_type, sha256, size, kept_at, kept_by_name
    from trademark_watch.hit_file where district = ${district} and hit_id = ${hitId} order by kept_at, id`.execute(db);
  return rows;
}

export const findHitFile = async (db: Db, district: string, hitId: string, id: string) =>
  (await listHitFiles(db, district, hitId)).find((one) => one.id === id);

const MOST_ROWS = 20;

/**
 * Puts what was kept of a hit into a file of the kernel as evidence: its newest rows, pictures and pages, with the hash of their capture.
 * Asked again for the same file, it answers the same items.
 */
export async function handOverEvidence(tx: Tx, ctx: Ctx, hit: HitRecord, fileId: string): Promise<string[]> {
  const { rows } = await sql<{
    sha256: string;
    size: number;
    kept_at: string;
    record_key: string;
  }>`select sha256, size, kept_at, record_key
    from trademark_watch.hit_row where district = ${ctx.district} and hit_id = ${hit.id} order by kept_at desc, record_key limit ${MOST_ROWS}`.execute(
    tx,
  );
  const files = await listHitFiles(tx, ctx.district, hit.id);
  const from = [hit.platform, hit.subject].filter(Boolean).join(' ') || '监测清单';
  const intakes: EvidenceIntake[] = [
    ...rows.map(
      (row): EvidenceIntake => ({
        fileId,
        kind: 'electronic',
        title: `监测记录：${hit.title}`.slice(0, 120),
        fileName: `${row.record_key.slice(0, 32)}.json`,
        sha256: row.sha256,
        size: row.size,
        mediaType: 'application/json',
        capturedAt: null,
        receivedAt: row.kept_at,
        source: from,
        note: hit.url,
      }),
    ),
    ...files.map(
      (file): EvidenceIntake => ({
        fileId,
        kind: file.part === 'picture' ? 'photo' : 'electronic',
        title: file.file_name,
        fileName: file.file_name,
        sha256: file.sha256,
        size: file.size,
        mediaType: file.media_type,
        capturedAt: null,
        receivedAt: file.kept_at,
        source: `${from}（${file.kept_by_name}保存）`,
        note: hit.url,
      }),
    ),
  ];
  const ids: string[] = [];
  for (const intake of intakes) {
    const id = uuidv5(`${fileId} ${intake.sha256}`, hit.id);
    ids.push((await keepEvidence(tx, ctx, { ...intake, id })).id);
  }
  return [...new Set(ids)];
}
