import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { RowItem } from '../domain/population.ts';
import { qualityChecks } from '../repositories/quality-checks.ts';

async function countOf(ctx: Ctx, statement: ReturnType<(typeof qualityChecks)[number]['of']>): Promise<number> {
  const { rows } = await sql<{ n: number }>`${statement}`.execute(ctx.db);
  return rows[0]?.n ?? 0;
}

/** Every check with how many rows it objects to, out of how many. */
export async function listDataQuality(ctx: Ctx) {
  const checks = [];
  for (const check of qualityChecks) {
    const count = await countOf(ctx, sql`select count(*) as n from (${check.rows(ctx)}) rows`);
    const of = await countOf(ctx, check.of(ctx));
    const { code, label, why, action } = check;
    checks.push({
      code,
      label,
      why,
      action,
      count,
      of,
      level: count === 0 ? ('good' as const) : check.level,
      href: count === 0 ? null : `/data-quality?check=${code}`,
    });
  }
  return { asOf: ctx.now.toISOString(), checks };
}

export async function listDataQualityRows(ctx: Ctx, query: { check: string; page: number; pageSize: number }) {
  const check = qualityChecks.find((c) => c.code === query.check);
  if (check === undefined) throw new AppError('plan.quality.unknown-check', { check: query.check });
  const rows = check.rows(ctx);
  const page =
    await sql<RowItem>`select * from (${rows}) rows order by title, id limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(
      ctx.db,
    );
  const total = await countOf(ctx, sql`select count(*) as n from (${rows}) rows`);
  return { items: page.rows, total, page: query.page, pageSize: query.pageSize };
}
