import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { replayDays } from '../domain/replay-days.ts';
import { findCampaign } from '../repositories/campaign-repository.ts';
import { refreshCampaign } from './read-campaign.ts';
import { CATCH_UP_TASK } from './task-names.ts';

/** Months that are read one by one; of a longer past, so many days evenly chosen. */
const MOST_DAYS = 12;

/** Reads the days between baseline and today in order, then today: the curve and the dates are as if it had run. */
export const catchUpCampaignTask: JobTask = {
  task: CATCH_UP_TASK,
  label: { zh: '补算行动进展', en: 'Catch up on a campaign' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'cultivation',
  async run(ctx, payload: { campaignId: string }, control) {
    const campaign = await findCampaign(ctx.db, ctx.district, payload.campaignId);
    if (campaign?.state !== 'running' || campaign.baseline_on === null) return;
    const days = replayDays(campaign.baseline_on, ctx.today, MOST_DAYS).filter(
      (day) => campaign.refreshed_on === null || day > campaign.refreshed_on,
    );
    for (const [at, day] of days.entries()) {
      await control.progress(at, days.length + 1, `补算 ${day}`);
      await refreshCampaign(ctx, campaign.id, day);
    }
    await refreshCampaign(ctx, campaign.id);
    await control.progress(days.length + 1, days.length + 1);
  },
};
