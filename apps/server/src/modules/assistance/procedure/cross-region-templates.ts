import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ProcedureFile, ProcedureTemplate } from '../../../platform/procedures/index.ts';
import { type CrossRegionRecord, findCrossRegion } from '../repositories/cross-region-repository.ts';

async function recordOf(ctx: Ctx, file: ProcedureFile): Promise<CrossRegionRecord> {
  const record = await findCrossRegion(ctx.db, ctx, file.subjectId);
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

/** Papers between districts, by the templates of the jurisdiction. */
export const crossRegionTemplates: readonly ProcedureTemplate[] = [
  {
    code: 'aid-cross-region-letter',
    label: { zh: '协助调查函', en: 'Letter' },
    kind: 'letter',
    states: ['draft', 'sent', 'awaiting'],
    values: async (ctx, file) => {
      const record = await recordOf(ctx, file);
      return {
        documentNumber: record.letter_no ?? undefined,
        other: record.other_name,
        title: record.title,
        facts: record.facts,
        wish: record.wish,
        marks: record.marks.join('、') || '—',
        sentOn: record.sent_on ?? ctx.today,
        contact: ctx.services.jurisdiction.coordinationSettings.contact,
      };
    },
  },
  {
    code: 'aid-cross-region-reply',
    label: { zh: '协查复函', en: 'Reply' },
    kind: 'reply',
    states: ['answered'],
    values: async (ctx, file) => {
      const record = await recordOf(ctx, file);
      if (record.direction !== 'in' || record.answered_on === null) throw new AppError('assistance.paper.too-early');
      return {
        documentNumber: record.answer_no ?? undefined,
        other: record.other_name,
        title: record.title,
        theirNo: record.their_no ?? undefined,
        receivedOn: record.received_on ?? record.answered_on,
        answer: record.answer ?? '—',
        answeredOn: record.answered_on,
        contact: ctx.services.jurisdiction.coordinationSettings.contact,
      };
    },
  },
];
