import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ProcedureFile, ProcedureTemplate } from '../../../platform/procedures/index.ts';
import { handOverKindLabels } from '../domain/labels.ts';
import { evidenceTitles } from '../queries/evidence-bridge.ts';
import { nameBody } from '../repositories/body-repository.ts';
import { findHandOver, type HandOverRecord } from '../repositories/hand-over-repository.ts';

type Values = ProcedureTemplate['values'];

export async function recordForPaper(ctx: Ctx, file: ProcedureFile): Promise<HandOverRecord> {
  const record = await findHandOver(ctx.db, ctx, file.subjectId);
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

/** What every paper of a hand-over names. */
export function paperBase(ctx: Ctx, record: HandOverRecord) {
  return {
    to: nameBody(ctx, record.to_body).name,
    from: nameBody(ctx, record.from_body).name,
    title: record.title,
    facts: record.facts,
    request: record.request,
    kind: handOverKindLabels[record.kind].zh,
    suspects:
      record.suspects.map((one) => `${one.name}${one.uscc === null ? '' : `（${one.uscc}）`}`).join('、') || '待查',
    amount: record.amount_fen === null ? undefined : `${(record.amount_fen / 100).toLocaleString('zh-CN')}元`,
    caseNumber: record.case_number ?? '—',
    documentNumber: record.document_no ?? undefined,
    sentNo: record.document_no ?? undefined,
    contact: ctx.services.jurisdiction.coordinationSettings.contact,
  };
}

const letter: Values = async (ctx, file) => {
  const record = await recordForPaper(ctx, file);
  const papers = await evidenceTitles(ctx, file.id);
  return {
    ...paperBase(ctx, record),
    evidence: papers.length > 0 ? papers.map((text) => ({ text })) : [{ text: '（未附证据材料）' }],
    copy: nameBody(ctx, ctx.services.jurisdiction.coordinationSettings.procuratorate).name,
    signedOn: record.sent_on ?? ctx.today,
  };
};

const objection: Values = async (ctx, file) => {
  const record = await recordForPaper(ctx, file);
  if (record.answer !== 'refused' || record.answered_on === null) throw new AppError('coordination.paper.too-early');
  return {
    ...paperBase(ctx, record),
    refusedOn: record.answered_on,
    answerNo: record.answer_no ?? '—',
    answerText: record.answer_text ?? '—',
    signedOn: record.objected_on ?? ctx.today,
  };
};

const opened: Values = async (ctx, file) => {
  const record = await recordForPaper(ctx, file);
  if (record.received_on === null) throw new AppError('coordination.paper.too-early');
  return {
    ...paperBase(ctx, record),
    receivedOn: record.received_on,
    receiver: record.receiver_name ?? '—',
    receiptNo: record.receipt_no ?? undefined,
    sentOn: record.sent_on ?? undefined,
  };
};

const BEFORE = ['draft', 'approval', 'approved', 'sent'];

/** Papers of a hand-over, by the templates of the jurisdiction. */
export const handOverTemplates: readonly ProcedureTemplate[] = [
  {
    code: 'coordination-crime-transfer',
    label: { zh: '涉嫌犯罪案件移送书', en: 'Transfer of a suspected crime' },
    kind: 'letter',
    states: BEFORE,
    values: letter,
  },
  {
    code: 'coordination-letter',
    label: { zh: '移送函', en: 'Letter of hand-over' },
    kind: 'letter',
    states: BEFORE,
    values: letter,
  },
  {
    code: 'coordination-receipt',
    label: { zh: '移送回执', en: 'Receipt' },
    kind: 'receipt',
    states: ['received', 'accepted'],
    values: opened,
  },
  {
    code: 'coordination-objection',
    label: { zh: '提请复议书', en: 'Request to reconsider' },
    kind: 'objection',
    states: ['refused', 'objected'],
    values: objection,
  },
];
