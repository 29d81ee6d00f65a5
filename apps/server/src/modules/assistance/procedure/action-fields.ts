import { z } from 'zod';

const text = (zh: string, en: string, min = 2, max = 8000) =>
  z.string().trim().min(min).max(max).meta({ label: { zh, en } });
const optional = (zh: string, en: string, max = 120) =>
  z.string().trim().max(max).nullable().default(null).meta({ label: { zh, en } });
const day = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ label: { zh, en } });

const result = z.enum(['done', 'part', 'nothing', 'refused']).meta({
  label: { zh: '协助结果', en: 'Result' },
  choices: {
    done: { zh: '已按要求协助', en: 'Done as asked' },
    part: { zh: '部分协助', en: 'Done in part' },
    nothing: { zh: '未查到有关情况', en: 'Nothing was found' },
    refused: { zh: '不予协助', en: 'Refused' },
  },
});

export const actionFields = {
  reason: z.object({ reason: text('理由', 'Reason') }),
  text: z.object({ text: text('内容', 'Text') }),
  opinion: z.object({ opinion: text('援助意见', 'Opinion', 4) }),
  rate: z.object({
    stars: z
      .number()
      .int()
      .min(1)
      .max(5)
      .meta({
        label: { zh: '满意度（1—5 分）', en: 'Satisfaction (1–5)' },
        help: { zh: '5 分为非常满意', en: '5 is best' },
      }),
    remark: optional('意见和建议', 'Remark', 2000),
  }),
  result: z.object({ result: text('办理结果', 'Result') }),
  stop: z.object({
    ground: z.enum(['false-material', 'no-contact', 'other']).meta({
      label: { zh: '终止原因', en: 'Ground' },
      choices: {
        'false-material': { zh: '提供虚假材料', en: 'False material' },
        'no-contact': { zh: '申请人不配合', en: 'The applicant does not take part' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    reason: text('说明', 'Reason'),
  }),
  acknowledge: z.object({
    on: day('对方签收日期', 'Day of the receipt'),
    theirNo: optional('对方文号', 'Their number'),
  }),
  answer: z.object({
    result,
    answerNo: optional('复函文号', 'Number of the reply'),
    answer: text('协查情况', 'What was found'),
  }),
  recordAnswer: z.object({
    on: day('复函收到日期', 'Day the reply came'),
    result,
    answerNo: text('复函文号', 'Number of the reply', 1, 120),
    answer: text('协查情况', 'What was found'),
  }),
} as const;

/** Fields of an action as the kernel hands them on, already parsed by the schema. */
export const fieldsOf = <K extends keyof typeof actionFields>(
  _name: K,
  fields: Readonly<Record<string, unknown>>,
): z.output<(typeof actionFields)[K]> => fields as z.output<(typeof actionFields)[K]>;
