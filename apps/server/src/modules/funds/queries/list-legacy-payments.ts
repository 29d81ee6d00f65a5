import { prohibitionOf } from '@jince/law';
import { sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import { PAYMENT_READ } from '../funds.catalogue.ts';
import { reachesAll } from '../repositories/party-scope.ts';

interface LegacyRow {
  readonly id: string;
  readonly year: number;
  readonly name: string;
  readonly party_id: string | null;
  readonly party_name: string | null;
  readonly item: string;
  readonly trigger: string;
  readonly key_text: string | null;
  readonly amount_fen: number;
  readonly paid_on: string | null;
  readonly document_no: string | null;
  readonly total: number;
  readonly total_fen: number;
}

/** What earlier lists say was paid, the latest year first; payees no register knows under the name of their list. */
export async function listLegacyPayments(
  ctx: Ctx,
  query: {
    readonly page: number;
    readonly pageSize: number;
    readonly q?: string | undefined;
    readonly year?: number | undefined;
    readonly party?: string | undefined;
  },
) {
  const { page, pageSize, year, party } = query;
  const like = query.q === undefined || query.q === '' ? null : containsPattern(query.q);
  const { rows } = await sql<LegacyRow>`
    select l.id, l.year, m.name, q.id as party_id, q.name as party_name, l.item, l.trigger, l.key_text, l.amount_fen, l.paid_on, l.document_no,
      count(*) over () as total, sum(l.amount_fen) over ()::bigint as total_fen
    from funds.legacy_payment l join parties.mention m on m.district = l.district and m.id = l.mention_id
    left join parties.party q on q.district = m.district and q.id = m.party_id
    where l.district = ${ctx.district} and ${reachesAll(ctx, PAYMENT_READ)} and (${year ?? null}::int is null or l.year = ${year ?? null})
      and (${party ?? null}::uuid is null or q.id = ${party ?? null}::uuid)
      and (${like}::text is null or m.name ilike ${like} or q.name ilike ${like} or l.item ilike ${like} or l.key_text ilike ${like}
        or l.document_no ilike ${like})
    order by l.year desc, l.paid_on desc nulls last, m.name, l.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
    ctx.db,
  );
  const labels = new Map(ctx.services.jurisdiction.fundRules.legacyItems.map((one) => [one.trigger, one.label]));
  return {
    items: rows.map((row) => ({
      id: row.id,
      year: row.year,
      name: row.name,
      party: row.party_id === null ? null : { id: row.party_id, name: row.party_name ?? row.name },
      item: row.item,
      trigger: row.trigger,
      triggerLabel: labels.get(row.trigger) ?? row.item,
      key: row.key_text,
      amountFen: row.amount_fen,
      paidOn: row.paid_on,
      documentNo: row.document_no,
      forbiddenNow: prohibitionOf(row.trigger, ctx.today)?.notice ?? null,
    })),
    total: rows[0]?.total ?? 0,
    totalFen: rows[0]?.total_fen ?? 0,
    page,
    pageSize,
  };
}
