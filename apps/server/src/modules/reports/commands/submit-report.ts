import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { sealSecret } from '../../../platform/auth/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { openFile, performAction } from '../../../platform/procedures/index.ts';
import { judgeAgencyNames } from '../../ip-agencies/index.ts';
import { fingerprintOf } from '../domain/fingerprint.ts';
import { kindLabel } from '../domain/labels.ts';
import { asPublic } from '../domain/public-actor.ts';
import type { ReportContent } from '../domain/read-report.ts';
import {
  addressKeyOf,
  codeHashOf,
  contactKeyOf,
  isFormKey,
  receiptFor,
  submissionKeyOf,
} from '../domain/report-keys.ts';
import { REPORT } from '../report-procedure.ts';
import { openGroupOf } from '../repositories/group-repository.ts';
import { countForAddress } from '../repositories/limit-repository.ts';
import {
  countOfSender,
  findBySubmission,
  findOpenTwin,
  insertPapers,
  insertReport,
  insertReporter,
} from '../repositories/report-repository.ts';
import type { KeptPaper } from './take-attachment.ts';

export interface Receipt {
  readonly receipt: string;
  readonly code: string;
  readonly receivedAt: string;
  /** Taken up at once, joined to the same report under way, or waiting for the review of a sender's many. */
  readonly way: 'taken-up' | 'joined' | 'held';
}

type Place = { readonly fileId: string | null; readonly sameAs: string | null; readonly groupId: string | null };

const NOWHERE: Place = { fileId: null, sameAs: null, groupId: null };

/** Opens the file of a report, inside the caller's transaction; `receive` is to follow once the report names the file. */
export async function openReportFile(
  tx: Tx,
  ctx: Ctx,
  id: string,
  report: Pick<ReportContent, 'kind' | 'subjectName' | 'townCode'>,
) {
  const label = `${kindLabel(ctx, report.kind).zh}：${report.subjectName}`;
  return openFile(tx, ctx, { procedure: REPORT, subject: { kind: 'report', id, label }, townCode: report.townCode });
}

async function placeOf(
  tx: Tx,
  ctx: Ctx,
  report: ReportContent & { readonly id: string },
  sender: { readonly addressKey: string; readonly contactKey: string | null; readonly fingerprint: string },
): Promise<Place> {
  const twin = await findOpenTwin(tx, ctx.district, sender.fingerprint);
  if (twin !== undefined) return { ...NOWHERE, sameAs: twin.id };
  const { reportsBeforeReview } = ctx.services.jurisdiction.reportSettings.limits;
  if ((await countOfSender(tx, ctx.district, { ...sender, on: ctx.today })) >= reportsBeforeReview) {
    const keys = [sender.addressKey, sender.contactKey].filter((key) => key !== null);
    return { ...NOWHERE, groupId: await openGroupOf(tx, ctx, keys) };
  }
  return { ...NOWHERE, fileId: (await openReportFile(tx, ctx, report.id, report)).id };
}

/**
 * Takes a report of the public: anonymous or named, with papers that were judged before. The same form sent twice gives
 * the same receipt; the same report again is joined to the open one; beyond the daily number of a sender it is kept and
 * held for one review. Who sent it is sealed, and its address goes neither into the record nor into the log.
 * @throws AppError 409 reports.report.form-expired, 422 reports.attachment.too-many, 429 reports.report.too-many
 */
export async function submitReport(
  given: Ctx,
  formKey: string,
  report: ReportContent,
  papers: readonly KeptPaper[],
): Promise<Receipt> {
  const { config, jurisdiction } = given.services;
  const { limits, hotline } = jurisdiction.reportSettings;
  if (!isFormKey(config.secret, formKey, given.now, limits.formHours))
    throw new AppError('reports.report.form-expired');
  if (papers.length > limits.attachments)
    throw new AppError('reports.attachment.too-many', { limit: limits.attachments });
  const addressKey = addressKeyOf(config.secret, given.source, given.today);
  const contactKey = contactKeyOf(config.secret, report.phone ?? report.email);
  const submissionKey = submissionKeyOf(formKey);
  const [named] = await judgeAgencyNames(given, [{ written: report.subjectName, uscc: report.subjectUscc }]);
  return inTransaction(given, async (tx) => {
    const ctx: Ctx = { ...asPublic(given), db: tx as Ctx['db'] };
    // One sender's reports take turns, and so do two that say the same.
    const { reports } = await countForAddress(tx, ctx, addressKey, { reports: 1 });
    const before = await findBySubmission(tx, ctx.district, submissionKey);
    if (before !== undefined) {
      await countForAddress(tx, ctx, addressKey, { reports: -1 });
      const { code } = receiptFor(config.secret, formKey, before.receivedAt);
      const way = before.groupId !== null ? 'held' : before.sameAs !== null ? 'joined' : 'taken-up';
      return { receipt: before.receipt, code, receivedAt: before.receivedAt, way };
    }
    if (reports > limits.reportsPerAddressAndDay)
      throw new AppError('reports.report.too-many', { limit: limits.reportsPerAddressAndDay, hotline });
    const fingerprint = fingerprintOf(report);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`reports:${ctx.district}:${fingerprint}`}, 0))`.execute(
      tx,
    );
    const id = uuidv7();
    const place = await placeOf(tx, ctx, { ...report, id }, { addressKey, contactKey, fingerprint });
    const { receipt, code } = receiptFor(config.secret, formKey, ctx.today);
    const codeHash = codeHashOf(config.secret, receipt, code);
    const keys = { addressKey, contactKey, submissionKey, fingerprint, codeHash };
    await insertReport(tx, ctx, { ...report, id, receipt, ...keys, agencyId: named?.agencyId ?? null, ...place });
    if (!report.anonymous) {
      const identity = JSON.stringify({ name: report.name, phone: report.phone, email: report.email });
      await insertReporter(tx, ctx.district, id, sealSecret(identity, config.secret, id, 'reporters of violations'));
    }
    await insertPapers(tx, ctx, id, papers);
    await publishEvent(tx, ctx, 'reports.report.received', { reportId: id, kind: report.kind });
    if (place.fileId !== null) await performAction(tx, ctx, place.fileId, 'receive');
    const way = place.groupId !== null ? 'held' : place.sameAs !== null ? 'joined' : 'taken-up';
    await writeAudit(tx, ctx, {
      action: 'reports.report.submit',
      subject: { kind: 'reports.report', id, label: receipt },
      details: { kind: report.kind, sort: report.sort, anonymous: report.anonymous, papers: papers.length, way },
    });
    return { receipt, code, receivedAt: ctx.now.toISOString(), way };
  });
}
