import type { CrossRegionRow, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { CASE_READ, findCases } from '../../cases/index.ts';
import { REGION_HANDLE, REGION_READ } from '../assistance.catalogue.ts';
import { crossRegionKindLabels, resultLabels } from '../domain/labels.ts';
import { crossRegionProcedure } from '../procedure/cross-region-procedure.ts';
import { crossRegionStates } from '../procedure/states.ts';
import {
  type CrossRegionRecord,
  crossRegionsWithin,
  listJointActions,
  selectCrossRegions,
} from '../repositories/cross-region-repository.ts';
import { listOriginsOf } from './list-origins.ts';
import { clockView } from './list-requests.ts';

type Route = (typeof routes)['listCrossRegions'];

/** A request between districts the actor may read and do this with. @throws AppError 404 otherwise */
export async function reachCrossRegion(ctx: Ctx, id: string, permission = REGION_READ): Promise<CrossRegionRecord> {
  const test = sql`c.id = ${id} and ${crossRegionsWithin(ctx)} and ${crossRegionsWithin(ctx, permission)}`;
  const record = may(ctx, permission) ? (await selectCrossRegions(ctx.db, ctx, test)).rows[0] : undefined;
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

function toRow(ctx: Ctx, record: CrossRegionRecord): CrossRegionRow {
  const state = crossRegionStates[record.state as keyof typeof crossRegionStates];
  return {
    id: record.id,
    fileId: record.file_id,
    number: record.number,
    direction: record.direction,
    other: record.other_name,
    joined: record.other_district !== null,
    kind: record.kind,
    kindLabel: crossRegionKindLabels[record.kind][ctx.language],
    title: record.title,
    letterNo: record.letter_no,
    theirNo: record.their_no,
    state: record.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    sentOn: record.sent_on,
    receivedOn: record.received_on,
    answeredOn: record.answered_on,
    inTime: record.answered_on === null ? null : !record.overrun,
    clock: clockView(ctx, crossRegionProcedure, record.clock, record.clock_due),
  };
}

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`true` : sql`${column} = any(${[...values]}::text[])`;

/** Requests between districts in the actor's reach: open ones first, the nearest clock first among them. */
export async function listCrossRegions(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const word = query.q?.trim() ?? '';
  const like = containsPattern(word);
  const late = sql`(coalesce(k.due_on < ${ctx.today}::date, false))`;
  const tests = [
    crossRegionsWithin(ctx),
    among(sql`c.direction`, query.direction),
    among(sql`f.state`, query.state),
    query.open === undefined ? sql`true` : query.open ? sql`f.closed_at is null` : sql`f.closed_at is not null`,
    query.late === undefined ? sql`true` : query.late ? late : sql`not ${late}`,
    word === ''
      ? sql`true`
      : sql`(c.title ilike ${like} or c.other_name ilike ${like} or c.letter_no ilike ${like} or c.their_no ilike ${like} or f.number ilike ${like})`,
  ];
  const found = await selectCrossRegions(ctx.db, ctx, sql.join(tests, sql` and `), {
    size: pageSize,
    skip: (page - 1) * pageSize,
  });
  return { items: found.rows.map((row) => toRow(ctx, row)), total: found.total, page, pageSize };
}

const sealed = (sha256: string | null, size: number | null, name: string | null) =>
  sha256 === null || size === null || name === null ? null : { sha256, size, name };

/** One request between districts. @throws AppError 404 */
export async function getCrossRegion(ctx: Ctx, id: string): Promise<RouteOutput<(typeof routes)['getCrossRegion']>> {
  const record = await reachCrossRegion(ctx, id);
  const cards = record.case_id === null || !may(ctx, CASE_READ) ? new Map() : await findCases(ctx, [record.case_id]);
  return {
    ...toRow(ctx, record),
    facts: record.facts,
    wish: record.wish,
    marks: [...record.marks],
    answer: record.answer,
    answerNo: record.answer_no,
    result: record.result,
    resultLabel: record.result === null ? null : resultLabels[record.result][ctx.language],
    package: sealed(record.package_sha256, record.package_size, record.package_name),
    answerPackage: sealed(record.answer_package_sha256, record.answer_package_size, record.answer_package_name),
    caseRef:
      record.case_number === null
        ? null
        : {
            number: record.case_number,
            href: record.case_id !== null && cards.has(record.case_id) ? `/protection/cases/${record.case_id}` : null,
          },
    actions: await listJointActions(ctx.db, ctx, record.file_id),
    origins: await listOriginsOf(ctx, record.file_id),
    preparedBy: record.prepared_by_name,
    sourceHref: record.source_href,
    mayEdit: may(ctx, REGION_HANDLE),
  };
}

/** The sealed package of a request or its answer, whichever district sealed it. @throws AppError 404 */
export async function downloadRegionPackage(ctx: Ctx, id: string, which: 'request' | 'answer'): Promise<FileAnswer> {
  const record = await reachCrossRegion(ctx, id);
  const found =
    which === 'request'
      ? sealed(record.package_sha256, record.package_size, record.package_name)
      : sealed(record.answer_package_sha256, record.answer_package_size, record.answer_package_name);
  if (found === null) throw new AppError('platform.not-found');
  return { fileName: found.name, mediaType: 'application/zip', content: await ctx.services.files.read(found.sha256) };
}
