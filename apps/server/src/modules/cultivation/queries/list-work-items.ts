import type { WorkItem } from '@jince/contract';
import { industryName } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { TARGET_READ, VISIT_LOG } from '../cultivation.catalogue.ts';
import { findCampaign } from '../repositories/campaign-repository.ts';
import { subjectHref } from '../repositories/subject-texts.ts';
import {
  countTargets,
  OPEN_STATES,
  selectTargets,
  type TargetFilter,
  type TargetRow,
  targetTests,
} from '../repositories/target-repository.ts';

interface Page {
  readonly page: number;
  readonly pageSize: number;
  readonly sort?: string | undefined;
}

export function industryLabel(ctx: Ctx, code: string | null): string | null {
  if (code === null) return null;
  return ctx.services.jurisdiction.findIndustry(code.slice(1))?.name ?? industryName(code) ?? code;
}

export function toWorkItem(ctx: Ctx, row: TargetRow): WorkItem {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    campaignTitle: row.campaign_title,
    subjectId: row.subject_id,
    partyId: row.party_id,
    name: row.label,
    uscc: row.uscc,
    href: subjectHref(row.subject, row.subject_id),
    townCode: row.town_code,
    town: ctx.services.places.townName(row.town_code),
    industry: industryLabel(ctx, row.industry_code),
    state: row.state,
    step: row.step,
    stepLabel: row.steps.find((step) => step.code === row.step)?.label ?? null,
    late: row.late,
    enteredOn: row.entered_on,
    assigneeId: row.assignee_id,
    assignee: row.assignee,
    visits: row.visits,
    lastVisitOn: row.last_visit_on,
    nextOn: row.next_on,
    nextStep: row.next_step,
    overdue: row.overdue,
    succeededOn: row.succeeded_on,
    leftReason: row.left_reason,
    version: row.version,
  };
}

async function pageOf(ctx: Ctx, filter: TargetFilter, page: Page, permission: string) {
  const where = targetTests(ctx, permission, filter);
  const { rows } = await selectTargets(ctx, where, page.sort, page).execute(ctx.db);
  return {
    items: rows.map((row) => toWorkItem(ctx, row)),
    total: await countTargets(ctx.db, where),
    page: page.page,
    pageSize: page.pageSize,
  };
}

/** The worklist of a campaign, within the actor's towns. @throws AppError platform.not-found */
export async function listWorkItems(ctx: Ctx, campaignId: string, query: TargetFilter & Page) {
  const campaign = await findCampaign(ctx.db, ctx.district, campaignId);
  if (campaign === undefined) throw new AppError('platform.not-found');
  return pageOf(ctx, { ...query, campaign: [campaignId] }, query, TARGET_READ);
}

/**
 * What asks for work of the actor in all running campaigns, the next due first: what is assigned to the actor, unless
 * the filter asks for others' (`mine=false` for all of the actor's places).
 */
export async function listMyWork(ctx: Ctx, query: TargetFilter & Page) {
  const filter: TargetFilter = {
    ...query,
    mine: query.mine ?? true,
    running: true,
    state: query.state?.length ? query.state : [...OPEN_STATES],
  };
  return pageOf(ctx, filter, { ...query, sort: query.sort ?? 'nextOn' }, VISIT_LOG);
}
