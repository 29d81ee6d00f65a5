import type { EvidenceItem, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { ProcedureFile } from '../../../platform/procedures/index.ts';
import { mayOnFile } from '../../../platform/procedures/reach.ts';
import * as may from '../evidence.catalogue.ts';
import { listItems, pageItems } from '../repositories/item-repository.ts';
import { authorityOf } from '../stamping/authority.ts';
import { requireFile } from './require-file.ts';
import { viewItem } from './view-item.ts';

/** Evidence of a file by its number, what is set aside included. @throws AppError 404 outside the actor's reach */
export async function listEvidence(ctx: Ctx, fileId: string): Promise<readonly EvidenceItem[]> {
  await requireFile(ctx, fileId, may.EVIDENCE_READ);
  return (await listItems(ctx.db, ctx.district, fileId)).map((row) => viewItem(ctx, row));
}

/** What the actor may do with the evidence of a file. */
export function mayWith(ctx: Ctx, file: ProcedureFile) {
  const open = file.closedAt === null;
  const on = (permission: string) => mayOnFile(ctx, permission, file);
  return {
    keep: open && on(may.EVIDENCE_KEEP),
    link: on(may.EVIDENCE_LINK),
    custody: on(may.CUSTODY_RECORD),
    order: on(may.MEASURE_ORDER),
    extend: on(may.MEASURE_EXTEND),
    seal: on(may.PACKAGE_SEAL),
  };
}

export async function pageEvidence(
  ctx: Ctx,
  fileId: string,
  query: ParsedInput<(typeof routes)['listEvidence']>['query'],
): Promise<RouteOutput<(typeof routes)['listEvidence']>> {
  const file = await requireFile(ctx, fileId, may.EVIDENCE_READ);
  const { page, pageSize, q } = query;
  const found = await pageItems(ctx.db, ctx.district, fileId, {
    ...query,
    ...(q === undefined || q.trim() === '' ? {} : { like: containsPattern(q.trim()) }),
  });
  return {
    items: found.items.map((row) => viewItem(ctx, row)),
    total: found.total,
    page,
    pageSize,
    doubtful: found.doubtful,
    bytes: found.bytes,
    file: {
      id: file.id,
      number: file.number,
      label: file.subjectLabel,
      href: ctx.services.procedures.get(file.procedure)?.href(file) ?? '',
      closed: file.closedAt !== null,
    },
    may: mayWith(ctx, file),
    stamping: authorityOf(ctx.services.config) !== undefined,
    maxBytes: ctx.services.config.maxUploadBytes,
  };
}

/** What papers say of the evidence of a file: used items with number, title, kind and hash. */
export interface EvidenceSummary {
  readonly id: string;
  readonly no: number;
  readonly title: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly sha256: string;
  readonly source: string;
  readonly capturedAt: string | null;
  readonly receivedAt: string;
  readonly doubtful: boolean;
}

/** Used evidence of a file for lists in papers and packages. @throws AppError 404 outside the actor's reach */
export async function evidenceForFile(ctx: Ctx, fileId: string): Promise<readonly EvidenceSummary[]> {
  const items = await listEvidence(ctx, fileId);
  return items
    .filter((item) => item.setAside === null)
    .map((item) => ({
      id: item.id,
      no: item.no,
      title: item.title,
      kind: item.kind,
      kindLabel: item.kindLabel,
      sha256: item.sha256,
      source: item.source,
      capturedAt: item.capturedAt,
      receivedAt: item.receivedAt,
      doubtful: item.doubts.some((doubt) => doubt.grave),
    }));
}
