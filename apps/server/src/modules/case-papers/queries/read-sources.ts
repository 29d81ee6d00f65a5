import type { CaseRecord } from '@jince/contract';
import type { CaseForm } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { getCaseRecord } from '../../cases/index.ts';
import { mainParty, type OutPaper, type OutService, type PaperSources } from '../domain/paper-sources.ts';
import { listPapers, type PaperRow } from '../repositories/paper-repository.ts';
import { listAddresses } from '../repositories/service-repository.ts';
import { packOf } from './pack-of.ts';
import { readEvidence, readMeasures } from './read-evidence.ts';
import { serviceViews } from './service-views.ts';

/** @throws AppError 404 case-papers.form.unknown */
export function formOf(ctx: Ctx, code: string): CaseForm {
  const form = packOf(ctx).forms.find((one) => one.form === code);
  if (form === undefined) throw new AppError('case-papers.form.unknown', { form: code });
  return form;
}

function toOut(ctx: Ctx, paper: PaperRow): OutPaper {
  return {
    id: paper.id,
    form: paper.form,
    kind: formOf(ctx, paper.form).kind ?? null,
    title: paper.title,
    number: paper.number,
    issuedOn: paper.issuedOn ?? '',
    servedOn: paper.servedOn,
  };
}

async function readServices(ctx: Ctx, papers: readonly OutPaper[]): Promise<readonly OutService[]> {
  const views = await serviceViews(
    ctx,
    papers.map(({ id }) => id),
  );
  return views.map(({ paperId, modeLabel, address, reason, witness, tracking, through }) => {
    const paper = papers.find(({ id }) => id === paperId);
    return {
      paper: `${paper?.title ?? ''}${paper?.number == null ? '' : `（${paper.number}）`}`,
      mode: modeLabel,
      place: address ?? '',
      note: [reason, witness, tracking, through].filter(Boolean).join('；'),
    };
  });
}

const isOut = ({ state }: PaperRow) => state === 'issued' || state === 'served';

/** All a paper of a case can be filled from. @throws AppError 404 for a case the actor may not read */
export async function readSources(
  ctx: Ctx,
  caseId: string,
  given: { readonly record?: CaseRecord; readonly corrects?: string | null } = {},
): Promise<PaperSources> {
  const record = given.record ?? (await getCaseRecord(ctx, caseId));
  const papers = (await listPapers(ctx.db, ctx.district, caseId)).filter(isOut).map((paper) => toOut(ctx, paper));
  const party = mainParty({ record });
  const confirmed = (await listAddresses(ctx.db, ctx.district, caseId)).findLast(
    ({ partyName }) => partyName === party?.name,
  );
  return {
    record,
    pack: packOf(ctx),
    evidence: await readEvidence(ctx, caseId),
    measures: await readMeasures(ctx, caseId),
    papers,
    services: await readServices(ctx, papers),
    corrects: papers.find(({ id }) => id === given.corrects) ?? null,
    confirmedAddress: confirmed?.address ?? null,
    today: ctx.today,
  };
}
