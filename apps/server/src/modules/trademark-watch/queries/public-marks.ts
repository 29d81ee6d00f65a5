import { sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import type { Ctx } from '../../../platform/context/context.ts';

/** What everyone may know of a protected mark: no contact, no points of identification, no watch. */
export interface PublicMark {
  readonly registrationNo: string;
  readonly name: string;
  readonly classes: readonly number[];
  readonly holder: string;
  readonly goods: string | null;
  readonly reason: string;
  readonly listedOn: string;
  readonly untilOn: string | null;
}

/** Own marks in the directory, as they are made public; `q` finds by mark, number or holder. */
export async function listPublicMarks(
  ctx: Ctx,
  query: { readonly q?: string | undefined; readonly page: number; readonly pageSize: number },
): Promise<{ readonly items: readonly PublicMark[]; readonly total: number }> {
  const like = query.q === undefined || query.q.trim() === '' ? null : containsPattern(query.q.trim());
  const test = sql`district = ${ctx.district} and origin = 'own' and state = 'listed'
    and (${like}::text is null or name ilike ${like} or registration_no like ${like} or holder_name ilike ${like})`;
  const { rows } =
    await sql<PublicMark>`select registration_no as "registrationNo", name, classes, holder_name as holder, goods, reason,
      listed_on as "listedOn", until_on as "untilOn" from trademark_watch.protected_mark where ${test}
    order by listed_on desc, registration_no limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(
      ctx.db,
    );
  const total = await sql<{
    n: number;
  }>`select count(*)::int as n from trademark_watch.protected_mark where ${test}`.execute(ctx.db);
  return { items: rows, total: total.rows[0]?.n ?? 0 };
}

/** Changes with each change of the directory: what keeps a page knows by it that it is old. */
export async function publicMarksVersion(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{
    n: string;
  }>`select revision::text as n from trademark_watch.directory_revision where district = ${ctx.district}`.execute(
    ctx.db,
  );
  return rows[0]?.n ?? '0';
}
