import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { claimStateLabel } from '../claim-states.ts';
import { clawBackReasonLabels } from '../domain/labels.ts';
import { selectBans } from '../repositories/ban-repository.ts';
import { CLAIM_COLUMNS_SQL, CLAIM_FROM, claimsWithin, listLines } from '../repositories/claim-repository.ts';
import { CLAIM_READ } from '../subsidies.catalogue.ts';
import { type ListedClaim, partyOf, toClaimSummary } from './views.ts';

type Route = (typeof routes)['listClaims'];
type Query = ParsedInput<Route>['query'];

const SORTS: Readonly<Record<string, RawBuilder<unknown>>> = {
  openedAt: sql`f.opened_at`,
  claimedFen: sql`c.claimed_fen`,
  dueOn: sql`k.due_on`,
  number: sql`f.number`,
  party: sql`c.party_name`,
};

function orderBy(sort: string | undefined): RawBuilder<unknown> {
  const name = sort?.replace(/^-/, '') ?? '';
  const column = SORTS[name];
  if (column === undefined) return sql`f.opened_at desc, c.id`;
  return sort?.startsWith('-') ? sql`${column} desc nulls last, c.id` : sql`${column} asc nulls last, c.id`;
}

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`` : sql`and ${column} = any(${[...values]}::text[])`;

function tests(ctx: Ctx, query: Partial<Query>): RawBuilder<unknown> {
  const text = query.q?.trim() ?? '';
  const pattern = containsPattern(text);
  return sql`c.district = ${ctx.district} and ${claimsWithin(scopeFor(ctx, CLAIM_READ))}
    ${query.policy === undefined ? sql`` : sql`and c.policy_code = ${query.policy}`}
    ${query.party === undefined ? sql`` : sql`and c.party_id = ${query.party}`}
    ${among(sql`c.town_code`, query.town)} ${among(sql`f.state`, query.state)}
    ${
      query.item === undefined || query.item.length === 0
        ? sql``
        : sql`and exists (select 1 from subsidies.claim_line l where l.district = c.district and l.claim_id = c.id
            and l.item = any(${[...query.item]}::text[]))`
    }
    ${text === '' ? sql`` : sql`and (c.party_name ilike ${pattern} or c.uscc ilike ${pattern} or f.number ilike ${pattern})`}`;
}

const CLOCK = sql`left join lateral (select due_on, clock from procedures.clock k where k.district = c.district and k.file_id = c.id
  and k.stopped_on is null and k.due_on is not null order by k.due_on limit 1) k on true`;

/** Claims in the actor's reach, with sums over all that the filter leaves. */
export async function listClaims(ctx: Ctx, query: Query): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const { rows } = await sql<ListedClaim>`select ${CLAIM_COLUMNS_SQL}, k.due_on as "dueOn", k.clock as "dueClock"
    from ${CLAIM_FROM} ${CLOCK} where ${tests(ctx, query)}
    order by ${orderBy(query.sort)} limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db);
  const lines = Map.groupBy(
    await listLines(
      ctx.db,
      ctx.district,
      rows.map((row) => row.id),
    ),
    (line) => line.claimId,
  );
  const sums = await sql<{ n: number; claimed: number; approved: number; paid: number }>`select count(*)::int as n,
      coalesce(sum(c.claimed_fen), 0)::bigint as claimed, coalesce(sum(c.approved_fen), 0)::bigint as approved,
      coalesce(sum(p.paid), 0)::bigint as paid
    from ${CLAIM_FROM} left join lateral (select sum(l.paid_fen) as paid from subsidies.claim_line l where l.district = c.district
      and l.claim_id = c.id) p on true where ${tests(ctx, query)}`.execute(ctx.db);
  const states = await sql<{
    code: string;
    count: number;
  }>`select f.state as code, count(*)::int as count from ${CLAIM_FROM}
    where ${tests(ctx, { ...query, state: undefined })} group by 1`.execute(ctx.db);
  const sum = sums.rows[0] ?? { n: 0, claimed: 0, approved: 0, paid: 0 };
  return {
    items: rows.map((row) => toClaimSummary(ctx, row, lines.get(row.id) ?? [])),
    total: sum.n,
    page,
    pageSize,
    sums: { claimedFen: sum.claimed, approvedFen: sum.approved, paidFen: sum.paid },
    byState: states.rows.map((one) => ({ ...one, label: claimStateLabel(one.code)[ctx.language] })),
  };
}

/** Who may not claim until when. */
export async function listBans(
  ctx: Ctx,
  query: ParsedInput<(typeof routes)['listBans']>['query'],
): Promise<RouteOutput<(typeof routes)['listBans']>> {
  const { page, pageSize, q } = query;
  const pattern = q === undefined || q.trim() === '' ? null : containsPattern(q.trim());
  const { rows, total } = await selectBans(ctx.db, ctx.district, pattern, {
    size: pageSize,
    skip: (page - 1) * pageSize,
  });
  return {
    items: rows.map((row) => ({
      id: row.id,
      party: partyOf(ctx, row),
      from: row.from,
      until: row.until,
      reasonLabel: clawBackReasonLabels[row.reason]?.[ctx.language] ?? row.reason,
      decisionNo: row.decisionNo,
      claimId: row.claimId,
      active: row.from <= ctx.today && ctx.today <= row.until,
    })),
    total,
    page,
    pageSize,
  };
}
