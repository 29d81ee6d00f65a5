import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { getFilePanel, type ProcedureFile, type ProcedureTemplate } from '../../../platform/procedures/index.ts';
import { aidKindLabels } from '../domain/labels.ts';
import { type AidRecord, findRequest, listAssignments } from '../repositories/request-repository.ts';

async function recordOf(ctx: Ctx, file: ProcedureFile): Promise<AidRecord> {
  const record = await findRequest(ctx.db, ctx, file.subjectId);
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

const base = (ctx: Ctx, record: AidRecord) => ({
  applicant: record.applicant_name,
  title: record.title,
  fileNumber: record.number,
  kinds: record.kinds.map((kind) => aidKindLabels[kind].zh).join('、'),
  contact: ctx.services.jurisdiction.coordinationSettings.contact,
});

/** Papers of rights aid, by the templates of the jurisdiction. */
export const requestTemplates: readonly ProcedureTemplate[] = [
  {
    code: 'aid-acceptance',
    label: { zh: '维权援助受理通知书', en: 'Notice of acceptance' },
    kind: 'notice',
    states: ['accepted', 'given'],
    values: async (ctx, file) => {
      const record = await recordOf(ctx, file);
      const due = (await getFilePanel(ctx, file.id)).clocks.findLast((one) => one.clock === 'handling')?.dueOn ?? null;
      if (record.accepted_on === null || due === null) throw new AppError('assistance.paper.too-early');
      return { ...base(ctx, record), acceptedOn: record.accepted_on, dueOn: due };
    },
  },
  {
    code: 'aid-refusal',
    label: { zh: '维权援助不予受理通知书', en: 'Notice of refusal' },
    kind: 'notice',
    states: ['refused'],
    values: async (ctx, file) => {
      const record = await recordOf(ctx, file);
      return { ...base(ctx, record), reason: record.refused_reason ?? '—', refusedOn: record.done_on ?? ctx.today };
    },
  },
  {
    code: 'aid-opinion',
    label: { zh: '维权援助意见书', en: 'Opinion' },
    kind: 'opinion',
    states: ['given', 'done'],
    values: async (ctx, file) => {
      const record = await recordOf(ctx, file);
      if (record.opinion === null || record.opinion_on === null) throw new AppError('assistance.paper.too-early');
      const helpers = (await listAssignments(ctx.db, ctx, record.id)).filter((one) => one.ended_on === null);
      return {
        ...base(ctx, record),
        documentNumber: record.opinion_no ?? undefined,
        rights: record.rights.map((one) => [one.number, one.name].filter(Boolean).join(' ')).join('；') || '—',
        facts: record.facts,
        helpers: helpers.map((one) => one.name).join('、') || '工作人员',
        opinion: record.opinion,
        opinionOn: record.opinion_on,
      };
    },
  },
];
