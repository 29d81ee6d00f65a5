import type { EntitlementView, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { getPolicyVersion } from '../../policies/index.ts';
import { entitlementStateLabels } from '../domain/labels.ts';
import {
  ENTITLEMENT,
  type EntitlementRow,
  entitlementsWithin,
  findLastReading,
} from '../repositories/entitlement-repository.ts';
import { ENTITLEMENT_READ } from '../subsidies.catalogue.ts';
import { partyOf, policyOf } from './views.ts';

type Route = (typeof routes)['listEntitlements'];
type Query = ParsedInput<Route>['query'];

type ListedEntitlement = EntitlementRow & { readonly claimNumber: string | null };

const SORTS: Readonly<Record<string, RawBuilder<unknown>>> = {
  amountFen: sql`e.amount_fen`,
  foundOn: sql`e.found_on`,
  party: sql`e.party_name`,
  achievedOn: sql`e.achieved_on`,
};

function orderBy(sort: string | undefined): RawBuilder<unknown> {
  const name = sort?.replace(/^-/, '') ?? '';
  const column = SORTS[name] ?? sql`e.amount_fen`;
  const down = sort === undefined || SORTS[name] === undefined || sort.startsWith('-');
  return down ? sql`${column} desc nulls last, e.id` : sql`${column} asc nulls last, e.id`;
}

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`` : sql`and ${column} = any(${[...values]}::text[])`;

function tests(ctx: Ctx, query: Partial<Query>): RawBuilder<unknown> {
  const pattern = query.q === undefined || query.q.trim() === '' ? null : containsPattern(query.q.trim());
  return sql`e.district = ${ctx.district} and ${entitlementsWithin(scopeFor(ctx, ENTITLEMENT_READ))}
    ${query.policy === undefined ? sql`` : sql`and e.policy_code = ${query.policy}`}
    ${among(sql`e.item`, query.item)} ${among(sql`e.town_code`, query.town)} ${among(sql`e.state`, query.state)}
    ${query.party === undefined ? sql`` : sql`and e.party_id = ${query.party}`}
    ${pattern === null ? sql`` : sql`and (e.party_name ilike ${pattern} or e.uscc ilike ${pattern} or e.label ilike ${pattern})`}`;
}

/** Papers each item of some versions still asks of the applicant: version and item → labels. */
async function papersByItem(ctx: Ctx, versionIds: readonly string[]): Promise<Map<string, string[]>> {
  const papers = new Map<string, string[]>();
  for (const id of new Set(versionIds)) {
    const version = await getPolicyVersion(ctx, id);
    for (const item of version.policy.items)
      papers.set(
        `${id} ${item.code}`,
        item.materials.filter((one) => !one.fromRegister).map((one) => one.label),
      );
  }
  return papers;
}

export async function toEntitlements(ctx: Ctx, rows: readonly ListedEntitlement[]): Promise<EntitlementView[]> {
  const papers = await papersByItem(
    ctx,
    rows.map((row) => row.versionId),
  );
  return rows.map((row) => ({
    id: row.id,
    party: partyOf(ctx, row),
    policy: policyOf(row),
    item: row.item,
    itemName: row.itemName,
    clause: row.clause,
    label: row.label,
    achievementKey: row.achievementKey,
    achievedOn: row.achievedOn,
    amountFen: row.amountFen,
    state: row.state,
    reason: row.reason,
    foundOn: row.foundOn,
    factsAsOf: row.factsAsOf,
    claimId: row.claimId,
    claimNumber: row.claimNumber,
    missingMaterials: papers.get(`${row.versionId} ${row.item}`) ?? [],
  }));
}

export async function selectEntitlements(
  ctx: Ctx,
  query: Partial<Query>,
  page: { readonly size: number; readonly skip: number },
): Promise<ListedEntitlement[]> {
  const { rows } =
    await sql<ListedEntitlement>`select ${ENTITLEMENT}, f.number as "claimNumber" from subsidies.entitlement e
    left join procedures.file f on f.district = e.district and f.id = e.claim_id
    where ${tests(ctx, query)} order by ${orderBy(query.sort)} limit ${page.size} offset ${page.skip}`.execute(ctx.db);
  return rows;
}

interface Count {
  readonly code: string;
  readonly label: string | null;
  readonly count: number;
  readonly fen: number;
}

async function countBy(ctx: Ctx, query: Partial<Query>, column: RawBuilder<unknown>, label: RawBuilder<unknown>) {
  const { rows } = await sql<Count>`select ${column} as code, min(${label}) as label, count(*)::int as count,
      coalesce(sum(e.amount_fen), 0)::bigint as fen
    from subsidies.entitlement e where ${tests(ctx, query)} and ${column} is not null group by 1 order by 1`.execute(
    ctx.db,
  );
  return rows;
}

/** Entitlements in the actor's reach, the highest first, with sums over all that the filter leaves. */
export async function listEntitlements(ctx: Ctx, query: Query): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const rows = await selectEntitlements(ctx, query, { size: pageSize, skip: (page - 1) * pageSize });
  const sums = await sql<{
    n: number;
    fen: number;
    parties: number;
  }>`select count(*)::int as n, coalesce(sum(e.amount_fen), 0)::bigint as fen,
      count(distinct e.party_id)::int as parties
    from subsidies.entitlement e where ${tests(ctx, query)}`.execute(ctx.db);
  const byState = await countBy(ctx, { ...query, state: undefined }, sql`e.state`, sql`e.state`);
  const byItem = await countBy(ctx, { ...query, item: undefined }, sql`e.item`, sql`e.item_name`);
  const byTown = await countBy(ctx, { ...query, town: undefined }, sql`e.town_code`, sql`e.town_code`);
  const reading = await findLastReading(ctx.db, ctx.district);
  return {
    items: await toEntitlements(ctx, rows),
    total: sums.rows[0]?.n ?? 0,
    page,
    pageSize,
    sumFen: sums.rows[0]?.fen ?? 0,
    parties: sums.rows[0]?.parties ?? 0,
    byState: byState.map((one) => ({ ...one, label: entitlementStateLabels[one.code]?.[ctx.language] ?? one.code })),
    byItem: byItem.map((one) => ({ ...one, label: one.label ?? one.code })),
    byTown: byTown.map((one) => ({ ...one, label: ctx.services.places.townName(one.code) ?? one.code })),
    refreshedAt: reading.at,
    factsAsOf: reading.asOf,
  };
}
