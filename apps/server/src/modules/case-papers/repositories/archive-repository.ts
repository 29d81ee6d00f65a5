import type { CaseArchive } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface ScanRow {
  readonly id: string;
  readonly caseId: string;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  /** Place in the archive somebody gave it. */
  readonly section: string | null;
  readonly addedBy: string;
  readonly addedAt: string;
}

const SCAN = sql`id, case_id as "caseId", title, file_name as "fileName", media_type as "mediaType", sha256, size::float8 as size, section,
  added_by_name as "addedBy", added_at as "addedAt"`;

export async function listScans(db: Db, district: string, caseId: string): Promise<ScanRow[]> {
  const { rows } = await sql<ScanRow>`select ${SCAN} from case_papers.upload
    where district = ${district} and case_id = ${caseId} and withdrawn_at is null order by added_at, id`.execute(db);
  return rows;
}

export async function findScan(db: Db, district: string, id: string): Promise<ScanRow | undefined> {
  const { rows } = await sql<ScanRow>`select ${SCAN} from case_papers.upload
    where district = ${district} and id = ${id} and withdrawn_at is null`.execute(db);
  return rows[0];
}

export async function insertScan(tx: Tx, ctx: Ctx, scan: Omit<ScanRow, 'addedBy' | 'addedAt'>): Promise<void> {
  await sql`insert into case_papers.upload (district, id, case_id, title, file_name, media_type, sha256, size, section, added_by_name, added_at)
    values (${ctx.district}, ${scan.id}, ${scan.caseId}, ${scan.title}, ${scan.fileName}, ${scan.mediaType}, ${scan.sha256}, ${scan.size}, ${scan.section},
      ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

export async function withdrawScan(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await sql`update case_papers.upload set withdrawn_at = ${ctx.now} where district = ${ctx.district} and id = ${id}`.execute(
    tx,
  );
}

export interface ArchiveRow {
  readonly job: CaseArchive['job'];
  readonly statement: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly pages: number | null;
  readonly items: CaseArchive['items'];
  readonly skipped: CaseArchive['skipped'];
  readonly madeAt: string | null;
  readonly madeBy: string | null;
  readonly sealedAt: string | null;
  readonly sealedBy: string | null;
}

export async function findArchive(db: Db, district: string, caseId: string): Promise<ArchiveRow | undefined> {
  const { rows } =
    await sql<ArchiveRow>`select case when r.id is null then null else json_build_object('state', r.state, 'done', r.done, 'total', r.total,
      'error', r.error) end as job, state_note as statement, sha256, size::float8 as size, pages, items, skipped,
      made_at as "madeAt", made_by_name as "madeBy", sealed_at as "sealedAt", sealed_by_name as "sealedBy"
    from case_papers.archive a left join platform.job_run r on r.district = a.district and r.id = a.job_id
    where a.district = ${district} and a.case_id = ${caseId}`.execute(db);
  return rows[0];
}

export async function orderArchive(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  order: { readonly jobId: string; readonly statement: string | null },
): Promise<void> {
  await sql`insert into case_papers.archive (district, case_id, job_id, state_note) values (${ctx.district}, ${caseId}, ${order.jobId}, ${order.statement})
    on conflict (district, case_id) do update set job_id = excluded.job_id, state_note = excluded.state_note`.execute(
    tx,
  );
}

export interface MadeArchive {
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly items: CaseArchive['items'];
  readonly skipped: CaseArchive['skipped'];
}

/** Keeps what was made, unless the file was sealed in the meantime. */
export async function saveArchive(tx: Tx, ctx: Ctx, caseId: string, made: MadeArchive): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update case_papers.archive set sha256 = ${made.sha256}, size = ${made.size}, pages = ${made.pages},
      items = ${JSON.stringify(made.items)}, skipped = ${JSON.stringify(made.skipped)}, made_at = ${ctx.now},
      made_by_name = ${ctx.actor.displayName}
    where district = ${ctx.district} and case_id = ${caseId} and sealed_at is null`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function markSealed(tx: Tx, ctx: Ctx, caseId: string): Promise<void> {
  await sql`update case_papers.archive set sealed_at = ${ctx.now}, sealed_by_name = ${ctx.actor.displayName}
    where district = ${ctx.district} and case_id = ${caseId}`.execute(tx);
}
