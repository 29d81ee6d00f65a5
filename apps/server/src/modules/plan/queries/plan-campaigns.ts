import type { Ctx } from '../../../platform/context/context.ts';
import { campaignsOfClause, type DueVisit, dueVisits } from '../../cultivation/index.ts';
import type { CampaignDue, CampaignsPort } from '../ports.ts';

/** Steps shown one by one; what is more is told by one line that opens the worklist. */
const SHOWN = 5;

const toDue = ({ id, label, campaign, nextStep, dueOn, level, href }: DueVisit): CampaignDue => ({
  code: `visit-${id}`,
  label: nextStep === null ? label : `${label} · ${nextStep}`,
  detail: campaign,
  dueOn,
  level,
  href,
});

async function due(ctx: Ctx): Promise<CampaignDue[]> {
  const { total, items } = await dueVisits(ctx, SHOWN);
  const steps = items.map(toDue);
  if (total <= items.length) return steps;
  const rest = total - items.length;
  return [
    ...steps,
    {
      code: 'visits',
      label:
        ctx.language === 'zh' ? `另有 ${rest} 个走访的下一步将到或已过期` : `${rest} more next steps of visits are due`,
      detail: null,
      dueOn: null,
      level: 'soon',
      href: '/cultivation/work',
    },
  ];
}

/** Campaigns as the cultivation module runs them. */
export const planCampaigns: CampaignsPort = { campaignsOf: campaignsOfClause, due };
