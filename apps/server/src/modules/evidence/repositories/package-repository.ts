import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

export interface PackageRow {
  readonly id: string;
  readonly fileId: string;
  readonly number: string;
  readonly title: string;
  readonly evidenceIds: readonly string[];
  readonly paperIds: readonly string[];
  readonly runId: string;
  /** How far its job is. */
  readonly done: number;
  readonly steps: number | null;
  readonly state: 'making' | 'ready' | 'failed';
  readonly failure: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly entries: number | null;
  readonly orderedBy: string;
  readonly orderedAt: string;
  readonly sealedAt: string | null;
}

// A job that was stopped or gave up leaves its package unmade.
const PACKAGE = sql`p.id, p.file_id as "fileId", p.number, p.title, p.evidence_ids as "evidenceIds", p.paper_ids as "paperIds", p.run_id as "runId", coalesce(r.done, 0)::float8 as done, r.total::float8 as steps,
  case when p.state = 'making' and r.state in ('failed', 'cancelled') then 'failed' else p.state end as state,
  coalesce(p.failure, case when p.state = 'making' and r.state in ('failed', 'cancelled') then coalesce(r.error, '已取消') end) as failure,
  p.sha256, p.size::float8 as size, p.entries, p.ordered_by_name as "orderedBy", p.ordered_at as "orderedAt", p.sealed_at as "sealedAt"`;
const FROM = sql`evidence.package p left join platform.job_run r on r.district = p.district and r.id = p.run_id`;

export async function findPackage(db: Db, district: string, id: string): Promise<PackageRow | undefined> {
  const { rows } =
    await sql<PackageRow>`select ${PACKAGE} from ${FROM} where p.district = ${district} and p.id = ${id}`.execute(db);
  return rows[0];
}

export async function listPackageRows(db: Db, district: string, fileId: string): Promise<PackageRow[]> {
  const { rows } = await sql<PackageRow>`select ${PACKAGE} from ${FROM}
    where p.district = ${district} and p.file_id = ${fileId} order by p.ordered_at desc, p.number desc`.execute(db);
  return rows;
}
