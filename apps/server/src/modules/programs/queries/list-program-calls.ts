import { daysBetween } from '@jince/calendar';
import type { CallSummary } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { CALL_EDIT, PROJECT_READ } from '../programs.catalogue.ts';
import { type CallFigures, type CallRow, listCallRows } from '../repositories/call-repository.ts';
import { projectsWithin } from '../repositories/party-repository.ts';
import { isOpen } from './filing-checks.ts';
import { toTerms } from './program-terms.ts';

export function toCallSummary(ctx: Ctx, row: CallRow & CallFigures): CallSummary {
  const open = isOpen(row, ctx.today);
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: row.terms.name,
    example: row.terms.example,
    title: row.title,
    number: row.number,
    state: row.state,
    open,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    daysLeft: open ? daysBetween(ctx.today, row.closes_on) : null,
    quota: row.quota,
    fund: row.fund,
    fundYear: row.fund_year,
    fundItem: row.fund_item,
    budgetFen: row.budget_fen,
    projects: row.projects,
    filed: row.filed,
    approved: row.approved,
    grantedFen: row.granted_fen,
  };
}

/** Calls with figures over the projects the actor may see; drafts only for those who write them. */
export async function listProgramCalls(
  ctx: Ctx,
  filter: { readonly state?: readonly string[] | undefined; readonly kind?: readonly string[] | undefined },
) {
  const mayEdit = may(ctx, CALL_EDIT);
  const rows = await listCallRows(ctx.db, ctx.district, {
    ...filter,
    drafts: mayEdit,
    within: projectsWithin(ctx, PROJECT_READ),
  });
  return { items: rows.map((row) => toCallSummary(ctx, row)), mayEdit };
}

/** Kinds the jurisdiction knows, with how many calls there were of each. */
export async function listProgramKinds(ctx: Ctx) {
  const { items } = await listProgramCalls(ctx, {});
  return {
    items: ctx.services.jurisdiction.programmes.kinds.map((kind) => ({
      ...toTerms(ctx, kind),
      calls: items.filter((call) => call.kind === kind.code).length,
    })),
  };
}
