import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { listLabels } from '../labels.ts';
import { selectCards } from '../repositories/agency-repository.ts';
import { selectWrittenNames } from '../repositories/name-repository.ts';

type Words = { readonly zh: string; readonly en: string };

/** Names as patents and marks write them, doubtful ones first. */
export async function listAgencyNames(
  ctx: Ctx,
  query: {
    readonly q?: string | undefined;
    readonly decision?: readonly string[] | undefined;
    readonly page: number;
    readonly pageSize: number;
  },
) {
  const rows = await selectWrittenNames(ctx.db, ctx.district, query);
  const ids = rows.flatMap((row) => row.candidates.map((one) => one.agencyId));
  const cards = await selectCards(ctx.db, ctx.district, [...new Set(ids)]);
  const words = (all: readonly Words[]) => all.map((one) => one[ctx.language]);
  return {
    items: rows.map(({ total: _, ...row }) => ({
      ...row,
      reasons: words(row.reasons),
      candidates: row.candidates.flatMap(({ agencyId, score, reasons }) => {
        const card = cards.get(agencyId);
        return card === undefined
          ? []
          : [{ agencyId: card.id, name: card.name, code: card.agencyCode, score, reasons: words(reasons) }];
      }),
    })),
    total: rows[0]?.total ?? 0,
    page: query.page,
    pageSize: query.pageSize,
  };
}

/** Entries that may be one agency, and what people decided of such pairs, latest first. */
export async function listIdentityReviews(ctx: Ctx) {
  const { district, db } = ctx;
  const side = (
    id: string,
  ) => sql`(select jsonb_build_object('id', a.id, 'name', a.name, 'uscc', a.uscc, 'agencyCode', a.agency_code, 'address', a.address,
      'lists', coalesce((select jsonb_agg(distinct s.list) from agencies.statement s where s.district = a.district and s.agency_id = a.id), '[]'))
    from agencies.agency a where a.district = r.district and a.id = r.${sql.ref(id)})`;
  type Side = {
    id: string;
    name: string;
    uscc: string | null;
    agencyCode: string | null;
    address: string | null;
    lists: string[];
  };
  const open = await sql<{
    a: Side;
    b: Side;
    reasons: Words[];
  }>`select ${side('agency_a')} as a, ${side('agency_b')} as b, r.reasons
    from agencies.identity_review r where r.district = ${district}`.execute(db);
  const decided = await sql<{
    id: string;
    a: string;
    b: string;
    verdict: 'same' | 'different';
    by: string;
    at: string;
    note: string | null;
    withdrawnAt: string | null;
  }>`select id, label_a as a, label_b as b, verdict, actor_name as by, at, note, withdrawn_at as "withdrawnAt"
    from agencies.identity_decision where district = ${district} order by at desc limit 200`.execute(db);
  const named = (one: Side): Side => ({
    ...one,
    lists: one.lists.map((list) => listLabels[list]?.[ctx.language] ?? list),
  });
  return {
    open: open.rows.map((row) => ({
      a: named(row.a),
      b: named(row.b),
      reasons: row.reasons.map((one) => one[ctx.language]),
    })),
    decided: decided.rows,
  };
}
