import type { CasePaperDetail } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { workingCalendarOf } from '../../../platform/procedures/index.ts';
import { SERVICE_RECORD } from '../case-papers.catalogue.ts';
import { requireAnnouncementOver } from '../domain/service-rule.ts';
import { getCasePaper } from '../queries/show-paper.ts';
import { concludeServiceRow, findService, type ServiceRecordRow } from '../repositories/service-repository.ts';
import { changePaper, type PaperChange } from './change-paper.ts';
import { arrive } from './record-service.ts';

export interface ServiceOutcome {
  readonly servedOn: string | null;
  readonly failedReason: string | null;
}

/** @throws AppError case-papers.service.no-outcome · case-papers.service.day · case-papers.service.announcement-runs */
async function checkOutcome(
  { tx, ctx, paper }: PaperChange,
  service: ServiceRecordRow,
  outcome: ServiceOutcome,
): Promise<void> {
  const { servedOn, failedReason } = outcome;
  if (servedOn === null && (failedReason ?? '') === '') throw new AppError('case-papers.service.no-outcome');
  if (servedOn === null) return;
  const from = service.announcedOn ?? (paper.issuedOn as string);
  if (servedOn < from || servedOn > ctx.today)
    throw new AppError('case-papers.service.day', { on: servedOn, from, today: ctx.today });
  if (service.announcedOn !== null)
    requireAnnouncementOver(service.announcedOn, {
      servedOn,
      calendar: await workingCalendarOf(tx, ctx.district),
    });
}

/** Records that a service under way arrived, or why it failed. @throws AppError 404 · case-papers.service.concluded */
export async function concludeService(ctx: Ctx, serviceId: string, outcome: ServiceOutcome): Promise<CasePaperDetail> {
  const found = await findService(ctx.db, ctx.district, serviceId);
  if (found === undefined) throw new AppError('platform.not-found');
  const order = {
    id: found.paperId,
    permission: SERVICE_RECORD,
    action: 'case-papers.service.conclude',
    details: { ...outcome },
  };
  await changePaper(ctx, order, async (change) => {
    const service = await findService(change.tx, ctx.district, serviceId, true);
    if (service?.outcome !== 'under-way') throw new AppError('case-papers.service.concluded');
    await checkOutcome(change, service, outcome);
    await concludeServiceRow(change.tx, ctx.district, serviceId, outcome);
    if (outcome.servedOn !== null)
      await arrive(change, { mode: service.mode, receiver: service.receiver, servedOn: outcome.servedOn });
  });
  return getCasePaper(ctx, found.paperId);
}
