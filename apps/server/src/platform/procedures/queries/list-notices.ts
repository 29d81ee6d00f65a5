import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../context/context.ts';
import type { ProcedureFile } from '../definition.ts';
import { definitionOf } from '../file-standing.ts';
import { FILE_COLUMNS } from '../repositories/file-repository.ts';

type Route = (typeof routes)['listNotices'];

/** Notices to the actor: himself, as the party, in his towns, at his bodies, or by a permission he holds. */
function toMe(ctx: Ctx) {
  const scope = scopeFor(ctx, 'procedures.file.read');
  const permissions = [...ctx.actor.permissions];
  // Of what towns are told, the district's people hear only where they may read such files at all.
  const mine = [...ctx.services.procedures.values()]
    .filter((one) => may(ctx, one.readPermission))
    .map((one) => one.procedure);
  const places =
    scope.kind === 'district'
      ? sql`(n.receiver = 'town' and exists (select 1 from procedures.file t where t.district = n.district and t.id = n.file_id
          and t.procedure = any(${mine}::text[])))`
      : sql`(n.party_id = any(${scope.parties}::uuid[]) or n.town_code = any(${scope.towns}::text[]) or n.organisations && ${scope.organisations}::text[])`;
  return sql`(n.user_id = ${ctx.actor.userId} or n.permission = any(${permissions}::text[]) or ${places})`;
}

/** Newest first, with those not yet seen counted. */
export async function listNotices(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const base = sql`from procedures.notice n
    left join procedures.file f on f.district = n.district and f.id = n.file_id
    left join procedures.notice_read r on r.district = n.district and r.notice_id = n.id and r.user_id = ${ctx.actor.userId}
    where n.district = ${ctx.district} and ${toMe(ctx)}`;
  const unseen = sql`and r.read_at is null`;
  const { rows } = await sql<
    Omit<ProcedureFile, 'id'> & {
      id: string | null;
      noticeId: string;
      noticeHref: string | null;
      text: string;
      at: string;
      readAt: string | null;
    }
  >`select ${FILE_COLUMNS}, n.id as "noticeId", n.href as "noticeHref", n.text, n.at, r.read_at as "readAt" ${base} ${query.unread === true ? unseen : sql``}
    order by n.at desc, n.id desc limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(ctx.db);
  const counts = await sql<{ total: number; unread: number }>`select count(*)::int as total,
    (count(*) filter (where r.read_at is null))::int as unread ${base}`.execute(ctx.db);
  const { total, unread } = counts.rows[0] ?? { total: 0, unread: 0 };
  return {
    items: rows.map((row) => ({
      id: row.noticeId,
      fileId: row.id,
      text: row.text,
      href: row.id === null ? (row.noticeHref ?? '') : definitionOf(ctx, row.procedure).href({ ...row, id: row.id }),
      at: row.at,
      readAt: row.readAt,
    })),
    total: query.unread === true ? unread : total,
    page: query.page,
    pageSize: query.pageSize,
    unread,
  };
}

export async function readNotices(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await sql`insert into procedures.notice_read (district, user_id, notice_id, read_at)
    select n.district, ${ctx.actor.userId}, n.id, ${ctx.now} from procedures.notice n
    where n.district = ${ctx.district} and n.id = any(${[...ids]}::uuid[]) and ${toMe(ctx)}
    on conflict do nothing`.execute(ctx.db);
}
