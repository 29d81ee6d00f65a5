import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { findCampaign } from '../repositories/campaign-repository.ts';
import { parsePart, sentenceOf } from './campaign-rules.ts';
import { diffTargets, sampleOf } from './diff-targets.ts';

const SAMPLE = 12;
const nothing = { total: 0, sample: [] };

/** Whom a changed rule would add and drop, and how many of those have been visited; nothing is saved. */
export async function previewCampaignRule(
  ctx: Ctx,
  id: string,
  input: { targetRule: string; successRule?: string | undefined },
) {
  const campaign = await findCampaign(ctx.db, ctx.district, id);
  if (campaign === undefined) throw new AppError('platform.not-found');
  const target = parsePart(ctx, campaign.subject, 'targetRule', input.targetRule);
  const success =
    input.successRule === undefined ? null : parsePart(ctx, campaign.subject, 'successRule', input.successRule);
  const problems = [...target.problems, ...(success?.problems ?? [])];
  if (target.rule === null)
    return { problems, sentence: null, added: nothing, dropped: { ...nothing, withVisits: 0 }, unchanged: 0 };
  const before = parsePart(ctx, campaign.subject, 'targetRule', campaign.target_rule).rule ?? target.rule;
  const diff = await diffTargets(ctx.db, ctx, campaign, { before, after: target.rule });
  const dropped = diff.dropped.toSorted((a, b) => b.visits - a.visits);
  return {
    problems,
    sentence: sentenceOf(ctx, target.rule),
    added: { total: diff.added.length, sample: await sampleOf(ctx, campaign, diff.added.slice(0, SAMPLE)) },
    dropped: {
      total: dropped.length,
      withVisits: dropped.filter((one) => one.visits > 0).length,
      sample: await sampleOf(
        ctx,
        campaign,
        dropped.slice(0, SAMPLE).map((one) => one.subjectId),
      ),
    },
    unchanged: diff.unchanged,
  };
}
