import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FactsRefreshed } from '../../../platform/facts/index.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { rulesOfCampaign, subjectsOf } from '../queries/campaign-rules.ts';
import {
  type CampaignRow,
  factsComputedAt,
  listCampaignRows,
  updateCampaignRow,
} from '../repositories/campaign-repository.ts';
import { writeHistory } from '../repositories/history-repository.ts';
import { refreshCampaign } from './read-campaign.ts';
import { REFRESH_TASK } from './task-names.ts';

/** Says once, in the campaign's history, that its rules cannot be read any more. */
async function noteProblem(reader: Ctx, campaign: CampaignRow, error: AppError): Promise<void> {
  const ctx: Ctx = { ...reader, actor: systemActor };
  const { text } = ctx.services.sentence(error, 'zh');
  if (campaign.problem === text) return;
  await inTransaction(ctx, async (tx) => {
    await updateCampaignRow(tx, ctx.district, campaign.id, { problem: text });
    await writeHistory(tx, ctx, [
      {
        campaignId: campaign.id,
        targetId: null,
        kind: 'problem',
        on: ctx.today,
        text: `暂停读取成效：${text} 名单和已读取的成效保持不变，请修改规则`,
      },
    ]);
  });
}

/**
 * Reads every running campaign whose facts were computed since it was last read. A rule that the catalogue no longer
 * bears keeps its campaign as it stands, says so in its history, and holds no other up. Returns how many were read.
 */
export async function refreshCampaigns(ctx: Ctx): Promise<number> {
  let read = 0;
  for (const campaign of await listCampaignRows(ctx.db, ctx.district, { state: ['running'] })) {
    try {
      const computedAt = await factsComputedAt(ctx.db, ctx.district, subjectsOf(rulesOfCampaign(ctx, campaign)));
      if (computedAt !== null && campaign.facts_at === computedAt) continue;
      await refreshCampaign(ctx, campaign.id);
      read += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await noteProblem(ctx, campaign, error);
    }
  }
  return read;
}

/** Ordered by every refresh of the facts. */
export const refreshCampaignsTask: JobTask = {
  task: REFRESH_TASK,
  label: { zh: '读取行动成效', en: 'Read the results of campaigns' },
  cancellable: false,
  maxAttempts: 5,
  queue: 'cultivation',
  async run(ctx, _payload: FactsRefreshed) {
    await refreshCampaigns(ctx);
  },
};
