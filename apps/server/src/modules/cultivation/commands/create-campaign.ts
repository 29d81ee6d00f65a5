import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { cleanText, requireDays } from '../domain/check-input.ts';
import { type CampaignSubject, isCampaignSubject, stayRuleOf, subjectOfRule } from '../domain/fill-template.ts';
import { requireRules } from '../queries/campaign-rules.ts';
import { insertCampaign } from '../repositories/campaign-repository.ts';
import { writeHistory } from '../repositories/history-repository.ts';

export interface CreateCampaignInput {
  readonly template?: string | null | undefined;
  readonly subject?: string | undefined;
  readonly title: string;
  readonly clause: string;
  readonly purpose: string;
  readonly targetRule: string;
  readonly successRule: string;
  readonly from: string;
  readonly to: string;
  readonly goal?: number | null | undefined;
  readonly assignment: 'town' | 'none';
}

function templateOf(ctx: Ctx, code: string | null | undefined) {
  if (code === null || code === undefined) return undefined;
  const template = ctx.services.jurisdiction.campaigns.templates.find((one) => one.code === code);
  if (template === undefined) throw new AppError('cultivation.campaign.unknown-template', { template: code });
  return template;
}

function subjectOf(input: CreateCampaignInput, ofTemplate: string | undefined): CampaignSubject {
  const subject = input.subject ?? ofTemplate ?? subjectOfRule(input.targetRule);
  if (!isCampaignSubject(subject)) throw new AppError('cultivation.campaign.unknown-subject', { subject });
  return subject;
}

/** Opens a campaign as a draft: rules checked, nothing selected yet. Returns its id. */
export async function createCampaign(ctx: Ctx, input: CreateCampaignInput): Promise<string> {
  const template = templateOf(ctx, input.template);
  const subject = subjectOf(input, template?.subject);
  requireDays({ from: input.from, to: input.to });
  if (input.to < input.from)
    throw new AppError('cultivation.campaign.period-reversed', { from: input.from, to: input.to });
  const pack = ctx.services.jurisdiction;
  const rules = {
    target: input.targetRule,
    success: input.successRule,
    stay: stayRuleOf(template, subject, pack),
  };
  requireRules(ctx, subject, rules);
  const id = uuidv7();
  const title = cleanText(input.title) ?? input.clause;
  await inTransaction(ctx, async (tx) => {
    await insertCampaign(tx, ctx, {
      id,
      template: template?.code ?? null,
      title,
      clause: input.clause,
      subject,
      purpose: cleanText(input.purpose) ?? template?.purpose ?? '',
      caution: template?.caution ?? null,
      steps: template?.steps ?? pack.campaigns.freeSteps,
      questions: template?.questions ?? [],
      responsible: template?.responsible ?? null,
      assignment: input.assignment,
      goal: input.goal ?? null,
      from: input.from,
      to: input.to,
      rules,
    });
    await writeHistory(tx, ctx, [
      { campaignId: id, targetId: null, kind: 'created', on: ctx.today, text: `新建行动“${title}”` },
    ]);
    await writeAudit(tx, ctx, {
      action: 'cultivation.campaign.create',
      subject: { kind: 'campaign', id, label: title },
      details: { template: template?.code ?? null, subject, ...rules, from: input.from, to: input.to },
    });
  });
  return id;
}
