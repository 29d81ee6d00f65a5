import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { cleanText, requireDays } from '../domain/check-input.ts';
import { lockCampaign, updateCampaignRow } from '../repositories/campaign-repository.ts';
import { writeHistory } from '../repositories/history-repository.ts';

export interface UpdateCampaignInput {
  readonly title?: string | undefined;
  readonly purpose?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly goal?: number | null | undefined;
}

/** Changes what is said of a campaign. Once it runs its first day stays: the baseline was taken from it. */
export async function updateCampaign(ctx: Ctx, id: string, input: UpdateCampaignInput): Promise<void> {
  requireDays({ from: input.from, to: input.to });
  await inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, ctx.district, id);
    if (campaign === undefined) throw new AppError('platform.not-found');
    if (campaign.state === 'closed') throw new AppError('cultivation.campaign.not-running');
    if (input.from !== undefined && input.from !== campaign.from_on && campaign.state !== 'draft')
      throw new AppError('cultivation.campaign.not-draft');
    const from = input.from ?? campaign.from_on;
    const to = input.to ?? campaign.to_on;
    if (to < from) throw new AppError('cultivation.campaign.period-reversed', { from, to });
    const title = cleanText(input.title) ?? campaign.title;
    await updateCampaignRow(tx, ctx.district, id, {
      title,
      purpose: input.purpose === undefined ? campaign.purpose : (cleanText(input.purpose) ?? ''),
      from_on: from,
      to_on: to,
      ...(input.goal === undefined ? {} : { goal: input.goal }),
    });
    await writeHistory(tx, ctx, [
      { campaignId: id, targetId: null, kind: 'updated', on: ctx.today, text: '修改行动的名称、期限、目标或说明' },
    ]);
    await writeAudit(tx, ctx, {
      action: 'cultivation.campaign.edit',
      subject: { kind: 'campaign', id, label: title },
      details: { ...input },
    });
  });
}
