import type { CasePaperDetail } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { workingCalendarOf } from '../../../platform/procedures/index.ts';
import { getCaseRecord, recordPaperServed } from '../../cases/index.ts';
import { SERVICE_RECORD } from '../case-papers.catalogue.ts';
import { judgeService, type ServiceInput } from '../domain/service-rule.ts';
import { packOf } from '../queries/pack-of.ts';
import { stateLabel } from '../queries/paper-lines.ts';
import { formOf } from '../queries/read-sources.ts';
import { getCasePaper } from '../queries/show-paper.ts';
import { markServed, type PaperRow } from '../repositories/paper-repository.ts';
import { insertService, listAddresses } from '../repositories/service-repository.ts';
import { changePaper, type PaperChange } from './change-paper.ts';

/** What a service of a form means for the clocks of its case. */
const MEANS: Readonly<Record<string, string>> = {
  'penalty-notice': 'notice',
  'hearing-right-notice': 'notice',
  'penalty-decision': 'decision',
  'no-penalty-decision': 'decision',
  cancellation: 'decision',
  'performance-demand': 'demand',
};
const MODES = {
  direct: 'direct',
  left: 'leave',
  electronic: 'electronic',
  mail: 'post',
  entrusted: 'entrusted',
  forwarded: 'forwarded',
  announcement: 'announcement',
} as const;

export interface Arrival {
  readonly mode: ServiceInput['mode'];
  readonly receiver: string | null;
  readonly servedOn: string;
}

/** Marks a paper as served and tells its case, so that clocks run from that day; a second recipient moves nothing. */
export async function arrive({ tx, ctx, paper }: PaperChange, { mode, receiver, servedOn }: Arrival): Promise<void> {
  const first = paper.state !== 'served';
  await markServed(tx, ctx.district, paper.id, servedOn);
  const kind = formOf(ctx, paper.form).kind;
  if (!first || kind === undefined) return;
  await recordPaperServed(tx, ctx, paper.caseId, {
    paperId: paper.id,
    kind: MEANS[kind] ?? kind,
    servedOn,
    mode: MODES[mode],
    number: paper.number,
    receiver,
  });
}

/** @throws AppError case-papers.service.none · case-papers.paper.wrong-state */
export function requireServable(ctx: Ctx, paper: PaperRow): void {
  if (formOf(ctx, paper.form).service === 'none')
    throw new AppError('case-papers.service.none', { title: paper.title });
  if (paper.state !== 'issued' && paper.state !== 'served')
    throw new AppError('case-papers.paper.wrong-state', { title: paper.title, state: stateLabel(ctx, paper.state) });
}

async function officersOf(ctx: Ctx, caseId: string): Promise<string> {
  const { officers } = await getCaseRecord(ctx, caseId);
  const names = officers.filter(({ until }) => until === null).map(({ name }) => name);
  return names.length === 0 ? ctx.actor.displayName : names.join('、');
}

/** Records a service in the caller's transaction. */
export async function servePaper(change: PaperChange, input: ServiceInput): Promise<void> {
  const { tx, ctx, paper } = change;
  requireServable(ctx, paper);
  const confirmed = (await listAddresses(tx, ctx.district, paper.caseId)).findLast(
    ({ partyName }) => partyName === input.recipient,
  );
  const facts = {
    issuedOn: paper.issuedOn as string,
    today: ctx.today,
    electronicAddress: confirmed?.electronicConsent === true ? confirmed.electronicAddress : null,
    calendar: await workingCalendarOf(tx, ctx.district),
  };
  const judged = judgeService(input, facts, packOf(ctx));
  await insertService(tx, ctx, {
    ...judged,
    id: uuidv7(),
    paperId: paper.id,
    officers: await officersOf(ctx, paper.caseId),
  });
  if (judged.servedOn !== null)
    await arrive(change, { mode: judged.mode, receiver: judged.receiver, servedOn: judged.servedOn });
}

/**
 * Records how a paper was brought to its recipient.
 * @throws AppError case-papers.service.needs · case-papers.service.no-consent · case-papers.service.day ·
 *   case-papers.service.announcement-runs · case-papers.service.none
 */
export async function recordService(ctx: Ctx, id: string, input: ServiceInput): Promise<CasePaperDetail> {
  const order = { id, permission: SERVICE_RECORD, details: { mode: input.mode, servedOn: input.servedOn } };
  await changePaper(ctx, order, (change) => servePaper(change, input));
  return getCasePaper(ctx, id);
}
