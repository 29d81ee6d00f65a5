import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { GivenApproval } from '../domain/approval-way.ts';

export type PaperState = 'draft' | 'submitted' | 'approved' | 'issued' | 'served' | 'withdrawn';

export interface PaperRow {
  readonly id: string;
  readonly caseId: string;
  readonly form: string;
  readonly title: string;
  readonly state: PaperState;
  readonly version: number;
  readonly number: string | null;
  readonly corrects: string | null;
  readonly issuedOn: string | null;
  readonly values: Readonly<Record<string, unknown>> | null;
  readonly pdfSha256: string | null;
  readonly docxSha256: string | null;
  readonly pages: number | null;
  readonly servedOn: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
  readonly createdByName: string;
  readonly createdAt: string;
}

const COLUMNS = sql`id, case_id as "caseId", form, title, state, version, number, corrects, issued_on as "issuedOn", paper_values as "values",
  pdf_sha256 as "pdfSha256", docx_sha256 as "docxSha256", pages, served_on as "servedOn", withdrawn_at as "withdrawnAt",
  withdrawn_by_name as "withdrawnBy", withdrawn_reason as "withdrawnReason", created_by_name as "createdByName", created_at as "createdAt"`;

export async function findPaper(db: Db, district: string, id: string, lock = false): Promise<PaperRow | undefined> {
  const { rows } = await sql<PaperRow>`select ${COLUMNS} from case_papers.paper
    where district = ${district} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

/** Papers of a case in the order they were begun. */
export async function listPapers(db: Db, district: string, caseId: string): Promise<PaperRow[]> {
  const { rows } = await sql<PaperRow>`select ${COLUMNS} from case_papers.paper
    where district = ${district} and case_id = ${caseId} order by created_at, id`.execute(db);
  return rows;
}

export interface NewPaper {
  readonly id: string;
  readonly caseId: string;
  readonly form: string;
  readonly title: string;
  readonly corrects: string | null;
}

export async function insertPaper(tx: Tx, ctx: Ctx, paper: NewPaper): Promise<void> {
  await sql`insert into case_papers.paper (district, id, case_id, form, title, state, corrects, created_by, created_by_name, created_at)
    values (${ctx.district}, ${paper.id}, ${paper.caseId}, ${paper.form}, ${paper.title}, 'draft', ${paper.corrects},
      ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

export async function insertVersion(
  tx: Tx,
  ctx: Ctx,
  paperId: string,
  { version, entries }: { readonly version: number; readonly entries: Readonly<Record<string, string>> },
): Promise<void> {
  await sql`insert into case_papers.version (district, paper_id, version, entries, saved_by, saved_by_name, saved_at)
    values (${ctx.district}, ${paperId}, ${version}, ${JSON.stringify(entries)}, ${ctx.actor.userId}, ${ctx.actor.displayName},
      ${ctx.now})`.execute(tx);
  await sql`update case_papers.paper set version = ${version} where district = ${ctx.district} and id = ${paperId}`.execute(
    tx,
  );
}

export async function setPaperState(tx: Tx, district: string, id: string, state: PaperState): Promise<void> {
  await sql`update case_papers.paper set state = ${state} where district = ${district} and id = ${id}`.execute(tx);
}

export async function readEntries(
  db: Db,
  district: string,
  id: string,
  version: number,
): Promise<Record<string, string>> {
  const { rows } = await sql<{ entries: Record<string, string> }>`select entries from case_papers.version
    where district = ${district} and paper_id = ${id} and version = ${version}`.execute(db);
  return rows[0]?.entries ?? {};
}

export async function listVersions(db: Db, district: string, id: string) {
  const { rows } = await sql<{
    version: number;
    by: string;
    at: string;
  }>`select version, saved_by_name as "by", saved_at as "at"
    from case_papers.version where district = ${district} and paper_id = ${id} order by version desc`.execute(db);
  return rows;
}

/** Approvals of papers in order, by paper. */
export async function listApprovals(
  db: Db,
  district: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly GivenApproval[]>> {
  const { rows } = await sql<
    GivenApproval & { paperId: string }
  >`select paper_id as "paperId", seq, version, step, verdict, opinion,
      given_by as "by", given_by_name as "byName", given_at as "at"
    from case_papers.approval where district = ${district} and paper_id = any(${[...ids]}::uuid[]) order by paper_id, seq`.execute(
    db,
  );
  return Map.groupBy(rows, (row) => row.paperId);
}

export async function insertApproval(
  tx: Tx,
  ctx: Ctx,
  paperId: string,
  given: Pick<GivenApproval, 'version' | 'step' | 'verdict' | 'opinion'>,
): Promise<void> {
  await sql`insert into case_papers.approval (district, paper_id, seq, version, step, verdict, opinion, given_by, given_by_name, given_at)
    select ${ctx.district}, ${paperId}, coalesce(max(seq), 0) + 1, ${given.version}, ${given.step}, ${given.verdict}, ${given.opinion},
      ${ctx.actor.userId}::uuid, ${ctx.actor.displayName}, ${ctx.now}::timestamptz
    from case_papers.approval where district = ${ctx.district} and paper_id = ${paperId}`.execute(tx);
}

export interface IssuedPaper {
  readonly number: string | null;
  readonly series: string | null;
  readonly year: number;
  readonly serial: number | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly pdfSha256: string;
  readonly docxSha256: string;
  readonly pages: number;
}

export async function markIssued(tx: Tx, ctx: Ctx, id: string, issued: IssuedPaper): Promise<void> {
  const { number, series, year, serial, values, pdfSha256, docxSha256, pages } = issued;
  await sql`update case_papers.paper set state = 'issued', number = ${number}, series = ${series}, series_year = ${series === null ? null : year},
      series_serial = ${serial}, issued_on = ${ctx.today}, issued_by_name = ${ctx.actor.displayName}, paper_values = ${JSON.stringify(values)},
      pdf_sha256 = ${pdfSha256}, docx_sha256 = ${docxSha256}, pages = ${pages}
    where district = ${ctx.district} and id = ${id}`.execute(tx);
}

export async function markServed(tx: Tx, district: string, id: string, on: string): Promise<void> {
  await sql`update case_papers.paper set state = 'served', served_on = coalesce(served_on, ${on}::date)
    where district = ${district} and id = ${id}`.execute(tx);
}

export async function markWithdrawn(tx: Tx, ctx: Ctx, id: string, reason: string): Promise<void> {
  await sql`update case_papers.paper set state = 'withdrawn', withdrawn_at = ${ctx.now}, withdrawn_by_name = ${ctx.actor.displayName},
      withdrawn_reason = ${reason} where district = ${ctx.district} and id = ${id}`.execute(tx);
}

/** Names a file of the store, so that it is kept. */
export async function nameStored(tx: Tx, district: string, file: { sha256: string; size: number }): Promise<void> {
  await sql`insert into platform.stored_file (district, sha256, size) values (${district}, ${file.sha256}, ${file.size})
    on conflict do nothing`.execute(tx);
}
