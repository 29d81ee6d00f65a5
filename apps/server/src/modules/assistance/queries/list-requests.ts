import type { AidDetail, AidRow, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { AID_ASSIGN, AID_READ } from '../assistance.catalogue.ts';
import { aidKindLabels } from '../domain/labels.ts';
import { requestProcedure } from '../procedure/request-procedure.ts';
import { aidStates } from '../procedure/states.ts';
import { listExperts } from '../repositories/helper-repository.ts';
import { type AidRecord, listAssignments, requestsWithin, selectRequests } from '../repositories/request-repository.ts';
import { judgeHelpers } from './judge-helpers.ts';

type Route = (typeof routes)['listAidRequests'];

/** A request the actor may read and do this with. @throws AppError 404 otherwise */
export async function reachRequest(ctx: Ctx, id: string, permission = AID_READ): Promise<AidRecord> {
  const test = sql`r.id = ${id} and ${requestsWithin(ctx)} and ${requestsWithin(ctx, permission)}`;
  const record = may(ctx, permission) ? (await selectRequests(ctx.db, ctx, test)).rows[0] : undefined;
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

export function clockView(ctx: Ctx, definition: typeof requestProcedure, clock: string | null, dueOn: string | null) {
  if (clock === null) return null;
  const declared = definition.clocks.find((one) => one.clock === clock);
  return { label: declared?.label[ctx.language] ?? clock, dueOn, late: dueOn !== null && dueOn < ctx.today };
}

function toRow(ctx: Ctx, record: AidRecord): AidRow {
  const state = aidStates[record.state as keyof typeof aidStates];
  return {
    id: record.id,
    fileId: record.file_id,
    number: record.number,
    channel: record.channel,
    kinds: record.kinds.map((kind) => ({ kind, label: aidKindLabels[kind][ctx.language] })),
    title: record.title,
    applicant: record.applicant_name,
    partyId: record.party_id,
    opponent: record.opponent_name,
    state: record.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    receivedOn: record.received_on,
    acceptedOn: record.accepted_on,
    doneOn: record.done_on,
    inTime: record.opinion_on === null ? null : !record.overrun,
    stars: record.stars,
    clock: clockView(ctx, requestProcedure, record.clock, record.clock_due),
  };
}

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`true` : sql`${column} = any(${[...values]}::text[])`;

/** Requests in the actor's reach: open ones first, the nearest clock first among them. */
export async function listAidRequests(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const word = query.q?.trim() ?? '';
  const like = containsPattern(word);
  const late = sql`(coalesce(k.due_on < ${ctx.today}::date, false))`;
  const tests = [
    requestsWithin(ctx),
    among(sql`f.state`, query.state),
    among(sql`r.channel`, query.channel),
    query.kind === undefined || query.kind.length === 0 ? sql`true` : sql`r.kinds && ${[...query.kind]}::text[]`,
    query.party === undefined ? sql`true` : sql`r.party_id = ${query.party}`,
    query.open === undefined ? sql`true` : query.open ? sql`f.closed_at is null` : sql`f.closed_at is not null`,
    query.late === undefined ? sql`true` : query.late ? late : sql`not ${late}`,
    word === ''
      ? sql`true`
      : sql`(r.title ilike ${like} or r.applicant_name ilike ${like} or r.opponent_name ilike ${like} or f.number ilike ${like})`,
  ];
  const found = await selectRequests(ctx.db, ctx, sql.join(tests, sql` and `), {
    size: pageSize,
    skip: (page - 1) * pageSize,
  });
  return { items: found.rows.map((row) => toRow(ctx, row)), total: found.total, page, pageSize };
}

/** One request. The party that asked does not see what was checked of helpers. @throws AppError 404 */
export async function getAidRequest(ctx: Ctx, id: string): Promise<AidDetail> {
  const record = await reachRequest(ctx, id);
  const inside = scopeFor(ctx, AID_READ).kind === 'district';
  const assignments = await listAssignments(ctx.db, ctx, id);
  return {
    ...toRow(ctx, record),
    applicantCode: record.applicant_code,
    applicantContact: record.applicant_contact,
    opponentCode: record.opponent_code,
    rights: [...record.rights],
    facts: record.facts,
    wish: record.wish,
    refusedReason: record.refused_reason,
    opinion: record.opinion,
    opinionNo: record.opinion_no,
    opinionOn: record.opinion_on,
    result: record.result,
    remark: record.remark,
    ratedOn: record.rated_on,
    sourceHref: inside ? record.source_href : null,
    assignments: assignments.map((one) => ({
      id: one.id,
      part: one.part,
      name: one.name,
      checks: inside ? [...one.checks] : [],
      assignedOn: one.assigned_on,
      assignedBy: one.assigned_by_name,
      endedOn: one.ended_on,
      endedReason: inside ? one.ended_reason : null,
    })),
    mayAssign: may(ctx, AID_ASSIGN) && ['submitted', 'accepted'].includes(record.state),
  };
}

/** @throws AppError 404 */
export async function listAidHelpers(
  ctx: Ctx,
  id: string,
  query: { readonly part: 'expert' | 'agency'; readonly q?: string | undefined },
) {
  const record = await reachRequest(ctx, id, AID_ASSIGN);
  return { items: [...(await judgeHelpers(ctx, record, query))] };
}

export async function listAidExperts(ctx: Ctx, q = ''): Promise<RouteOutput<(typeof routes)['listAidExperts']>> {
  const rows = await listExperts(ctx.db, ctx, q, false);
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      employer: row.employer,
      employerCode: row.employer_code,
      fields: [...row.fields],
      title: row.title,
      fromOn: row.from_on,
      untilOn: row.until_on,
      active: row.until_on === null || row.until_on > ctx.today,
      assigned: row.assigned,
    })),
  };
}
