import type { EvidencePackage } from '@jince/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { takeNumber } from '../../../platform/procedures/index.ts';
import { findFile, listDocuments } from '../../../platform/procedures/repositories/file-repository.ts';
import { PACKAGE_SEAL } from '../evidence.catalogue.ts';
import { viewPackage } from '../queries/list-packages.ts';
import { requireFile } from '../queries/require-file.ts';
import { listItems } from '../repositories/item-repository.ts';
import { findPackage, type PackageRow } from '../repositories/package-repository.ts';

/** Published when a package is whole: `{ packageId, fileId }`. */
export const PACKAGE_SEALED = 'evidence.package.sealed';

export interface PackageOrder {
  readonly title: string;
  /** Absent: all that is used in the file. */
  readonly evidenceIds?: readonly string[] | undefined;
  /** Papers of the file; absent: none. */
  readonly paperDocumentIds?: readonly string[] | undefined;
}

/**
 * Orders a sealed package of a file in the caller's transaction; a job writes it and then publishes {@link PACKAGE_SEALED}.
 * Whoever calls has judged who may.
 * @throws AppError 404 for an item or paper that is not in the file, evidence.package.empty
 */
export async function orderPackage(tx: Tx, ctx: Ctx, fileId: string, order: PackageOrder): Promise<PackageRow> {
  const file = await findFile(tx, ctx.district, fileId);
  if (file === undefined) throw new AppError('platform.not-found');
  const items = await listItems(tx, ctx.district, fileId);
  const papers = await listDocuments(tx, ctx.district, fileId);
  const evidenceIds = order.evidenceIds ?? items.filter((item) => item.setAsideAt === null).map((item) => item.id);
  const paperIds = order.paperDocumentIds ?? [];
  const known = new Set([...items, ...papers].map(({ id }) => id));
  if ([...evidenceIds, ...paperIds].some((id) => !known.has(id))) throw new AppError('platform.not-found');
  if (evidenceIds.length + paperIds.length === 0) throw new AppError('evidence.package.empty');
  const id = uuidv7();
  const year = Number(ctx.today.slice(0, 4));
  const number = `ZJB${year}-${String(await takeNumber(tx, ctx, 'evidence-package', year)).padStart(5, '0')}`;
  const runId = await enqueueJob(tx, ctx, {
    task: 'evidence.write-package',
    payload: { packageId: id },
    subject: { kind: 'evidence.package', id },
    queue: 'evidence-packages',
  });
  await sql`insert into evidence.package (district, id, file_id, number, title, evidence_ids, paper_ids, run_id, state, ordered_by_name, ordered_at)
    values (${ctx.district}, ${id}, ${fileId}, ${number}, ${order.title}, ${[...evidenceIds]}::uuid[], ${[...paperIds]}::uuid[], ${runId}, 'making',
      ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
  await writeAudit(tx, ctx, {
    action: PACKAGE_SEAL,
    subject: { kind: file.procedure, id: file.id, label: file.number },
    details: { package: number, title: order.title, evidence: evidenceIds.length, papers: paperIds.length },
  });
  return (await findPackage(tx, ctx.district, id)) as PackageRow;
}

/** Orders a sealed package. @throws AppError as {@link orderPackage}, 404 outside the actor's reach */
export async function sealPackage(ctx: Ctx, fileId: string, order: PackageOrder): Promise<EvidencePackage> {
  await requireFile(ctx, fileId, PACKAGE_SEAL);
  return viewPackage(await inTransaction(ctx, (tx) => orderPackage(tx, ctx, fileId, order)));
}
