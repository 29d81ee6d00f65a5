import type { PublicCaseContent } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { PublicityDays } from '../domain/publicity-rule.ts';

export interface PublicityRow extends PublicityDays {
  readonly id: string;
  readonly caseId: string;
  readonly paperId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly paperNumber: string | null;
  readonly decidedOn: string;
  readonly dueSteps: readonly string[];
  readonly term: 'minor' | 'full';
  readonly termReason: string;
  readonly content: PublicCaseContent | null;
  readonly draft: PublicCaseContent;
  readonly withdrawnReason: string | null;
}

const COLUMNS = sql`p.id, p.case_id as "caseId", p.paper_id as "paperId", f.number as "caseNumber", f.subject_label as "caseTitle",
  r.number as "paperNumber", p.decided_on as "decidedOn", p.due_on as "dueOn", p.due_steps as "dueSteps", p.term, p.term_reason as "termReason",
  p.content, r.paper_values -> 'abstract' as draft, p.published_on as "publishedOn", p.ends_on as "endsOn", p.withdrawal_due_on as "withdrawalDueOn",
  p.withdrawn_on as "withdrawnOn", p.withdrawn_reason as "withdrawnReason", p.exempt_reason as "exemptReason"`;
const FROM = sql`case_papers.publicity p
  join case_papers.paper r on r.district = p.district and r.id = p.paper_id
  join procedures.file f on f.district = p.district and f.id = p.case_id`;

/** Shown to everyone on a day: by its days alone. */
export const shownOn = (today: string): RawBuilder<boolean> =>
  sql<boolean>`(p.published_on is not null and p.published_on <= ${today}::date and p.ends_on >= ${today}::date and p.withdrawn_on is null
    and (p.withdrawal_due_on is null or p.withdrawal_due_on >= ${today}::date))`;

export interface PublicityPage {
  readonly skip: number;
  readonly size: number;
}

export async function selectPublicity(
  db: Db,
  district: string,
  test: RawBuilder<unknown>,
  page: PublicityPage = { skip: 0, size: 500 },
  order: RawBuilder<unknown> = sql`p.due_on, p.id`,
): Promise<{ rows: PublicityRow[]; total: number }> {
  const { rows } = await sql<
    PublicityRow & { total: number }
  >`select ${COLUMNS}, count(*) over ()::int as total from ${FROM}
    where p.district = ${district} and ${test} order by ${order} limit ${page.size} offset ${page.skip}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export async function findPublicity(db: Db, district: string, id: string): Promise<PublicityRow | undefined> {
  return (await selectPublicity(db, district, sql`p.id = ${id}`)).rows[0];
}

export async function lockPublicity(tx: Tx, district: string, id: string): Promise<void> {
  await sql`select 1 from case_papers.publicity where district = ${district} and id = ${id} for update`.execute(tx);
}

export interface NewPublicity {
  readonly id: string;
  readonly caseId: string;
  readonly paperId: string;
  readonly decidedOn: string;
  readonly dueOn: string;
  readonly dueSteps: readonly string[];
  readonly term: 'minor' | 'full';
  readonly termReason: string;
  readonly exemptReason: string | null;
}

export async function insertPublicity(tx: Tx, district: string, row: NewPublicity): Promise<void> {
  await sql`insert into case_papers.publicity (district, id, case_id, paper_id, decided_on, due_on, due_steps, term, term_reason, exempt_reason)
    values (${district}, ${row.id}, ${row.caseId}, ${row.paperId}, ${row.decidedOn}, ${row.dueOn}, ${JSON.stringify(row.dueSteps)}, ${row.term},
      ${row.termReason}, ${row.exemptReason}) on conflict do nothing`.execute(tx);
}

export async function markPublished(
  tx: Tx,
  ctx: Ctx,
  id: string,
  shown: { readonly content: PublicCaseContent; readonly endsOn: string },
): Promise<void> {
  await sql`update case_papers.publicity set content = ${JSON.stringify(shown.content)}, published_on = ${ctx.today}, ends_on = ${shown.endsOn},
      changed_by_name = ${ctx.actor.displayName} where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function markTakenDown(
  tx: Tx,
  ctx: Ctx,
  id: string,
  change: { readonly dueOn: string; readonly reason: string },
): Promise<void> {
  await sql`update case_papers.publicity set withdrawn_on = ${ctx.today}, withdrawal_due_on = ${change.dueOn}, withdrawn_reason = ${change.reason},
      changed_by_name = ${ctx.actor.displayName} where district = ${ctx.district} and id = ${id}`.execute(tx);
}

/** A decision of the case was changed: what is published must be down by a day. */
export async function askTakenDown(
  tx: Tx,
  district: string,
  caseId: string,
  change: { dueOn: string; reason: string },
) {
  await sql`update case_papers.publicity set withdrawal_due_on = ${change.dueOn}, withdrawn_reason = ${change.reason}
    where district = ${district} and case_id = ${caseId} and published_on is not null and withdrawn_on is null`.execute(
    tx,
  );
}
