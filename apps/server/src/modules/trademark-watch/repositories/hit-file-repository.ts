import { sql } from 'kysely';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type EvidenceIntake, keepEvidence } from '../../evidence/index.ts';
import { listProofs, type ProofRow } from './capture-repository.ts';
import type { Enclosure } from './enclosure-repository.ts';
import type { HitRecord } from './hit-repository.ts';

/** Who kept what came beside a list. */
const WITH_LIST = '监测清单';

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

/** Keeps files that came beside a list with a hit; their time is that of their intake. */
export async function keepEnclosed(tx: Tx, ctx: Ctx, hitId: string, files: readonly Enclosure[]): Promise<void> {
  for (const file of files)
    await sql`insert into trademark_watch.hit_file (district, id, hit_id, part, file_name, media_type, sha256, size, kept_at, kept_by_name)
      values (${ctx.district}, ${uuidv7()}, ${hitId}, ${file.part}, ${file.file_name}, ${file.media_type}, ${file.sha256}, ${file.size},
        ${file.kept_at}, ${WITH_LIST}) on conflict do nothing`.execute(tx);
}

export const findHitFile = async (db: Db, district: string, hitId: string, id: string) =>
  (await listHitFiles(db, district, hitId)).find((one) => one.id === id);

/** Under which stamp something kept stands since its capture, for whoever reads the file it is put into. */
function sayCapture(proof: ProofRow | undefined): string | null {
  if (proof === undefined || proof.root === null) return null;
  const stamped = proof.stamped_at === null ? '' : `，${proof.stamped_at}由${proof.authority ?? ''}加盖时间戳`;
  return `采集时固定，批次根哈希 ${proof.root}${stamped}`;
}

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
  const proofs = await listProofs(
    tx,
    ctx.district,
    [...rows, ...files].map(({ sha256 }) => sha256),
  );
  const note = (sha256: string): string | null =>
    [hit.url, sayCapture(proofs.get(sha256))].filter((part) => part !== null).join('；') || null;
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
        note: note(row.sha256),
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
        note: note(file.sha256),
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
