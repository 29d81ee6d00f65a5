import type { Filing, FilingEvent, FilingOutcome } from '@jince/filing-signals';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { streamRows } from '../../../platform/register-index/index.ts';

/** A filing as the search reads it, with what is needed to say whom a signal concerns. */
export interface ReadFiling {
  readonly filing: Filing;
  /** Of all that is read of it: another one means that something changed. */
  readonly hash: string;
  readonly partyIds: readonly string[];
  /** Holders as written, in the order of {@link Filing.holders}. */
  readonly holderNames: readonly string[];
  readonly towns: readonly string[];
}

interface Row {
  readonly key: string;
  readonly title: string;
  readonly abstract: string | null;
  readonly kind: Filing['kind'];
  readonly filed_on: string | null;
  readonly inventors: string[];
  readonly address: string | null;
  readonly ipc_main: string | null;
  readonly ipc: string[];
  readonly claim_count: number | null;
  readonly abnormal: boolean;
  readonly status: string | null;
  readonly holders: string[] | null;
  readonly names: string[] | null;
  readonly party_ids: string[] | null;
  readonly towns: string[];
  readonly agency_id: string | null;
  readonly events: { kind: string; on: string }[] | null;
  readonly hash: string;
}

const OUTCOMES: Readonly<Record<string, FilingOutcome>> = {
  pending: 'pending',
  published: 'pending',
  granted: 'granted',
  rejected: 'refused',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  expired: 'lapsed',
  abandoned: 'lapsed',
  invalidated: 'lapsed',
};

const EVENTS: Readonly<Record<string, FilingEvent['kind']>> = { transferred: 'transfer', withdrawn: 'withdrawal' };

function statement(ctx: Ctx) {
  const { district, today } = ctx;
  return sql`
    with holder as (
      select h.patent_id, array_agg(coalesce(m.party_id::text, m.name) order by h.position) as holders, array_agg(m.name order by h.position) as names,
        array_agg(distinct m.party_id::text) filter (where m.party_id is not null) as party_ids,
        array_agg(distinct q.town_code) filter (where q.town_code is not null) as towns
      from ip_rights.patent_holder h
      join parties.mention m on m.district = h.district and m.id = h.mention_id
      left join parties.party q on q.district = m.district and q.id = m.party_id
      where h.district = ${district} group by 1),
    told as (
      select e.patent_id, jsonb_agg(jsonb_build_object('kind', e.kind, 'on', e.happened_on) order by e.position) as events
      from ip_rights.patent_event e where e.district = ${district} and e.kind in ('transferred', 'withdrawn') group by 1),
    flagged as (
      select n.patent_key from ip_rights.abnormal_filing n where n.district = ${district} and n.flagged_on <= ${today} and (n.cleared_on is null or n.cleared_on > ${today})
      union select f.patent_key from ip_rights.abnormal_finding f where f.district = ${district} and f.withdrawn_on is null),
    seen as (
      select r.record_key as key, r.title, r.abstract, r.kind, r.filed_on, r.inventors, r.address, r.ipc_main, r.ipc, r.claim_count,
        r.abnormal or g.patent_key is not null as abnormal, t.status, h.holders, h.names, h.party_ids,
        case when h.towns is not null then h.towns when r.town_code is not null then array[r.town_code] else '{}'::text[] end as towns,
        a.agency_id, e.events
      from ip_rights.patent r
      left join holder h on h.patent_id = r.id
      left join told e on e.patent_id = r.id
      left join flagged g on g.patent_key = r.record_key
      left join agencies.patent_agency a on a.district = r.district and a.patent_id = r.id
      left join ip_rights.patent_period t on t.district = r.district and t.patent_id = r.id
        and t.valid_from <= ${today} and (t.valid_to is null or ${today} < t.valid_to)
      where r.district = ${district} and r.country = 'CN')
    select s.*, md5(s::text) as hash from seen s`;
}

function toFiling(row: Row): ReadFiling {
  const events = (row.events ?? []).flatMap(({ kind, on }) => {
    const known = EVENTS[kind];
    return known === undefined ? [] : [{ kind: known, on }];
  });
  return {
    filing: {
      id: row.key,
      title: row.title,
      abstract: row.abstract,
      kind: row.kind,
      filedOn: row.filed_on,
      holders: row.holders ?? [],
      inventors: row.inventors,
      address: row.address,
      agencyId: row.agency_id,
      ipc: [...new Set([...(row.ipc_main === null ? [] : [row.ipc_main]), ...row.ipc])],
      claimCount: row.claim_count,
      outcome: OUTCOMES[row.status ?? ''] ?? 'unknown',
      events,
      abnormal: row.abnormal,
    },
    hash: row.hash,
    partyIds: row.party_ids ?? [],
    holderNames: row.names ?? [],
    towns: row.towns,
  };
}

/** All Chinese applications of the register as of today, by key. */
export async function readFilings(ctx: Ctx): Promise<Map<string, ReadFiling>> {
  const { sql: text, parameters } = statement(ctx).compile(ctx.db);
  const filings = new Map<string, ReadFiling>();
  for await (const rows of streamRows<Row>(ctx.services.pool, text, parameters))
    for (const row of rows) filings.set(row.key, toFiling(row));
  return filings;
}
