import type { LedgerPosting } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { accountLabels, postingKindLabels } from '../domain/labels.ts';
import type { Account } from '../domain/ledger.ts';
import { BUDGET_READ } from '../funds.catalogue.ts';
import type { Fund, PostingKind } from '../repositories/ledger-repository.ts';
import { reachesAll } from '../repositories/party-scope.ts';
import { toOrigin } from './origin-view.ts';

interface PostingRow {
  readonly id: string;
  readonly seq: number;
  readonly kind: PostingKind;
  readonly reason: string;
  readonly document_no: string | null;
  readonly origin_kind: string | null;
  readonly origin_id: string | null;
  readonly origin_label: string | null;
  readonly origin_href: string | null;
  readonly actor_name: string;
  readonly at: string;
  readonly on_day: string;
  readonly entries: readonly { readonly account: Account; readonly fen: number }[];
  readonly available_fen: number;
  readonly total: number;
}

export interface PostingQuery extends Fund {
  readonly item?: string | undefined;
  readonly kind?: string | undefined;
  readonly month?: string | undefined;
  readonly origin?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/** What moved: of an adjustment with its sign, of everything else the amount that changed place. */
function amountOf(row: PostingRow): number {
  const of = (account: Account) => row.entries.find((entry) => entry.account === account)?.fen ?? 0;
  if (row.kind === 'appropriate' || row.kind === 'open-item') return -of('source');
  return Math.max(...row.entries.map((entry) => entry.fen));
}

function toPosting(ctx: Ctx, row: PostingRow): LedgerPosting {
  const { origin_kind: kind, origin_id: id, origin_label: label } = row;
  return {
    id: row.id,
    seq: row.seq,
    kind: row.kind,
    kindLabel: postingKindLabels[row.kind]?.[ctx.language] ?? row.kind,
    amountFen: amountOf(row),
    availableFen: row.available_fen,
    reason: row.reason,
    documentNo: row.document_no,
    origin:
      kind === null || id === null || label === null
        ? null
        : toOrigin(ctx, { origin_kind: kind, origin_id: id, origin_label: label, origin_href: row.origin_href }),
    actor: row.actor_name,
    at: row.at,
    onDay: row.on_day,
    entries: row.entries.map((entry) => ({
      account: entry.account,
      accountLabel: accountLabels[entry.account]?.[ctx.language] ?? entry.account,
      amountFen: entry.fen,
    })),
  };
}

/** The ledger of a line, newest first; each posting with what was available after it. */
export async function listPostings(ctx: Ctx, query: PostingQuery) {
  const { page, pageSize } = query;
  const kinds = query.kind === undefined || query.kind === '' ? null : query.kind.split(',');
  const { rows } = await sql<PostingRow>`
    select *, count(*) over () as total from (
      select p.id, p.seq, p.kind, p.reason, p.document_no, p.origin_kind, p.origin_id, p.origin_label, c.origin_href, p.actor_name, p.at,
        p.on_day, e.entries, sum(e.available) over (order by p.seq)::bigint as available_fen
      from funds.posting p
      join (select posting_id, jsonb_agg(jsonb_build_object('account', account, 'fen', amount_fen) order by position) as entries,
          coalesce(sum(amount_fen) filter (where account = 'available'), 0) as available
        from funds.entry where district = ${ctx.district} and item = ${query.item ?? ''} group by posting_id) e on e.posting_id = p.id
      left join lateral (select c.origin_href from funds.commitment c where c.district = p.district and c.origin_kind = p.origin_kind
        and c.origin_id = p.origin_id order by c.at desc limit 1) c on true
      where p.district = ${ctx.district} and p.fund = ${query.fund} and p.year = ${query.year} and ${reachesAll(ctx, BUDGET_READ)}) s
    where (${kinds}::text[] is null or s.kind = any(${kinds}::text[]))
      and (${query.month ?? null}::text is null or to_char(s.on_day, 'YYYY-MM') = ${query.month ?? null})
      and (${query.origin ?? null}::uuid is null or s.origin_id = ${query.origin ?? null}::uuid)
    order by s.seq desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db);
  return { items: rows.map((row) => toPosting(ctx, row)), total: rows[0]?.total ?? 0, page, pageSize };
}
