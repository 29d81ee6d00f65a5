import type { RouteOutput, routes } from '@jince/contract';
import { hasLaw } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { listSources } from '../../../platform/imports/queries/list-sources.ts';
import { nonUseExposure, oppositionPeriod, renewalWindow } from '../domain/trademark-deadlines.ts';
import { type StoredPeriod, statusAt } from '../history/patent-history.ts';
import { trademarkEventField, trademarkPeriods } from '../history/trademark-history.ts';
import { TRADEMARK_READ } from '../ip-rights.catalogue.ts';
import { trademarkKindLabels } from '../labels.ts';
import { type HolderRow, listEvents, listHolders, listPeriods } from '../repositories/history-repository.ts';
import {
  findTrademark,
  listOtherClasses,
  listUseEvidence,
  type TrademarkRecord,
} from '../repositories/trademark-repository.ts';
import { assertInScope, toHolderDetails, townOf } from './right-scope.ts';
import { showEvents, sourceRowsOf } from './show-events.ts';

type TrademarkDetail = RouteOutput<(typeof routes)['getTrademark']>;

/** @throws AppError platform.not-found also for what lies outside the actor's scope */
async function loadTrademark(ctx: Ctx, id: string): Promise<{ mark: TrademarkRecord; holders: HolderRow[] }> {
  const mark = await findTrademark(ctx.db, ctx.district, id);
  if (mark === undefined) throw new AppError('platform.not-found');
  const holders = await listHolders(ctx.db, ctx.district, 'trademark', id);
  assertInScope(ctx, TRADEMARK_READ, mark, holders);
  return { mark, holders };
}

/** What can be missed: opposition while it is open, renewal and grace, and the day from which non-use can be attacked. */
function deadlinesOf(
  mark: TrademarkRecord,
  { periods, lastUsedOn }: { periods: readonly StoredPeriod[]; lastUsedOn: string | null },
  asOf: string,
): TrademarkDetail['deadlines'] {
  const status = statusAt(periods, asOf)?.status;
  const found: TrademarkDetail['deadlines'] = [];
  if (mark.country !== 'CN') return found;
  if (
    status === 'preliminary' &&
    mark.preliminary_on !== null &&
    hasLaw('trademark.opposition.months', mark.preliminary_on)
  ) {
    const period = oppositionPeriod(mark.preliminary_on);
    found.push({
      code: 'opposition',
      label: '异议期截止',
      on: period.dueOn,
      reason: period.reasons.join('；'),
      article: period.article,
    });
  }
  if (status !== 'registered' && status !== 'grace') return found;
  if (mark.expires_on !== null && hasLaw('trademark.fee.renewal', mark.expires_on)) {
    const window = renewalWindow(mark.expires_on);
    const reason = window.reasons.join('；');
    found.push({ code: 'renewal-opens', label: '可办理续展起', on: window.opensOn, reason, article: window.article });
    found.push({ code: 'expiry', label: '专用权期满', on: window.expiresOn, reason, article: window.article });
    found.push({ code: 'grace-ends', label: '宽展期截止', on: window.graceEndsOn, reason, article: window.article });
  }
  if (mark.registered_on !== null) {
    const exposure = nonUseExposure(mark.registered_on, lastUsedOn);
    found.push({
      code: 'non-use',
      label: '可被撤三起',
      on: exposure.exposedFrom,
      reason: exposure.reasons.join('；'),
      article: exposure.article,
    });
  }
  return found;
}

/** One mark in one class with its events, its status on a day with the reason, and its deadlines. */
export async function getTrademark(ctx: Ctx, id: string, asOf = ctx.today): Promise<TrademarkDetail> {
  const { mark, holders } = await loadTrademark(ctx, id);
  const { db, district } = ctx;
  const events = await listEvents(db, district, 'trademark', id);
  const periods = await listPeriods(db, district, 'trademark', id);
  const rows = await sourceRowsOf(ctx, 'trademark', mark.record_key);
  const others = await listOtherClasses(db, district, mark, asOf);
  const { remarks } = trademarkPeriods(
    { country: mark.country, filedOn: mark.filed_on, expiresOn: mark.expires_on },
    events,
  );
  const used = (await listUseEvidence(db, district, mark)).filter((one) => one.usedOn <= asOf);
  const lastUsedOn = used.at(-1)?.usedOn ?? null;
  const status = statusAt(periods, asOf);
  const town = townOf(mark, holders);
  return {
    id: mark.id,
    recordKey: mark.record_key,
    registrationNo: mark.registration_no,
    niceClass: mark.nice_class,
    name: mark.name,
    kind: trademarkKindLabels[mark.kind]?.[ctx.language] ?? mark.kind,
    filedOn: mark.filed_on,
    preliminaryOn: mark.preliminary_on,
    preliminaryIssue: mark.preliminary_issue,
    registeredOn: mark.registered_on,
    registrationIssue: mark.registration_issue,
    expiresOn: mark.expires_on,
    goods: mark.goods,
    similarGroups: mark.similar_groups,
    agency: mark.agency,
    address: mark.address,
    legalStatusText: mark.legal_status_text,
    status: (status?.status ?? 'unknown') as TrademarkDetail['status'],
    statusReason: [status?.reason ?? `${asOf}之前没有任何记录`, ...remarks].join('；'),
    holders: holders.map(({ name, partyId }) => ({ name, partyId })),
    holderDetails: toHolderDetails(holders),
    townCode: town,
    town: ctx.services.places.townName(town),
    events: showEvents(ctx, events, trademarkEventField, rows),
    periods,
    deadlines: deadlinesOf(mark, { periods, lastUsedOn }, asOf),
    otherClasses: others as TrademarkDetail['otherClasses'],
    updatedAt: mark.updated_at,
  };
}

export async function listTrademarkSources(ctx: Ctx, id: string) {
  const { mark } = await loadTrademark(ctx, id);
  const evidence = await listUseEvidence(ctx.db, ctx.district, mark);
  const use = await listSources(
    ctx,
    'trademark-use',
    evidence.map((one) => one.key),
  );
  return { sources: [...(await listSources(ctx, 'trademark', [mark.record_key])), ...use] };
}
