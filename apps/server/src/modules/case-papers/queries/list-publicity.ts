import type { ParsedInput, PublicCaseContent, RouteOutput, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { filesWithin } from '../../../platform/procedures/reach.ts';
import { PUBLICITY_PUBLISH, PUBLICITY_READ } from '../case-papers.catalogue.ts';
import { selectPublicity, shownOn } from '../repositories/publicity-repository.ts';
import { toPublicityLine } from './publicity-views.ts';

function standingTests(today: string): Readonly<Record<string, RawBuilder<unknown>>> {
  const open = sql`p.exempt_reason is null and p.published_on is null and p.withdrawn_on is null`;
  return {
    due: sql`(${open} and p.due_on >= ${today}::date)`,
    overdue: sql`(${open} and p.due_on < ${today}::date)`,
    published: shownOn(today),
    ended: sql`(p.ends_on < ${today}::date and p.withdrawn_on is null and (p.withdrawal_due_on is null or p.withdrawal_due_on >= ${today}::date))`,
    withdrawn: sql`(p.withdrawn_on is not null or p.withdrawal_due_on < ${today}::date)`,
    exempt: sql`(p.exempt_reason is not null)`,
  };
}

const within = (ctx: Ctx) => filesWithin(scopeFor(ctx, PUBLICITY_READ));

async function countsOf(ctx: Ctx) {
  const tests = standingTests(ctx.today);
  const { rows } = await sql<{ due: number; overdue: number; published: number }>`select
      count(*) filter (where ${tests.due})::int as due, count(*) filter (where ${tests.overdue})::int as overdue,
      count(*) filter (where ${tests.published})::int as published
    from case_papers.publicity p join procedures.file f on f.district = p.district and f.id = p.case_id
    where p.district = ${ctx.district} and ${within(ctx)}`.execute(ctx.db);
  return rows[0] ?? { due: 0, overdue: 0, published: 0 };
}

/** Penalties within reach with their days of publicity, what is due first. */
export async function listCasePublicity(
  ctx: Ctx,
  query: ParsedInput<(typeof routes)['listCasePublicity']>['query'],
): Promise<RouteOutput<(typeof routes)['listCasePublicity']>> {
  const tests = standingTests(ctx.today);
  const chosen = (query.standing ?? []).map((standing) => tests[standing] ?? sql`false`);
  const word = query.q?.trim() ?? '';
  const test = sql.join(
    [
      within(ctx),
      chosen.length === 0 ? sql`true` : sql`(${sql.join(chosen, sql` or `)})`,
      word === '' ? sql`true` : sql`position(${word} in concat_ws(' ', r.number, f.number, f.subject_label)) > 0`,
    ],
    sql` and `,
  );
  const order = sql`(p.published_on is null and p.exempt_reason is null) desc, p.due_on desc, p.id`;
  const page = { size: query.pageSize, skip: (query.page - 1) * query.pageSize };
  const { rows, total } = await selectPublicity(ctx.db, ctx.district, test, page, order);
  return {
    items: rows.map((row) => toPublicityLine(ctx, row)),
    total,
    page: query.page,
    pageSize: query.pageSize,
    counts: await countsOf(ctx),
    mayPublish: may(ctx, PUBLICITY_PUBLISH),
  };
}

export interface PublicCase extends PublicCaseContent {
  readonly id: string;
  readonly publishedOn: string;
  /** Last day of publicity. */
  readonly endsOn: string;
}

export interface PublicCaseQuestion {
  readonly q?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/**
 * Penalties anyone may read today, masked as they were published, the newest first. What has ended or was withdrawn is not
 * among them: by its days, without a job.
 */
export async function listPublicCases(
  ctx: Ctx,
  question: PublicCaseQuestion,
): Promise<{ readonly items: readonly PublicCase[]; readonly total: number }> {
  const word = question.q?.trim() ?? '';
  const test = sql`${shownOn(ctx.today)} and (${word} = '' or position(${word} in concat_ws(' ', p.content ->> 'number',
    p.content ->> 'party', p.content ->> 'behaviour')) > 0)`;
  const page = { size: question.pageSize, skip: (question.page - 1) * question.pageSize };
  const { rows, total } = await selectPublicity(ctx.db, ctx.district, test, page, sql`p.published_on desc, p.id`);
  return {
    items: rows.map(({ id, content, publishedOn, endsOn }) => ({
      ...(content as PublicCaseContent),
      id,
      publishedOn: publishedOn as string,
      endsOn: endsOn as string,
    })),
    total,
  };
}
