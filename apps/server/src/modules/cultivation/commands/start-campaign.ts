import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { baselineDay } from '../domain/baseline-day.ts';
import { CATCH_UP_TASK } from '../jobs/task-names.ts';
import { rulesOfCampaign } from '../queries/campaign-rules.ts';
import { assignByTown } from '../repositories/assignee-repository.ts';
import { lockCampaign, updateCampaignRow } from '../repositories/campaign-repository.ts';
import { writeHistory } from '../repositories/history-repository.ts';
import { insertBaseline, writeProgress } from '../repositories/reading-repository.ts';

/**
 * Fixes the baseline by the rule as of the first day of the period (today, when that is yet to come) and opens the
 * worklist. What has happened since is read by a job that follows at once. Returns how many targets there are.
 */
export async function startCampaign(ctx: Ctx, id: string): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const draft = await lockCampaign(tx, ctx.district, id);
    if (draft === undefined) throw new AppError('platform.not-found');
    if (draft.state !== 'draft') throw new AppError('cultivation.campaign.not-draft');
    const baselineOn = baselineDay(draft.from_on, ctx.today);
    const campaign = { ...draft, state: 'running' as const, baseline_on: baselineOn };
    await updateCampaignRow(tx, ctx.district, id, {
      state: 'running',
      baseline_on: baselineOn,
      started_at: ctx.now,
      refreshed_on: baselineOn,
    });
    const baseline = await insertBaseline(tx, ctx, campaign, rulesOfCampaign(ctx, campaign), baselineOn);
    if (campaign.assignment === 'town') await assignByTown(tx, ctx, id);
    await writeProgress(tx, ctx.district, id, baselineOn);
    await writeHistory(tx, ctx, [
      {
        campaignId: id,
        targetId: null,
        kind: 'started',
        on: baselineOn,
        text: `启动行动，以 ${baselineOn} 为基期按规则确定对象 ${baseline} 个`,
      },
    ]);
    await enqueueJob(tx, ctx, {
      task: CATCH_UP_TASK,
      payload: { campaignId: id },
      subject: { kind: 'campaign', id },
      queue: 'cultivation',
    });
    await writeAudit(tx, ctx, {
      action: 'cultivation.campaign.start',
      subject: { kind: 'campaign', id, label: campaign.title },
      details: { baselineOn, baseline },
    });
    return baseline;
  });
}
