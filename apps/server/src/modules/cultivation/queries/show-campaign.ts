import type { CampaignDetail } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CAMPAIGN_EDIT, TARGET_ASSIGN } from '../cultivation.catalogue.ts';
import { type CampaignRow, factsComputedAt, findCampaign } from '../repositories/campaign-repository.ts';
import {
  accountNames,
  type Figures,
  type FiguresOfPart,
  figuresByPart,
  listContactDays,
  listProgress,
  noFigures,
  sumFigures,
} from '../repositories/figures-repository.ts';
import { listCampaignHistory, toHistoryLine } from '../repositories/history-repository.ts';
import { parsePart, sentenceOfText, subjectsOf } from './campaign-rules.ts';
import { toSummary } from './list-campaigns.ts';

const SHOWN_HISTORY = 60;
const STILL = 'open,contacted,in-progress,declined,succeeded,reverted';

/** Stages with the rows each opens; all are of targets that have not left. */
function funnelOf(id: string, figures: Figures): CampaignDetail['funnel'] {
  const list = `/cultivation/campaigns/${id}/worklist`;
  return [
    { code: 'targets', label: '名单对象', count: figures.targets, href: `${list}?state=${STILL}` },
    { code: 'contacted', label: '已联系', count: figures.contacted, href: `${list}?contacted=true` },
    { code: 'in-progress', label: '办理中', count: figures.inProgress, href: `${list}?state=in-progress` },
    { code: 'succeeded', label: '已达成', count: figures.succeeded, href: `${list}?state=succeeded` },
    { code: 'reverted', label: '退回', count: figures.reverted, href: `${list}?state=reverted` },
    { code: 'declined', label: '不需要', count: figures.declined, href: `${list}?state=declined` },
    { code: 'left', label: '退出', count: figures.left, href: `${list}?state=left` },
  ];
}

function townsOf(ctx: Ctx, parts: readonly FiguresOfPart[]): CampaignDetail['byTown'] {
  const { jurisdiction } = ctx.services;
  const found = sumFigures(parts, (part) => part.town);
  return jurisdiction.towns.flatMap((town) => {
    const row = found.get(town.code);
    if (row === undefined) return [];
    const { targets, contacted, succeeded, reverted } = row;
    const { column, row: line } = town.cartogram;
    return [{ code: town.code, label: town.name, column, row: line, targets, contacted, succeeded, reverted }];
  });
}

async function officersOf(ctx: Ctx, parts: readonly FiguresOfPart[]): Promise<CampaignDetail['byOfficer']> {
  const rows = [...sumFigures(parts, (part) => part.assignee)];
  const names = await accountNames(
    ctx.db,
    ctx.district,
    rows.flatMap(([key]) => key ?? []),
  );
  return rows
    .map(([key, { targets, contacted, succeeded, overdue }]) => ({
      accountId: key,
      name: key === null ? '未分派' : (names.get(key) ?? '已停用账号'),
      targets,
      contacted,
      succeeded,
      overdue,
    }))
    .sort((a, b) => Number(a.accountId === null) - Number(b.accountId === null) || b.targets - a.targets);
}

/** The curve: results as they were read, contacts as the log dates them. */
async function curveOf(ctx: Ctx, id: string): Promise<CampaignDetail['progress']> {
  const days = await listContactDays(ctx.db, ctx, id);
  return (await listProgress(ctx.db, ctx, id)).map(({ on, targets, succeeded }) => {
    const contacted = days.reduce((sum, day) => (day.on <= on ? sum + day.count : sum), 0);
    return { on, targets, succeeded, contacted };
  });
}

function rulesView(ctx: Ctx, campaign: CampaignRow) {
  const { subject, rule_version: version } = campaign;
  const view = (text: string) => ({ text, sentence: sentenceOfText(ctx, subject, text), version });
  const success = view(campaign.success_rule);
  const revert = { text: `!(${success.text})`, sentence: `已达成的不再满足“${success.sentence}”`, version };
  return { targetRule: view(campaign.target_rule), successRule: success, revertRule: revert };
}

async function freshnessOf(ctx: Ctx, campaign: CampaignRow): Promise<CampaignDetail['freshness']> {
  const computed = { asOf: campaign.refreshed_on ?? ctx.today, computedAt: campaign.refreshed_at };
  if (campaign.state !== 'running') return { ...computed, pending: false };
  const target = parsePart(ctx, campaign.subject, 'targetRule', campaign.target_rule).rule;
  const success = parsePart(ctx, campaign.subject, 'successRule', campaign.success_rule).rule;
  if (target === null || success === null) return { ...computed, pending: true };
  const subjects = subjectsOf({ subject: campaign.subject, target, success, stay: null });
  const facts = await factsComputedAt(ctx.db, ctx.district, subjects);
  return { ...computed, pending: campaign.facts_at === null || (facts !== null && facts !== campaign.facts_at) };
}

/** One campaign over the targets the actor may see: rules, funnel, towns, officers, curve, history. */
export async function getCampaign(ctx: Ctx, id: string): Promise<CampaignDetail> {
  const campaign = await findCampaign(ctx.db, ctx.district, id);
  if (campaign === undefined) throw new AppError('platform.not-found');
  const parts = await figuresByPart(ctx.db, ctx, id);
  const figures = sumFigures(parts, () => id).get(id) ?? noFigures;
  const history = await listCampaignHistory(ctx.db, ctx.district, id, SHOWN_HISTORY);
  const running = campaign.state === 'running';
  return {
    ...toSummary(ctx, campaign, figures),
    purpose: campaign.purpose,
    caution: campaign.caution,
    ...rulesView(ctx, campaign),
    steps: [...campaign.steps],
    funnel: funnelOf(id, figures),
    byTown: townsOf(ctx, parts),
    byOfficer: await officersOf(ctx, parts),
    progress: await curveOf(ctx, id),
    history: history.map(toHistoryLine),
    freshness: await freshnessOf(ctx, campaign),
    mayEdit: campaign.state !== 'closed' && may(ctx, CAMPAIGN_EDIT),
    mayAssign: running && may(ctx, TARGET_ASSIGN),
  };
}
