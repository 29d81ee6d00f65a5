import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { cleanText } from '../domain/check-input.ts';
import { lockCampaign, updateCampaignRow } from '../repositories/campaign-repository.ts';
import { writeHistory } from '../repositories/history-repository.ts';

/** Closes a campaign: its figures stay as last read. Drafts of visits that still come in are kept, but move nothing. */
export async function closeCampaign(ctx: Ctx, id: string, note: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, ctx.district, id);
    if (campaign === undefined) throw new AppError('platform.not-found');
    if (campaign.state !== 'running') throw new AppError('cultivation.campaign.not-running');
    const reason = cleanText(note) ?? '';
    await updateCampaignRow(tx, ctx.district, id, { state: 'closed', closed_at: ctx.now, close_note: reason });
    await writeHistory(tx, ctx, [
      { campaignId: id, targetId: null, kind: 'closed', on: ctx.today, text: `结束行动：${reason}` },
    ]);
    await writeAudit(tx, ctx, {
      action: 'cultivation.campaign.close',
      subject: { kind: 'campaign', id, label: campaign.title },
      details: { note: reason },
    });
  });
}
