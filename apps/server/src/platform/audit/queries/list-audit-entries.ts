import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../access/like.ts';
import type { Ctx } from '../../context/context.ts';

type Route = (typeof routes)['listAuditEntries'];
type Filter = ParsedInput<Route>['query'];

interface EntryRow {
  readonly seq: number;
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly subjectLabel: string | null;
  readonly result: 'ok' | 'refused' | 'failed';
  readonly source: string | null;
  readonly details: string;
  readonly hash: string;
}

function conditions(filter: Filter): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = [];
  if (filter.q) {
    const pattern = containsPattern(filter.q);
    found.push(sql`(actor_name ilike ${pattern} or subject_label ilike ${pattern} or subject_id ilike ${pattern}
      or action ilike ${pattern} or request_id ilike ${pattern})`);
  }
  if (filter.action?.length) found.push(sql`action = any(${filter.action})`);
  if (filter.actor) found.push(sql`actor_name ilike ${containsPattern(filter.actor)}`);
  // Days are days in China.
  if (filter.from) found.push(sql`at >= ${`${filter.from}T00:00:00+08:00`}::timestamptz`);
  if (filter.to) found.push(sql`at < ${`${filter.to}T00:00:00+08:00`}::timestamptz + interval '1 day'`);
  return found;
}

/** One page of the district's log, newest first unless `sort` says `seq` or `at`. */
export async function listAuditEntries(ctx: Ctx, input: ParsedInput<Route>): Promise<RouteOutput<Route>> {
  const { page, pageSize, sort } = input.query;
  const filters = conditions(input.query);
  const where = sql.join([sql`district = ${ctx.district}`, ...filters], sql` and `);
  const ascending = sort === 'seq' || sort === 'at';
  // Without a filter the head knows the number; entries are never deleted.
  const counted =
    filters.length === 0
      ? sql<{
          total: number;
        }>`select coalesce(max(seq), 0) as total from platform.audit_head where district = ${ctx.district}`
      : sql<{ total: number }>`select count(*) as total from platform.audit_entry where ${where}`;
  const [count, found] = await Promise.all([
    counted.execute(ctx.db),
    sql<EntryRow>`
      select seq, at, actor_name as "actorName", action, subject_kind as "subjectKind", subject_id as "subjectId",
             subject_label as "subjectLabel", result, source, details, hash
      from platform.audit_entry where ${where}
      order by seq ${ascending ? sql`asc` : sql`desc`} limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
      ctx.db,
    ),
  ]);
  return {
    items: found.rows.map((row) => ({
      ...row,
      actionLabel: ctx.services.actionLabel(row.action)[ctx.language],
      details: JSON.parse(row.details) as Record<string, unknown>,
    })),
    total: count.rows[0]?.total ?? 0,
    page,
    pageSize,
  };
}
