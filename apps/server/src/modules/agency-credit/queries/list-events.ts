import { creditRuleSets, creditRulesOn } from '@jince/law';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { findAgencies, listAgencyCards } from '../../ip-agencies/index.ts';
import { EVENT_ENTER, SCORE_READ } from '../agency-credit.catalogue.ts';
import { endOf } from '../domain/settle-events.ts';
import {
  type EventFilter,
  type EventRow,
  findEvent,
  selectEvents,
  toCreditEvent,
} from '../repositories/event-repository.ts';
import { peopleRuleSet, reachAgency, reachOf, ruleSetOf } from './subjects.ts';
import { toEventView } from './views.ts';

/** Whether an event by itself counts on a day; what papers and caps make of it is told by the trace. */
function counts(row: EventRow, kinds: readonly string[], on: string): boolean {
  const set = row.subject_type === 'person' ? peopleRuleSet() : (ruleSetOf(kinds) ?? creditRuleSets[0]);
  const rules = set === undefined ? undefined : creditRulesOn(set, on);
  const item = rules?.items.find((one) => one.subjects.includes(row.subject_type) && one.sorts.includes(row.sort));
  const until = endOf(toCreditEvent(row), item);
  return row.withdrawn_at === null && item !== undefined && row.happened_on <= on && (until === null || on < until);
}

/** Agencies in the actor's reach; undefined = all. */
async function agenciesInReach(ctx: Ctx): Promise<string[] | undefined> {
  if (scopeFor(ctx, SCORE_READ).kind === 'district') return undefined;
  const reaches = reachOf(ctx, SCORE_READ);
  return (await listAgencyCards(ctx)).filter(reaches).map((card) => card.id);
}

async function viewOf(ctx: Ctx, rows: readonly EventRow[]) {
  const cards = await findAgencies(ctx, [...new Set(rows.flatMap((row) => row.agency_id ?? []))]);
  return rows.map((row) => {
    const card = row.agency_id === null ? undefined : cards.get(row.agency_id);
    return toEventView(ctx, row, { card, countsToday: counts(row, card?.kinds ?? [], ctx.today) });
  });
}

/** Events in the actor's reach, newest first. */
export async function listEvents(ctx: Ctx, query: EventFilter & { readonly page: number; readonly pageSize: number }) {
  const agencyIds = await agenciesInReach(ctx);
  const { page, pageSize } = query;
  const { rows, total } = await selectEvents(ctx.db, ctx.district, { filter: query, agencyIds, page, pageSize });
  return { items: await viewOf(ctx, rows), total, page, pageSize, mayEnter: may(ctx, EVENT_ENTER) };
}

/** @throws AppError 404 outside the actor's reach */
export async function getEvent(ctx: Ctx, id: string) {
  const row = await findEvent(ctx.db, ctx.district, id);
  if (row === undefined) throw new AppError('platform.not-found');
  await reachAgency(ctx, row.agency_id, SCORE_READ);
  const [view] = await viewOf(ctx, [row]);
  if (view === undefined) throw new AppError('platform.not-found');
  return view;
}

/** The proof of an event, as it was uploaded. @throws AppError 404 */
export async function getProof(ctx: Ctx, id: string): Promise<FileAnswer> {
  const row = await findEvent(ctx.db, ctx.district, id);
  if (row === undefined || row.proof_sha256 === null) throw new AppError('platform.not-found');
  await reachAgency(ctx, row.agency_id, SCORE_READ);
  return {
    fileName: row.proof_name ?? 'proof',
    mediaType: row.proof_media_type ?? 'application/octet-stream',
    content: await ctx.services.files.read(row.proof_sha256),
  };
}
