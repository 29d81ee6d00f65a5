import type { CasePaperDetail, OfficialPaper } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { getTemplate, previewOfficial, renderOfficial } from '../../../platform/documents/official/index.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { STEP_PERMISSION } from '../case-papers.catalogue.ts';
import { actedBefore, type GivenApproval, nextStep, standingApprovals } from '../domain/approval-way.ts';
import { suggestEntry } from '../domain/suggest-entries.ts';
import { findArchive } from '../repositories/archive-repository.ts';
import {
  listApprovals,
  listPapers,
  listVersions,
  type PaperRow,
  readEntries,
} from '../repositories/paper-repository.ts';
import { elementsOf, missingOf, paperValues, STEP_LABELS } from './fill-paper.ts';
import { loadPaper } from './load-paper.ts';
import { rightsOf, toLine } from './paper-lines.ts';
import { formOf, readSources } from './read-sources.ts';
import { serviceViews } from './service-views.ts';

export interface PaperState {
  readonly paper: PaperRow;
  readonly entries: Readonly<Record<string, string>>;
  readonly approvals: readonly GivenApproval[];
}

/** A paper with what was typed into a version of it, and its approvals. */
export async function readPaperState(ctx: Ctx, paper: PaperRow, version = paper.version): Promise<PaperState> {
  const approvals = (await listApprovals(ctx.db, ctx.district, [paper.id])).get(paper.id) ?? [];
  return { paper, entries: await readEntries(ctx.db, ctx.district, paper.id, version), approvals };
}

/** The label a template gives to a path. */
export function labelOf(ctx: Ctx, form: string): (path: string) => string {
  const template = getTemplate(ctx, `case-${form}`);
  return (path) => template.fields.find((field) => field.path === path)?.label ?? path;
}

const OWN = { zh: '本人提交或者已经审批过', en: 'You handed it in or have approved it already' };

function nextOf(ctx: Ctx, { paper, approvals }: PaperState): CasePaperDetail['next'] {
  if (paper.state !== 'submitted') return null;
  const step = nextStep(formOf(ctx, paper.form).approvals, approvals);
  if (step === undefined) return null;
  const holds = may(ctx, STEP_PERMISSION[step]);
  const own = actedBefore(approvals, ctx.actor.userId);
  return {
    step,
    label: STEP_LABELS[step][ctx.language],
    mine: holds && !own,
    reason: holds && own ? OWN[ctx.language] : null,
  };
}

function stepsOf(ctx: Ctx, { paper, approvals }: PaperState): CasePaperDetail['steps'] {
  const done = new Set(standingApprovals(approvals).map(({ step }) => step));
  return formOf(ctx, paper.form).approvals.map((step) => ({
    step,
    label: STEP_LABELS[step][ctx.language],
    done: done.has(step),
  }));
}

/** One paper with everything a person needs to finish, approve, issue and serve it. */
export async function getCasePaper(ctx: Ctx, id: string): Promise<CasePaperDetail> {
  const paper = await loadPaper(ctx, id);
  const state = await readPaperState(ctx, paper);
  const form = formOf(ctx, paper.form);
  const src = await readSources(ctx, paper.caseId, { corrects: paper.corrects });
  const values = paper.values ?? paperValues({ src, form, entries: state.entries, approvals: state.approvals });
  const others = await listPapers(ctx.db, ctx.district, paper.caseId);
  const sealed = (await findArchive(ctx.db, ctx.district, paper.caseId))?.sealedAt != null;
  return {
    ...toLine(ctx, paper, state.approvals, others),
    basis: form.basis,
    entries: form.entries.map(({ path, label, type, required, suggest }) => ({
      path,
      label,
      type,
      required,
      value: state.entries[path] ?? '',
      suggestion: suggestEntry(src, suggest),
    })),
    missing: paper.values === null ? missingOf(form, values, labelOf(ctx, paper.form)) : [],
    elements: elementsOf(form, values).map((one) => ({ ...one, label: one.label[ctx.language] })),
    approvals: state.approvals.map(({ step, version, verdict, opinion, byName, at }) => ({
      step,
      stepLabel: STEP_LABELS[step][ctx.language],
      version,
      verdict,
      opinion,
      by: byName,
      at,
    })),
    steps: stepsOf(ctx, state),
    next: nextOf(ctx, state),
    versions: await listVersions(ctx.db, ctx.district, id),
    services: await serviceViews(ctx, [id]),
    correctedBy: others
      .filter(({ corrects, state: at }) => corrects === id && at !== 'withdrawn')
      .map(({ id: other, title, number }) => ({ id: other, title, number })),
    withdrawn:
      paper.withdrawnAt === null
        ? null
        : { at: paper.withdrawnAt, by: paper.withdrawnBy ?? '', reason: paper.withdrawnReason ?? '' },
    sealed,
    may: rightsOf(ctx, sealed),
  };
}

async function valuesOf(ctx: Ctx, paper: PaperRow, version?: number) {
  if (paper.values !== null && version === undefined) return paper.values;
  const { entries, approvals } = await readPaperState(ctx, paper, version);
  const src = await readSources(ctx, paper.caseId, { corrects: paper.corrects });
  return paperValues({
    src,
    form: formOf(ctx, paper.form),
    entries,
    approvals,
    number: paper.number,
    issuedOn: paper.issuedOn,
  });
}

/** A paper for the screen: what is out as it went out, a draft as it would go. */
export async function previewCasePaper(ctx: Ctx, id: string, version?: number): Promise<OfficialPaper> {
  const paper = await loadPaper(ctx, id);
  return previewOfficial(ctx, `case-${paper.form}`, await valuesOf(ctx, paper, version));
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A paper as a file: the kept bytes once it is out. */
export async function downloadCasePaper(ctx: Ctx, id: string, format: 'pdf' | 'docx'): Promise<FileAnswer> {
  const paper = await loadPaper(ctx, id);
  const sha256 = format === 'pdf' ? paper.pdfSha256 : paper.docxSha256;
  if (sha256 !== null)
    return {
      fileName: `${paper.title}${paper.number ?? ''}.${format}`,
      mediaType: format === 'pdf' ? 'application/pdf' : DOCX,
      content: await ctx.services.files.read(sha256),
    };
  return renderOfficial(ctx, `case-${paper.form}`, await valuesOf(ctx, paper), { format });
}
