import type { MeasureView, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { workingCalendarOf } from '../../../platform/procedures/index.ts';
import { filesWithin, readableFiles } from '../../../platform/procedures/reach.ts';
import { readThingCode } from '../domain/thing-code.ts';
import { EVIDENCE_READ } from '../evidence.catalogue.ts';
import {
  findMeasure,
  findThingBy,
  listMeasureRows,
  MEASURE,
  type MeasureRow,
} from '../repositories/measure-repository.ts';
import { mayWith } from './list-evidence.ts';
import { requireFile } from './require-file.ts';
import { viewMeasureClock, viewMeasures } from './view-measure.ts';

/** Measures of a file with their things, clocks, custody and disposals. @throws AppError 404 outside the actor's reach */
export async function listMeasures(ctx: Ctx, fileId: string): Promise<readonly MeasureView[]> {
  await requireFile(ctx, fileId, EVIDENCE_READ);
  return viewMeasures(ctx, await listMeasureRows(ctx.db, ctx.district, fileId));
}

export async function showMeasures(ctx: Ctx, fileId: string): Promise<RouteOutput<(typeof routes)['listMeasures']>> {
  const file = await requireFile(ctx, fileId, EVIDENCE_READ);
  return { items: [...(await listMeasures(ctx, fileId))], may: mayWith(ctx, file) };
}

/** The measure of a file the actor may do this with. @throws AppError 404 */
export async function requireMeasure(ctx: Ctx, fileId: string, id: string, permission: string): Promise<MeasureRow> {
  await requireFile(ctx, fileId, permission);
  const row = await findMeasure(ctx.db, ctx.district, id);
  if (row === undefined || row.fileId !== fileId) throw new AppError('platform.not-found');
  return row;
}

export async function showMeasure(ctx: Ctx, id: string): Promise<MeasureView> {
  const row = await findMeasure(ctx.db, ctx.district, id);
  const [view] = row === undefined ? [] : await viewMeasures(ctx, [row]);
  if (view === undefined) throw new AppError('platform.not-found');
  return view;
}

type ClockList = RouteOutput<(typeof routes)['listMeasureClocks']>;

/** Measures under way in files the actor may read, those due first. */
export async function listMeasureClocks(
  ctx: Ctx,
  query: ParsedInput<(typeof routes)['listMeasureClocks']>['query'],
): Promise<ClockList> {
  const readable = [...ctx.services.procedures.values()]
    .filter((definition) => may(ctx, definition.readPermission))
    .map((definition) => sql`(f.procedure = ${definition.procedure} and ${readableFiles(ctx, definition)})`);
  const within = readable.length === 0 ? sql`false` : sql`(${sql.join(readable, sql` or `)})`;
  const wanted = sql`m.district = ${ctx.district} and m.state = 'running' and ${within}
    and ${filesWithin(scopeFor(ctx, EVIDENCE_READ))}
    and (${query.overdue === true}::boolean = false or m.due_on < ${ctx.today})`;
  const from = sql`evidence.measure m join procedures.file f on f.district = m.district and f.id = m.file_id`;
  const { page, pageSize } = query;
  const { rows } = await sql<
    MeasureRow & { fileNumber: string; fileLabel: string; things: number }
  >`select ${MEASURE}, f.number as "fileNumber", f.subject_label as "fileLabel",
      (select count(*) from evidence.thing t where t.district = m.district and t.measure_id = m.id) as things
    from ${from} where ${wanted} order by m.due_on nulls last, m.number limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
    ctx.db,
  );
  const total = await sql<{ total: number }>`select count(*) as total from ${from} where ${wanted}`.execute(ctx.db);
  const calendar = await workingCalendarOf(ctx.db, ctx.district);
  return {
    items: rows.map(({ fileNumber, fileLabel, things, ...row }) => ({
      ...viewMeasureClock(ctx, row, calendar),
      fileNumber,
      fileLabel,
      things,
    })),
    total: total.rows[0]?.total ?? 0,
    page,
    pageSize,
  };
}

/** The thing a label stands for, with its measure. @throws AppError 404 for a mistyped code or outside the actor's reach */
export async function findThing(ctx: Ctx, text: string): Promise<RouteOutput<(typeof routes)['findThing']>> {
  const code = readThingCode(text);
  const row = code === undefined ? undefined : await findThingBy(ctx.db, ctx.district, { code });
  const measure = row === undefined ? undefined : await findMeasure(ctx.db, ctx.district, row.measureId);
  if (row === undefined || measure === undefined) throw new AppError('platform.not-found');
  const file = await requireFile(ctx, measure.fileId, EVIDENCE_READ);
  const { things, ...view } = await showMeasure(ctx, measure.id);
  const thing = things.find((one) => one.id === row.id);
  if (thing === undefined) throw new AppError('platform.not-found');
  return {
    thing,
    measure: view,
    fileNumber: file.number,
    fileLabel: file.subjectLabel,
    may: mayWith(ctx, file),
    at: ctx.now.toISOString(),
  };
}
