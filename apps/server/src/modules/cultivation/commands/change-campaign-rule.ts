import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { cleanText } from '../domain/check-input.ts';
import { readCampaign } from '../jobs/read-campaign.ts';
import { parsePart, requireRules } from '../queries/campaign-rules.ts';
import { diffTargets } from '../queries/diff-targets.ts';
import { type CampaignRow, insertRule, lockCampaign } from '../repositories/campaign-repository.ts';
import { writeHistory } from '../repositories/history-repository.ts';

export interface ChangeRuleInput {
  readonly targetRule: string;
  readonly successRule?: string | undefined;
  readonly note: string;
  /** The version that was changed. */
  readonly version: number;
}

export interface ChangedRule {
  readonly version: number;
  readonly added: number;
  readonly dropped: number;
}

async function dropTargets(tx: Tx, ctx: Ctx, campaign: CampaignRow, ids: readonly string[], reason: string) {
  await sql`update cultivation.target set outcome = 'left', left_kind = 'rule', left_on = ${ctx.today}, left_reason = ${reason},
      succeeded_on = null, reverted_on = null, version = version + 1
    where district = ${ctx.district} and id = any(${ids}::uuid[])`.execute(tx);
  const text = `退出名单：${reason}。走访记录保留`;
  await writeHistory(
    tx,
    ctx,
    ids.map((targetId) => ({ campaignId: campaign.id, targetId, kind: 'left', on: ctx.today, text })),
  );
}

/**
 * Saves changed rules as the next version. Of a running campaign, added ones come in as late entries and dropped ones
 * leave with their log kept, in the same transaction.
 * @throws AppError cultivation.campaign.changed-meanwhile when another version was saved in between
 */
export async function changeCampaignRule(ctx: Ctx, id: string, input: ChangeRuleInput): Promise<ChangedRule> {
  return inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, ctx.district, id);
    if (campaign === undefined) throw new AppError('platform.not-found');
    if (campaign.state === 'closed') throw new AppError('cultivation.campaign.not-running');
    if (campaign.rule_version !== input.version)
      throw new AppError('cultivation.campaign.changed-meanwhile', { version: campaign.rule_version });
    const texts = {
      target: input.targetRule,
      success: input.successRule ?? campaign.success_rule,
      stay: campaign.stay_rule,
    };
    const rules = requireRules(ctx, campaign.subject, texts);
    const version = campaign.rule_version + 1;
    const note = cleanText(input.note) ?? '';
    // A former rule that names a removed fact cannot be compared with: nobody is known to have been wanted by it.
    const before = parsePart(ctx, campaign.subject, 'targetRule', campaign.target_rule).rule ?? rules.target;
    const diff = await diffTargets(tx, ctx, campaign, { before, after: rules.target });
    await insertRule(tx, ctx, id, { version, rules: texts, note });
    let added = diff.added.length;
    if (campaign.state === 'running') {
      const dropped = diff.dropped.map((target) => target.id);
      await dropTargets(tx, ctx, campaign, dropped, `规则改为第 ${version} 版（${note}）后不再是对象`);
      const next = { ...campaign, target_rule: texts.target, success_rule: texts.success, rule_version: version };
      ({ arrived: added } = await readCampaign(tx, ctx, next));
    }
    await writeHistory(tx, ctx, [
      {
        campaignId: id,
        targetId: null,
        kind: 'rule-changed',
        on: ctx.today,
        text: `规则改为第 ${version} 版：${note}。新增 ${added} 个，退出 ${diff.dropped.length} 个`,
      },
    ]);
    await writeAudit(tx, ctx, {
      action: 'cultivation.campaign.change-rule',
      subject: { kind: 'campaign', id, label: campaign.title },
      details: { version, note, ...texts, added, dropped: diff.dropped.length },
    });
    return { version, added, dropped: diff.dropped.length };
  });
}
