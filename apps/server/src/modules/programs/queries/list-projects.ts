import type { ProjectSummary } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { type ProjectState, projectStates } from '../procedure/project-states.ts';
import { EXPERT_READ, PROJECT_READ } from '../programs.catalogue.ts';
import { type InstalmentRow, listInstalments } from '../repositories/part-repository.ts';
import { projectsWithin } from '../repositories/party-repository.ts';
import {
  countMembers,
  type ProjectFilter,
  type ProjectRow,
  projectTests,
  selectProjects,
} from '../repositories/project-repository.ts';

export function toProjectSummary(
  ctx: Ctx,
  row: ProjectRow,
  { instalments, members }: { readonly instalments: readonly InstalmentRow[]; readonly members: number },
): ProjectSummary {
  const state = projectStates[row.state as ProjectState];
  return {
    id: row.id,
    fileId: row.file_id,
    number: row.number,
    callId: row.call_id,
    callTitle: row.call_title,
    kind: row.kind,
    kindLabel: row.terms.name,
    title: row.title,
    leadPartyId: row.lead_party_id,
    lead: row.lead_name,
    townCode: row.town_code,
    town: ctx.services.places.townName(row.town_code),
    members,
    state: row.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    score: may(ctx, EXPERT_READ) ? row.score : null,
    requestedFen: row.requested_fen,
    grantedFen: row.granted_fen,
    paidFen: instalments.filter((one) => one.state === 'paid').reduce((sum, one) => sum + one.amount_fen, 0),
    instalments: instalments.map(({ stage, state: standing, amount_fen }) => ({
      stage,
      state: standing,
      amountFen: amount_fen,
    })),
    termFrom: row.term_from,
    termTo: row.term_to,
    updatedAt: row.updated_at,
  };
}

/** Projects within the actor's reach. */
export async function listProjects(
  ctx: Ctx,
  query: ProjectFilter & { readonly page: number; readonly pageSize: number; readonly sort?: string | undefined },
) {
  const tests = projectTests(ctx.district, projectsWithin(ctx, PROJECT_READ), query);
  // Who may not see scores cannot order by them either.
  const sort = query.sort?.endsWith('score') === true && !may(ctx, EXPERT_READ) ? undefined : query.sort;
  const { rows, total } = await selectProjects(ctx.db, tests, { ...query, sort });
  const ids = rows.map((row) => row.id);
  const instalments = Map.groupBy(await listInstalments(ctx.db, ctx.district, ids), (one) => one.project_id);
  const members = await countMembers(ctx.db, ctx.district, ids);
  return {
    items: rows.map((row) =>
      toProjectSummary(ctx, row, { instalments: instalments.get(row.id) ?? [], members: members.get(row.id) ?? 0 }),
    ),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}
