import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { KeptPaper } from '../commands/take-attachment.ts';
import type { ReportContent } from '../domain/read-report.ts';

export interface ReportRow
  extends Pick<
    ReportContent,
    'sort' | 'kind' | 'subjectName' | 'subjectUscc' | 'townCode' | 'happenedOn' | 'statement' | 'wish' | 'anonymous'
  > {
  readonly id: string;
  readonly receipt: string;
  readonly codeHash: string;
  readonly language: 'zh' | 'en';
  readonly agencyId: string | null;
  readonly agencyBy: 'machine' | 'officer' | null;
  readonly agencyByName: string | null;
  readonly receivedAt: string;
  readonly fileId: string | null;
  readonly sameAs: string | null;
  readonly groupId: string | null;
  readonly outcome: string | null;
  readonly reply: string | null;
  readonly repliedAt: string | null;
}

const COLUMNS = sql`r.id, r.receipt, r.code_hash as "codeHash", r.sort, r.kind, r.subject_name as "subjectName", r.subject_uscc as "subjectUscc",
  r.agency_id as "agencyId", r.agency_by as "agencyBy", r.agency_by_name as "agencyByName", r.town_code as "townCode", r.happened_on as "happenedOn", r.statement, r.wish, r.anonymous, r.language,
  r.received_at as "receivedAt", r.file_id as "fileId", r.same_as as "sameAs", r.group_id as "groupId", r.outcome, r.reply,
  r.replied_at as "repliedAt"`;

async function findOne(db: Db, where: ReturnType<typeof sql>): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`select ${COLUMNS} from reports.report r where ${where}`.execute(db);
  return rows[0];
}

export const findReport = (db: Db, district: string, id: string) =>
  findOne(db, sql`r.district = ${district} and r.id = ${id}`);
export const findReportOfFile = (db: Db, district: string, fileId: string) =>
  findOne(db, sql`r.district = ${district} and r.file_id = ${fileId}`);
export const findByReceipt = (db: Db, district: string, receipt: string) =>
  findOne(db, sql`r.district = ${district} and r.receipt = ${receipt}`);
export const findBySubmission = (db: Db, district: string, key: string) =>
  findOne(db, sql`r.district = ${district} and r.submission_key = ${key}`);

/** The report under way that says the same. */
export const findOpenTwin = (db: Db, district: string, fingerprint: string) =>
  findOne(
    db,
    sql`r.district = ${district} and r.fingerprint = ${fingerprint} and r.same_as is null and exists (
      select 1 from procedures.file f where f.district = r.district and f.id = r.file_id and f.closed_at is null)
      order by r.received_at limit 1`,
  );

export const listGroupReports = async (db: Db, district: string, groupId: string): Promise<ReportRow[]> => {
  const { rows } =
    await sql<ReportRow>`select ${COLUMNS} from reports.report r where r.district = ${district} and r.group_id = ${groupId}
    order by r.received_at, r.id`.execute(db);
  return rows;
};

export const listJoined = async (db: Db, district: string, id: string): Promise<ReportRow[]> => {
  const { rows } =
    await sql<ReportRow>`select ${COLUMNS} from reports.report r where r.district = ${district} and r.same_as = ${id}
    order by r.received_at, r.id`.execute(db);
  return rows;
};

export interface NewReport extends ReportContent {
  readonly id: string;
  readonly receipt: string;
  readonly codeHash: string;
  readonly submissionKey: string;
  readonly agencyId: string | null;
  readonly fingerprint: string;
  readonly addressKey: string;
  readonly contactKey: string | null;
  readonly fileId: string | null;
  readonly sameAs: string | null;
  readonly groupId: string | null;
}

export async function insertReport(tx: Tx, ctx: Ctx, one: NewReport): Promise<void> {
  await sql`insert into reports.report (district, id, receipt, code_hash, submission_key, sort, kind, subject_name, subject_uscc, agency_id, agency_by, agency_at,
      town_code, happened_on, statement, wish, anonymous, language, received_at, received_on, fingerprint, address_key, contact_key, file_id,
      same_as, group_id)
    values (${ctx.district}, ${one.id}, ${one.receipt}, ${one.codeHash}, ${one.submissionKey}, ${one.sort}, ${one.kind}, ${one.subjectName},
      ${one.subjectUscc}, ${one.agencyId},
      ${one.agencyId === null ? null : 'machine'}, ${one.agencyId === null ? null : ctx.now}, ${one.townCode}, ${one.happenedOn}, ${one.statement}, ${one.wish}, ${one.anonymous}, ${ctx.language},
      ${ctx.now}, ${ctx.today}, ${one.fingerprint}, ${one.addressKey}, ${one.contactKey}, ${one.fileId}, ${one.sameAs}, ${one.groupId})`.execute(
    tx,
  );
}

export async function insertPapers(tx: Tx, ctx: Ctx, reportId: string, papers: readonly KeptPaper[]): Promise<void> {
  for (const [at, paper] of papers.entries())
    await sql`insert into reports.attachment (district, report_id, no, file_name, media_type, sha256, size)
      values (${ctx.district}, ${reportId}, ${at + 1}, ${paper.fileName}, ${paper.mediaType}, ${paper.sha256}, ${paper.size})`.execute(
      tx,
    );
}

export async function listPapers(
  db: Db,
  district: string,
  reportIds: readonly string[],
): Promise<(KeptPaper & { reportId: string; no: number })[]> {
  const { rows } = await sql<
    KeptPaper & { reportId: string; no: number }
  >`select report_id as "reportId", no, file_name as "fileName",
      media_type as "mediaType", sha256, size from reports.attachment where district = ${district} and report_id = any(${[...reportIds]}::uuid[])
    order by report_id, no`.execute(db);
  return rows;
}

export async function insertReporter(tx: Tx, district: string, reportId: string, sealed: string): Promise<void> {
  await sql`insert into reports.reporter (district, report_id, sealed) values (${district}, ${reportId}, ${sealed})`.execute(
    tx,
  );
}

export async function findSealedReporter(db: Db, district: string, reportId: string): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string }>`select sealed from reports.reporter where district = ${district}
    and report_id = ${reportId}`.execute(db);
  return rows[0]?.sealed;
}

export async function saveReply(
  tx: Tx,
  ctx: Ctx,
  fileId: string,
  answer: { readonly reply: string; readonly outcome: string | null },
): Promise<void> {
  await sql`update reports.report set reply = ${answer.reply}, outcome = ${answer.outcome}, replied_at = ${ctx.now}
    where district = ${ctx.district} and file_id = ${fileId}`.execute(tx);
}

/** Gives a held report a file of its own, or joins it to another. */
export async function settleHeld(
  tx: Tx,
  district: string,
  id: string,
  to: { readonly fileId: string } | { readonly sameAs: string },
): Promise<void> {
  const fileId = 'fileId' in to ? to.fileId : null;
  const sameAs = 'sameAs' in to ? to.sameAs : null;
  await sql`update reports.report set file_id = ${fileId}, same_as = ${sameAs} where district = ${district} and id = ${id}`.execute(
    tx,
  );
}

/** Reports of a sender today that were taken up at once. */
export async function countOfSender(
  tx: Tx,
  district: string,
  sender: { readonly addressKey: string; readonly contactKey: string | null; readonly on: string },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from reports.report where district = ${district}
    and received_on = ${sender.on} and (address_key = ${sender.addressKey} or contact_key = ${sender.contactKey})`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}
