import { AppError } from '../../../platform/errors/errors.ts';
import type { ProcedureTemplate } from '../../../platform/procedures/index.ts';
import { paperBase, recordForPaper } from './hand-over-templates.ts';

/** Papers of what was handed to the bureau. */
export const referralTemplates: readonly ProcedureTemplate[] = [
  {
    code: 'coordination-reply',
    label: { zh: '复函', en: 'Reply' },
    kind: 'reply',
    states: ['accepted', 'answered'],
    values: async (ctx, file) => {
      const record = await recordForPaper(ctx, file);
      if (record.received_on === null) throw new AppError('coordination.paper.too-early');
      return {
        ...paperBase(ctx, record),
        receivedOn: record.received_on,
        clue: record.clue_case_number === null ? '未登记案件线索' : `已登记案件线索（${record.clue_case_number}）`,
        result: record.answer_text ?? '正在依法办理，办理结果将另行函告。',
        signedOn: record.answered_on ?? ctx.today,
      };
    },
  },
];
