import { z } from 'zod';

const text = (zh: string, en: string, max = 2000) => z.string().trim().min(2).max(max).meta({ label: { zh, en } });
const number = (zh: string, en: string) => text(zh, en, 60);

export const actionFields = {
  reason: z.object({ reason: text('理由', 'Reason') }),
  text: z.object({ text: text('陈述申辩意见', 'What is stated') }),
  repair: z.object({ text: text('整改和履行义务的情况', 'What was done to make good') }),
  list: z.object({
    decisionNo: number('列入决定书文号', 'Number of the decision'),
    until: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable()
      .default(null)
      .meta({
        label: { zh: '最后一日', en: 'Last day' },
        help: {
          zh: '留空按法定最长期限；不得晚于法定期限',
          en: 'Empty: the longest term of the law, which it may not exceed',
        },
      }),
  }),
  decision: z.object({ decisionNo: number('决定书文号', 'Number of the decision') }),
  remove: z.object({
    ground: z.enum(['remedied', 'revoked']).meta({
      label: { zh: '移出事由', en: 'Ground' },
      choices: {
        remedied: { zh: '列入事由已消除（整改、补报、撤回申请）', en: 'What it rests on has been remedied' },
        revoked: { zh: '列入决定被撤销或确认违法', en: 'The decision was set aside' },
      },
    }),
    decisionNo: number('移出决定书或裁判文书文号', 'Number of the decision or judgment'),
    reason: text('说明', 'Reason'),
  }),
} as const;

/** Fields of an action as the kernel hands them on, already parsed by the schema. */
export const fieldsOf = <K extends keyof typeof actionFields>(
  _name: K,
  fields: Readonly<Record<string, unknown>>,
): z.output<(typeof actionFields)[K]> => fields as z.output<(typeof actionFields)[K]>;
