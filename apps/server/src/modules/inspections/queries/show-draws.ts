import type { DrawDetail, DrawSummary } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { checklistLabel } from '../domain/checklists.ts';
import { publicLists } from '../domain/draw.ts';
import { DRAW_RUN } from '../inspections.catalogue.ts';
import { type DrawRow, findDraw, selectDraws, tasksOfDraw } from '../repositories/draw-repository.ts';

const toDraw = (ctx: Ctx, row: DrawRow): DrawSummary => ({
  id: row.id,
  number: row.number,
  title: row.title,
  campaignId: row.campaign_id,
  campaign: row.campaign_title,
  objectKind: row.object_kind,
  checklistLabel: checklistLabel(ctx, row.checklist),
  count: row.draw_count,
  objects: row.objects,
  state: row.state,
  preparedBy: row.prepared_by,
  preparedAt: row.prepared_at,
  drawnAt: row.drawn_at,
});

export async function listInspectionDraws(ctx: Ctx, query: { readonly page: number; readonly pageSize: number }) {
  const { rows, total } = await selectDraws(ctx.db, ctx.district, query);
  return {
    items: rows.map((row) => toDraw(ctx, row)),
    total,
    page: query.page,
    pageSize: query.pageSize,
    mayRun: may(ctx, DRAW_RUN),
  };
}

async function drawOf(ctx: Ctx, id: string): Promise<DrawRow> {
  const row = await findDraw(ctx.db, ctx.district, id);
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

/** One draw; the secret only once nothing depends on it. @throws AppError 404 */
export async function getInspectionDraw(ctx: Ctx, id: string): Promise<DrawDetail> {
  const row = await drawOf(ctx, id);
  const { weights } = ctx.services.jurisdiction.inspectionSettings.draw;
  const result = row.result ?? [];
  const tasks = await tasksOfDraw(ctx.db, ctx.district, id);
  const nameOf = new Map([...row.lists.objects, ...row.lists.officers].map((one) => [one.key, one.name]));
  const name = (key: string) => nameOf.get(key) ?? key;
  const place = new Map(result.map((one, at) => [one.object, at + 1]));
  return {
    ...toDraw(ctx, row),
    officersPerObject: row.officers_per_object,
    dueOn: row.due_on,
    listHash: row.list_hash,
    commitment: row.commitment,
    secret: row.state === 'drawn' ? row.secret : null,
    publicText: row.public_text,
    publicSource: row.public_source,
    witness: row.witness,
    seed: row.seed,
    drawnBy: row.drawn_by,
    voidReason: row.void_reason,
    pool: row.lists.objects.map((one) => ({
      key: one.key,
      name: one.name,
      tickets: one.tickets,
      gradeLabel: weights.find((weight) => weight.grade === one.grade)?.label ?? one.grade,
      excluded: one.excluded,
      drawn: place.get(one.key) ?? null,
    })),
    officers: [...row.lists.officers],
    conflicts: row.lists.conflicts.map((one) => ({
      object: name(one.object),
      officer: name(one.officer),
      reason: one.reason,
    })),
    result: result.map((one, at) => ({
      no: at + 1,
      object: name(one.object),
      ticket: one.ticket,
      officers: one.officers.map(name),
      taskId: tasks.get(one.object) ?? null,
    })),
    mayRun: row.state === 'prepared' && may(ctx, DRAW_RUN),
  };
}

/** The draw as it is published, for docs/repeat-draw.mjs. Before it is drawn: lists, hash and commitment alone. @throws AppError 404 */
export async function downloadInspectionDraw(ctx: Ctx, id: string): Promise<FileAnswer> {
  const row = await drawOf(ctx, id);
  return fileOfDraw(row, { witness: row.witness });
}

/** @param more what this reader gets besides, once the draw is made */
export function fileOfDraw(row: DrawRow, more: { readonly witness?: string | null } = {}): FileAnswer {
  const drawn = row.state === 'drawn';
  const published = {
    number: row.number,
    title: row.title,
    preparedAt: row.prepared_at,
    lists: row.lists.algorithm === 'jince-draw-1' ? row.lists : publicLists(row.lists),
    listHash: row.list_hash,
    commitment: row.commitment,
    ...(drawn
      ? {
          secret: row.secret,
          publicText: row.public_text,
          publicSource: row.public_source,
          ...more,
          drawnAt: row.drawn_at,
          seed: row.seed,
          result: row.result,
        }
      : {}),
  };
  return {
    fileName: `${row.number}.json`,
    mediaType: 'application/json',
    content: Buffer.from(`${JSON.stringify(published, null, 2)}\n`),
  };
}
