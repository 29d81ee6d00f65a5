import { z } from 'zod';

const text = (zh: string, en: string, min = 2, max = 4000) =>
  z.string().trim().min(min).max(max).meta({ label: { zh, en } });
const optional = (zh: string, en: string, max = 120) =>
  z.string().trim().max(max).nullable().default(null).meta({ label: { zh, en } });
const day = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ label: { zh, en } });

const answer = z.enum(['filed', 'refused', 'answered']).meta({
  label: { zh: '答复', en: 'Answer' },
  choices: {
    filed: { zh: '决定立案', en: 'A case is opened' },
    refused: { zh: '不予立案', en: 'Refused' },
    answered: { zh: '办理结果（非涉嫌犯罪案件）', en: 'What came of it (no suspected crime)' },
  },
});

export const actionFields = {
  reason: z.object({ reason: text('理由', 'Reason') }),
  text: z.object({ text: text('内容', 'Text') }),
  receive: z.object({
    receiptNo: optional('回执文号', 'Number of the receipt'),
    receiver: text('签收人', 'Received by', 1, 60),
  }),
  receiveOnPaper: z.object({
    on: day('签收日期', 'Day of the receipt'),
    receiptNo: text('回执文号', 'Number of the receipt', 1, 120),
    receiver: text('签收人', 'Received by', 1, 60),
  }),
  acceptOnPaper: z.object({ on: day('受理日期', 'Day of acceptance') }),
  answer: z.object({
    answer,
    answerNo: optional('文书文号（立案通知书、不予立案通知书、复函）', 'Number of the paper'),
    text: text('答复内容和理由', 'Answer and reasons'),
  }),
  answerOnPaper: z.object({
    on: day('答复收到日期', 'Day the answer came'),
    answer,
    answerNo: text('文书文号', 'Number of the paper', 1, 120),
    text: text('答复内容和理由', 'Answer and reasons'),
  }),
  take: z.object({
    how: z.enum(['clue', 'complaint', 'other']).meta({
      label: { zh: '办理方式', en: 'How it is handled' },
      choices: {
        clue: { zh: '登记为案件线索', en: 'Registered as a clue of a case' },
        complaint: { zh: '登记为举报，先行核查', en: 'Registered as a report, to be looked into first' },
        other: { zh: '不立线索，直接办理', en: 'Handled without a clue' },
      },
    }),
    text: optional('办理意见', 'Remark', 2000),
  }),
  result: z.object({
    answerNo: optional('复函文号', 'Number of the reply'),
    text: text('办理结果', 'What came of it'),
  }),
  report: z.object({ report: text('完成情况报告', 'Report', 4, 8000) }),
  postpone: z.object({
    dueOn: day('新的完成期限', 'New last day'),
    reason: text('调整理由', 'Reason'),
  }),
} as const;

/** Fields of an action as the kernel hands them on, already parsed by the schema. */
export const fieldsOf = <K extends keyof typeof actionFields>(
  _name: K,
  fields: Readonly<Record<string, unknown>>,
): z.output<(typeof actionFields)[K]> => fields as z.output<(typeof actionFields)[K]>;
