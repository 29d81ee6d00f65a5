import type { Visit } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { VISIT_READ } from '../cultivation.catalogue.ts';
import { requireDays } from '../domain/check-input.ts';
import {
  countVisits,
  findPhoto,
  selectVisits,
  type VisitFilter,
  type VisitRow,
  visitTests,
} from '../repositories/visit-repository.ts';

export function toVisit(row: VisitRow): Visit {
  return {
    id: row.id,
    targetId: row.target_id,
    subjectId: row.subject_id,
    subjectName: row.label,
    campaignTitle: row.campaign_title,
    visitedOn: row.visited_on,
    channel: row.channel,
    person: row.person,
    summary: row.summary,
    result: row.result,
    step: row.step,
    nextStep: row.next_step,
    nextOn: row.next_on,
    photos: row.photos,
    by: row.by_name,
    at: row.at,
    alsoLoggedBy: row.also,
    note: row.note,
  };
}

/** One visit within the actor's places. @throws AppError platform.not-found */
export async function getVisit(ctx: Ctx, permission: string, id: string): Promise<Visit> {
  const [row] = await selectVisits(ctx.db, visitTests(ctx, permission, { id }), { limit: 1 });
  if (row === undefined) throw new AppError('platform.not-found');
  return toVisit(row);
}

export async function listVisits(
  ctx: Ctx,
  query: VisitFilter & { page: number; pageSize: number; sort?: string | undefined },
) {
  requireDays({ from: query.from, to: query.to });
  const { page, pageSize, sort } = query;
  const where = visitTests(ctx, VISIT_READ, query);
  const rows = await selectVisits(ctx.db, where, { limit: pageSize, offset: (page - 1) * pageSize, sort });
  return { items: rows.map(toVisit), total: await countVisits(ctx.db, where), page, pageSize };
}

/** The bytes of a photo, for who may read its visit. @throws AppError platform.not-found */
export async function getVisitPhoto(ctx: Ctx, visitId: string, sha256: string): Promise<FileAnswer> {
  await getVisit(ctx, VISIT_READ, visitId);
  const photo = await findPhoto(ctx.db, ctx.district, visitId, sha256);
  if (photo === undefined) throw new AppError('platform.not-found');
  return { ...photo, content: await ctx.services.files.read(sha256) };
}
