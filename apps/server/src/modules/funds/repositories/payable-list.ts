import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { PAYMENT_READ } from '../funds.catalogue.ts';
import { partiesWithin } from './party-scope.ts';
import { PAYABLE, type PayableRow } from './payable-repository.ts';

export interface PayableFilter {
  readonly states?: readonly string[] | undefined;
  readonly q?: string | undefined;
  readonly party?: string | undefined;
  readonly fund?: string | undefined;
  readonly year?: number | undefined;
}

export interface ListedPayable extends PayableRow {
  readonly origin_href: string | null;
  readonly fund: string;
  readonly year: number;
  readonly item: string | null;
  readonly batch_number: string | null;
  /** The party as the register has it now. */
  readonly now_id: string | null;
  readonly now_name: string | null;
  readonly total: number;
  readonly total_fen: number;
}

const SORTS: Readonly<Record<string, RawBuilder<unknown>>> = {
  releasedAt: sql`p.released_at`,
  amountFen: sql`p.amount_fen`,
  party: sql`p.party_name`,
  paidOn: sql`p.paid_on`,
  // What failed first, then what is on its way, then the latest paid.
  outcome: sql`case p.state when 'failed' then 0 when 'batched' then 1 else 2 + (date '2200-01-01' - p.paid_on) end`,
};

const orderOf = (sort: string | undefined): RawBuilder<unknown> => {
  const by = SORTS[(sort ?? 'releasedAt').replace(/^-/, '')] ?? sql`p.released_at`;
  return sort?.startsWith('-') ? sql`${by} desc nulls last, p.id desc` : sql`${by} nulls last, p.id`;
};

/** What is due and paid within the actor's reach, with count and sum of the whole selection. */
export async function listPayableRows(
  db: Db,
  ctx: Ctx,
  filter: PayableFilter,
  page: { readonly limit: number; readonly offset: number; readonly sort?: string | undefined },
): Promise<ListedPayable[]> {
  const like = filter.q === undefined || filter.q === '' ? null : containsPattern(filter.q);
  const { rows } = await sql<ListedPayable>`
    select ${PAYABLE}, c.origin_href, c.fund, c.year, c.item, b.number as batch_number, q.id as now_id, q.name as now_name,
      count(*) over () as total, sum(p.amount_fen) over ()::bigint as total_fen
    from funds.payable p join funds.commitment c on c.district = p.district and c.id = p.commitment_id
    left join funds.batch b on b.district = p.district and b.id = p.batch_id
    left join parties.party q on q.district = p.district and q.record_key = p.party_key
    where p.district = ${ctx.district} and ${partiesWithin(ctx, PAYMENT_READ, sql`p.party_key`)}
      and (${filter.states ?? null}::text[] is null or p.state = any(${filter.states ?? null}::text[]))
      and (${filter.party ?? null}::uuid is null or q.id = ${filter.party ?? null}::uuid)
      and (${filter.fund ?? null}::text is null or c.fund = ${filter.fund ?? null})
      and (${filter.year ?? null}::int is null or c.year = ${filter.year ?? null})
      and (${like}::text is null or p.party_name ilike ${like} or p.origin_label ilike ${like} or p.document_no ilike ${like}
        or p.uscc ilike ${like})
    order by ${orderOf(page.sort)} limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

/** Counts and sums by state of everything within reach. */
export async function standingOfPayables(db: Db, ctx: Ctx) {
  const { rows } = await sql<{ state: PayableRow['state']; count: number; fen: number }>`
    select p.state, count(*) as count, sum(p.amount_fen)::bigint as fen from funds.payable p
    where p.district = ${ctx.district} and ${partiesWithin(ctx, PAYMENT_READ, sql`p.party_key`)} group by p.state`.execute(
    db,
  );
  return rows;
}
