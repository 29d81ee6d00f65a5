import type { RouteOutput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { listSources } from '../../../platform/imports/queries/list-sources.ts';
import { eventField, patentPeriods, statusAt } from '../history/patent-history.ts';
import { PATENT_READ } from '../ip-rights.catalogue.ts';
import { findInForceOn, listAnnuityLines } from '../repositories/annuity-repository.ts';
import { type HolderRow, listEvents, listHolders, listPeriods } from '../repositories/history-repository.ts';
import { isFlaggedOn, listNoteKeys, listPatentNotes } from '../repositories/patent-notes.ts';
import { findPatent, type PatentRecord } from '../repositories/patent-repository.ts';
import { explainHighValue } from './explain-high-value.ts';
import { assertInScope, toHolderDetails, townOf } from './right-scope.ts';
import { showAnnuities } from './show-annuities.ts';
import { showEvents, sourceRowsOf } from './show-events.ts';

type PatentDetail = RouteOutput<(typeof routes)['getPatent']>;

/** @throws AppError platform.not-found also for what lies outside the actor's scope */
async function loadPatent(ctx: Ctx, id: string): Promise<{ patent: PatentRecord; holders: HolderRow[] }> {
  const patent = await findPatent(ctx.db, ctx.district, id);
  if (patent === undefined) throw new AppError('platform.not-found');
  const holders = await listHolders(ctx.db, ctx.district, 'patent', id);
  assertInScope(ctx, PATENT_READ, patent, holders);
  return { patent, holders };
}

/** One patent with its events, its status on a day with the reason, and its annual fees. */
export async function getPatent(ctx: Ctx, id: string, asOf = ctx.today): Promise<PatentDetail> {
  const { patent, holders } = await loadPatent(ctx, id);
  const { db, district } = ctx;
  const events = await listEvents(db, district, 'patent', id);
  const periods = await listPeriods(db, district, 'patent', id);
  const rows = await sourceRowsOf(ctx, 'patent', patent.record_key);
  const lines = (await listAnnuityLines(db, district, [patent.record_key])).get(patent.record_key) ?? [];
  const inForceOn = await findInForceOn(db, district, patent.record_key);
  const { remarks } = patentPeriods({ kind: patent.kind, country: patent.country, filedOn: patent.filed_on }, events);
  const status = statusAt(periods, asOf);
  const town = townOf(patent, holders);
  const notes = await listPatentNotes(db, district, patent.record_key);
  return {
    id: patent.id,
    recordKey: patent.record_key,
    applicationNo: patent.application_no,
    kind: patent.kind,
    title: patent.title,
    abstract: patent.abstract,
    filedOn: patent.filed_on,
    publishedOn: patent.published_on,
    publicationNo: patent.publication_no ?? patent.grant_no,
    grantedOn: patent.granted_on,
    grantNo: patent.grant_no,
    ipcMain: patent.ipc_main,
    ipc: patent.ipc,
    cpc: patent.cpc,
    locarno: patent.locarno,
    strategicIndustries: patent.strategic_industries,
    inventors: patent.inventors,
    address: patent.address,
    agency: patent.agency,
    claimCount: patent.claim_count,
    citedCount: patent.cited_count,
    familyCountries: patent.family_countries,
    familySize: patent.family_size,
    legalStatusText: patent.legal_status_text,
    abnormal: patent.abnormal || isFlaggedOn(notes, asOf),
    vendorScores: patent.vendor_scores,
    status: (status?.status ?? 'unknown') as PatentDetail['status'],
    statusReason: [status?.reason ?? `${asOf}之前没有任何记录`, ...remarks].join('；'),
    holders: holders.map(({ name, partyId }) => ({ name, partyId })),
    holderDetails: toHolderDetails(holders),
    townCode: town,
    town: ctx.services.places.townName(town),
    nextDueOn: patent.next_due_on,
    events: showEvents(ctx, [...events, ...notes], eventField, rows),
    highValue: await explainHighValue(ctx, id, asOf),
    periods,
    ...showAnnuities(patent, { periods, events, lines, inForceOn, asOf }),
    updatedAt: patent.updated_at,
  };
}

export async function listPatentSources(ctx: Ctx, id: string) {
  const { patent } = await loadPatent(ctx, id);
  const own = await listSources(ctx, 'patent', [patent.record_key]);
  const lines = (await listAnnuityLines(ctx.db, ctx.district, [patent.record_key])).get(patent.record_key) ?? [];
  const fees = await listSources(
    ctx,
    'annuity',
    lines.map((line) => `${patent.record_key}|${line.year}`),
  );
  const notes = [];
  for (const [type, keys] of await listNoteKeys(ctx.db, ctx.district, patent.record_key))
    notes.push(...(await listSources(ctx, type, keys)));
  return { sources: [...own, ...fees, ...notes] };
}
