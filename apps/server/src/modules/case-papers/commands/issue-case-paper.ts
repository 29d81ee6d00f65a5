import { Readable } from 'node:stream';
import type { CasePaperDetail, PublicCaseContent } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { type OfficialValues, renderOfficial } from '../../../platform/documents/official/index.ts';
import { inspectPart } from '../../../platform/documents/volume/bind-volume.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { takeNumber, workingCalendarOf } from '../../../platform/procedures/index.ts';
import { PAPER_ISSUE } from '../case-papers.catalogue.ts';
import { mainParty, type PaperSources } from '../domain/paper-sources.ts';
import { publicParty } from '../domain/paper-values.ts';
import { joined, penaltyLines } from '../domain/penalty-lines.ts';
import { dueBy, publicityDuty } from '../domain/publicity-rule.ts';
import { paperValues } from '../queries/fill-paper.ts';
import { packOf } from '../queries/pack-of.ts';
import { formOf, readSources } from '../queries/read-sources.ts';
import { getCasePaper, readPaperState } from '../queries/show-paper.ts';
import { markIssued, nameStored, type PaperRow } from '../repositories/paper-repository.ts';
import { askTakenDown, insertPublicity } from '../repositories/publicity-repository.ts';
import { changePaper, type PaperChange, requireState } from './change-paper.ts';
import { requireComplete } from './submit-case-paper.ts';

async function numberOf(tx: Tx, ctx: Ctx, series: string | null) {
  const year = Number(ctx.today.slice(0, 4));
  if (series === null) return { series: null, year, serial: null, number: null };
  const serial = await takeNumber(tx, ctx, `case-papers.${series}`, year);
  return { series, year, serial, number: `${packOf(ctx).numbering.prefix}${series}〔${year}〕${serial}号` };
}

/** The abstract that will be published: masked by the law of the day. Source: 行政处罚信息公示规定第4条. */
function abstractOf(src: PaperSources, number: string | null): PublicCaseContent {
  const { record, pack } = src;
  return {
    number: number ?? '',
    ...publicParty(src),
    behaviour: record.card.behaviour ?? record.card.title,
    penalty: record.decision === null ? '' : joined(penaltyLines(record.decision)),
    organ: pack.organ.name,
    decidedOn: record.decision?.decidedOn ?? src.today,
  };
}

async function store(tx: Tx, ctx: Ctx, paper: PaperRow, values: OfficialValues, format: 'pdf' | 'docx') {
  const { content } = await renderOfficial(ctx, `case-${paper.form}`, values, { format });
  const stored = await ctx.services.files.put(Readable.from([content]), ctx.services.config.maxDocumentBytes);
  await nameStored(tx, ctx.district, stored);
  return stored.sha256;
}

async function openPublicity(tx: Tx, ctx: Ctx, paper: PaperRow, src: PaperSources): Promise<void> {
  const duty = publicityDuty(src.record, mainParty(src)?.natural === true, src.pack);
  if (duty.duty === 'none') return;
  const decidedOn = src.record.decision?.decidedOn ?? ctx.today;
  const { dueOn, steps } = dueBy('publicity.publication', decidedOn, await workingCalendarOf(tx, ctx.district));
  await insertPublicity(tx, ctx.district, {
    id: uuidv7(),
    caseId: paper.caseId,
    paperId: paper.id,
    decidedOn,
    dueOn,
    dueSteps: steps,
    term: duty.duty === 'publish' ? duty.term : 'full',
    termReason: duty.reason,
    exemptReason: duty.duty === 'exempt' ? duty.reason : null,
  });
}

async function askWithdrawal(tx: Tx, ctx: Ctx, paper: PaperRow, number: string | null): Promise<void> {
  const { dueOn } = dueBy('publicity.withdrawal', ctx.today, await workingCalendarOf(tx, ctx.district));
  await askTakenDown(tx, ctx.district, paper.caseId, { dueOn, reason: `${paper.title}${number ?? ''}` });
}

/** No penalty goes out while a criminal threshold waits for its transfer. @throws AppError case-papers.paper.stopped */
function requireNoStop(src: PaperSources): void {
  const stop = src.record.stops.find(({ check, standing }) => check === 'criminal' && standing === 'stop');
  if (stop !== undefined)
    throw new AppError('case-papers.paper.stopped', { text: stop.text, article: stop.article ?? '' });
}

/** Numbers a paper, makes its files and freezes it, in the caller's transaction. */
export async function issuePaper({ tx, ctx, paper }: PaperChange): Promise<void> {
  const form = formOf(ctx, paper.form);
  await requireComplete(ctx, paper);
  const { entries, approvals } = await readPaperState(ctx, paper);
  const src = await readSources(ctx, paper.caseId, { corrects: paper.corrects });
  if (form.kind === 'penalty-decision') requireNoStop(src);
  const numbered = await numberOf(tx, ctx, form.series);
  const values: OfficialValues = {
    ...paperValues({ src, form, entries, approvals, number: numbered.number, issuedOn: ctx.today }),
    ...(form.kind === 'penalty-decision' ? { abstract: abstractOf(src, numbered.number) } : {}),
  };
  const pdfSha256 = await store(tx, ctx, paper, values, 'pdf');
  const docxSha256 = await store(tx, ctx, paper, values, 'docx');
  const seen = inspectPart(await ctx.services.files.localPath(pdfSha256), 'application/pdf');
  const pages = 'pages' in seen ? seen.pages : 1;
  await markIssued(tx, ctx, paper.id, { ...numbered, values, pdfSha256, docxSha256, pages });
  if (form.kind === 'penalty-decision') await openPublicity(tx, ctx, paper, src);
  if (form.kind === 'revocation') await askWithdrawal(tx, ctx, paper, numbered.number);
}

/** Puts an approved paper out. @throws AppError case-papers.paper.wrong-state · case-papers.paper.missing · case-papers.paper.stopped */
export async function issueCasePaper(
  ctx: Ctx,
  id: string,
  { version }: { readonly version: number },
): Promise<CasePaperDetail> {
  await changePaper(ctx, { id, permission: PAPER_ISSUE, details: { version } }, async (change) => {
    requireState(change.ctx, change.paper, 'approved', version);
    await issuePaper(change);
  });
  return getCasePaper(ctx, id);
}
