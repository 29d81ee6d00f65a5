import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { getPolicyVersion } from '../../policies/index.ts';
import { claimStateLabel } from '../claim-states.ts';
import { CLAIM_COLUMNS_SQL, CLAIM_FROM, type ClaimRow, listLines } from '../repositories/claim-repository.ts';
import { selectObjections } from '../repositories/objection-repository.ts';
import { findList, listEntries, selectLists } from '../repositories/publicity-repository.ts';
import { toObjection } from './list-objections.ts';
import { getPublicList, toPublicList } from './public-lists.ts';
import { publicityDays } from './publicity-term.ts';
import { policyOf } from './views.ts';

/** Approved claims that wait for publicity, by policy version. */
export async function listPublicityCandidates(
  ctx: Ctx,
): Promise<RouteOutput<(typeof routes)['listPublicityCandidates']>> {
  const { rows } =
    await sql<ClaimRow>`select ${CLAIM_COLUMNS_SQL} from ${CLAIM_FROM} where c.district = ${ctx.district} and f.state = 'approved'
    order by c.policy_code, c.policy_version, c.party_name, f.number`.execute(ctx.db);
  const lines = Map.groupBy(
    await listLines(
      ctx.db,
      ctx.district,
      rows.map((row) => row.id),
    ),
    (line) => line.claimId,
  );
  const groups = [];
  for (const [versionId, claims] of Map.groupBy(rows, (row) => row.versionId)) {
    const version = await getPolicyVersion(ctx, versionId);
    const items = claims.flatMap((claim) => (lines.get(claim.id) ?? []).map((line) => line.item));
    groups.push({
      policy: policyOf(claims[0] as ClaimRow),
      workingDays: publicityDays(version, items).days,
      totalFen: claims.reduce((sum, claim) => sum + (claim.approvedFen ?? 0), 0),
      claims: claims.map((claim) => ({
        id: claim.id,
        number: claim.number,
        partyName: claim.partyName,
        approvedFen: claim.approvedFen ?? 0,
        items: [...new Set((lines.get(claim.id) ?? []).map((line) => line.itemName))],
      })),
    });
  }
  return { groups };
}

export async function listPublicityLists(
  ctx: Ctx,
  query: ParsedInput<(typeof routes)['listPublicityLists']>['query'],
): Promise<RouteOutput<(typeof routes)['listPublicityLists']>> {
  const { page, pageSize } = query;
  const { rows, total } = await selectLists(ctx.db, ctx.district, { size: pageSize, skip: (page - 1) * pageSize });
  const items = rows.map((row) => ({
    ...toPublicList(ctx, row),
    claims: row.claims,
    openObjections: row.openObjections,
    publishedBy: row.publishedBy,
  }));
  return { items, total, page, pageSize };
}

interface ClaimInList {
  readonly id: string;
  readonly number: string;
  readonly partyName: string;
  readonly state: string;
  readonly dueOn: string | null;
  readonly steps: string[] | null;
}

/** A list as officers see it: claims with their own clocks, objections. @throws AppError platform.not-found */
export async function getPublicityList(
  ctx: Ctx,
  id: string,
): Promise<RouteOutput<(typeof routes)['getPublicityList']>> {
  const list = await findList(ctx.db, ctx.district, id);
  if (list === undefined) throw new AppError('platform.not-found');
  const entries = Map.groupBy(await listEntries(ctx.db, ctx.district, id), (entry) => entry.claimId);
  const { rows } =
    await sql<ClaimInList>`select c.id, f.number, c.party_name as "partyName", f.state, k.due_on as "dueOn", k.steps
    from ${CLAIM_FROM} left join lateral (select due_on, steps from procedures.clock k where k.district = c.district and k.file_id = c.id
      and k.clock = 'publicity' order by k.round desc limit 1) k on true
    where c.district = ${ctx.district} and c.id = any(${[...entries.keys()]}::uuid[]) order by f.number`.execute(
      ctx.db,
    );
  const objections = await selectObjections(ctx.db, ctx.district, { listId: id });
  return {
    ...(await getPublicList(ctx, id)),
    publishedBy: list.publishedBy,
    claims: rows.map((row) => ({
      ...row,
      state: row.state as RouteOutput<(typeof routes)['getPublicityList']>['claims'][number]['state'],
      stateLabel: claimStateLabel(row.state)[ctx.language],
      rows: (entries.get(row.id) ?? []).map((entry) => entry.no),
      steps: row.steps ?? [],
    })),
    objections: objections.map((row) => toObjection(ctx, row)),
  };
}
