import type { OriginRow, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import { type OriginKind, originKindLabels } from '../domain/labels.ts';

type Route = (typeof routes)['listOrigins'];

interface OriginRecord {
  readonly id: string;
  readonly region: string;
  readonly kind: OriginKind;
  readonly goods: string;
  readonly mark: string | null;
  readonly party: string | null;
  readonly notedOn: string;
  readonly source: string;
  readonly endedOn: string | null;
  readonly subjectId: string | null;
}

const from = (district: string, test: RawBuilder<unknown>) => sql`assistance.origin o left join procedures.file f
  on f.district = o.district and f.id = o.file_id where o.district = ${district} and ${test}`;

const columns = sql`o.id, o.region, o.kind, o.goods, o.mark, o.party_name as party, o.noted_on as "notedOn", o.source, o.ended_on as "endedOn",
  f.subject_id as "subjectId"`;

const toRow = (ctx: Ctx, { subjectId, ...row }: OriginRecord): OriginRow => ({
  ...row,
  kindLabel: originKindLabels[row.kind][ctx.language],
  href: subjectId === null ? null : `/protection/cross-region/${subjectId}`,
});

export async function listOriginsOf(ctx: Ctx, fileId: string): Promise<OriginRow[]> {
  const { rows } =
    await sql<OriginRecord>`select ${columns} from ${from(ctx.district, sql`o.file_id = ${fileId}`)} order by o.noted_on`.execute(
      ctx.db,
    );
  return rows.map((row) => toRow(ctx, row));
}

/** The regional list of origin, the latest first, with how often each region appears. */
export async function listOrigins(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const like = containsPattern(query.q?.trim() ?? '');
  const kinds = query.kind ?? [];
  const test = sql`(o.region ilike ${like} or o.goods ilike ${like} or o.mark ilike ${like} or o.party_name ilike ${like})
    and (${kinds.length === 0} or o.kind = any(${[...kinds]}::text[]))`;
  const { rows } = await sql<OriginRecord>`select ${columns} from ${from(ctx.district, test)}
    order by o.noted_on desc, o.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db);
  const regions = await sql<{ region: string; count: number }>`select o.region, count(*)::int as count
    from ${from(ctx.district, test)} group by o.region order by count(*) desc, o.region`.execute(ctx.db);
  return {
    items: rows.map((row) => toRow(ctx, row)),
    total: regions.rows.reduce((sum, one) => sum + one.count, 0),
    page,
    pageSize,
    regions: regions.rows,
  };
}
