import { daysBetween } from '@jince/calendar';
import type { PublicityLine } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { type PublicityStanding, publicityStanding } from '../domain/publicity-rule.ts';
import type { PublicityRow } from '../repositories/publicity-repository.ts';

const STANDINGS: Readonly<Record<PublicityStanding, { readonly zh: string; readonly en: string }>> = {
  due: { zh: '待公示', en: 'to be published' },
  overdue: { zh: '逾期未公示', en: 'overdue' },
  published: { zh: '公示中', en: 'published' },
  ended: { zh: '公示期满', en: 'ended' },
  withdrawn: { zh: '已撤下', en: 'withdrawn' },
  exempt: { zh: '不予公示', en: 'not published' },
};

export function toPublicityLine(ctx: Ctx, row: PublicityRow): PublicityLine {
  const standing = publicityStanding(row, ctx.today);
  const { content, draft, withdrawnReason, exemptReason, ...rest } = row;
  const open = standing === 'due' || standing === 'overdue' ? row.dueOn : standing === 'published' ? row.endsOn : null;
  return {
    id: rest.id,
    caseId: rest.caseId,
    caseNumber: rest.caseNumber,
    caseTitle: rest.caseTitle,
    paperNumber: rest.paperNumber,
    decidedOn: rest.decidedOn,
    dueOn: rest.dueOn,
    dueSteps: [...rest.dueSteps],
    daysLeft: open === null ? null : daysBetween(ctx.today, open),
    standing,
    standingLabel: STANDINGS[standing][ctx.language],
    term: rest.term,
    termReason: rest.termReason,
    content: content ?? draft,
    publishedOn: rest.publishedOn,
    endsOn: rest.endsOn,
    withdrawalDueOn: rest.withdrawalDueOn,
    withdrawnOn: rest.withdrawnOn,
    reason: exemptReason ?? withdrawnReason,
  };
}
