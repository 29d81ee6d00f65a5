import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { FilingStats } from '../types.ts';

export interface StatsQuery {
  readonly agencyIds?: readonly string[] | undefined;
  /** First and last day of filing, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Patents and marks with their agency and their status today: `agency_id, right, filed_on, outcome, abnormal, id`. */
export function filingsSql(ctx: Ctx): RawBuilder<unknown> {
  const { district, today } = ctx;
  return sql`
    select l.agency_id, p.kind as "right", p.id, p.filed_on, s.status,
      case when p.granted_on is not null or s.status in ('granted', 'lapsed', 'expired', 'invalidated') then 'granted'
        when s.status = 'rejected' then 'refused' when s.status = 'withdrawn' then 'withdrawn' else 'pending' end as outcome,
      p.abnormal or b.patent_key is not null as abnormal
    from agencies.patent_agency l join ip_rights.patent p on p.district = l.district and p.id = l.patent_id
    left join (select n.patent_key from ip_rights.abnormal_filing n
        where n.district = ${district} and (n.cleared_on is null or n.cleared_on > ${today}::date)
      union select f.patent_key from ip_rights.abnormal_finding f
        where f.district = ${district} and (f.withdrawn_on is null or f.withdrawn_on > ${today}::date)) b on b.patent_key = p.record_key
    left join lateral (select t.status from ip_rights.patent_period t where t.district = p.district and t.patent_id = p.id
      and t.valid_from <= ${today}::date and (t.valid_to is null or t.valid_to > ${today}::date) limit 1) s on true
    where l.district = ${district}
    union all
    select l.agency_id, 'trademark', t.id, t.filed_on, s.status,
      case when t.registered_on is not null or s.status in ('registered', 'grace', 'lapsed', 'revoked', 'invalidated') then 'granted'
        when s.status = 'refused' then 'refused' when s.status = 'withdrawn' then 'withdrawn' else 'pending' end,
      false
    from agencies.trademark_agency l join ip_rights.trademark t on t.district = l.district and t.id = l.trademark_id
    left join lateral (select q.status from ip_rights.trademark_period q where q.district = t.district and q.trademark_id = t.id
      and q.valid_from <= ${today}::date and (q.valid_to is null or q.valid_to > ${today}::date) limit 1) s on true
    where l.district = ${district}`;
}

/** Parties behind filings: `right_id, party_id, town_code`. */
export function filersSql(ctx: Ctx): RawBuilder<unknown> {
  return sql`
    select h.patent_id as right_id, m.party_id, y.town_code from ip_rights.patent_holder h
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    join parties.party y on y.district = m.district and y.id = m.party_id where h.district = ${ctx.district}
    union all
    select h.trademark_id, m.party_id, y.town_code from ip_rights.trademark_holder h
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    join parties.party y on y.district = m.district and y.id = m.party_id where h.district = ${ctx.district}`;
}

/**
 * Applications of each agency by kind of right and by what became of them as of today; marks count per Nice class. Not
 * limited by scope.
 */
export async function readFilingStats(ctx: Ctx, query: StatsQuery = {}): Promise<FilingStats[]> {
  const agencyIds = query.agencyIds ?? null;
  const { from = null, to = null } = query;
  const { rows } = await sql<FilingStats>`
    with f as materialized (select * from (${filingsSql(ctx)}) f
      where (${agencyIds}::uuid[] is null or f.agency_id = any(${agencyIds}::uuid[]))
        and (${from}::date is null or f.filed_on >= ${from}::date) and (${to}::date is null or f.filed_on <= ${to}::date)),
    served as (select f.agency_id, f."right", count(distinct c.party_id)::int as clients, count(distinct c.town_code)::int as towns
      from f join (${filersSql(ctx)}) c on c.right_id = f.id group by 1, 2)
    select f.agency_id as "agencyId", f."right", count(*)::int as filed, count(*) filter (where f.outcome = 'granted')::int as granted,
      count(*) filter (where f.outcome = 'refused')::int as refused, count(*) filter (where f.outcome = 'withdrawn')::int as withdrawn,
      count(*) filter (where f.abnormal)::int as abnormal, coalesce(max(s.clients), 0) as clients, coalesce(max(s.towns), 0) as towns
    from f left join served s on s.agency_id = f.agency_id and s."right" = f."right"
    group by f.agency_id, f."right" order by f.agency_id, f."right"`.execute(ctx.db);
  return rows;
}
