import { z } from 'zod';
import type { Bilingual } from '../../../platform/i18n/language.ts';

const words = (zh: string, en: string, help?: Bilingual) => ({
  label: { zh, en },
  ...(help === undefined ? {} : { help }),
});
const text = (zh: string, en: string, max = 2000) => z.string().trim().min(2).max(max).meta(words(zh, en));
const number = (zh: string, en: string) => z.string().trim().min(2).max(60).meta(words(zh, en));
const day = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta(words(zh, en));
const fen = (zh: string, en: string) => z.number().int().min(0).max(1e13).meta(words(zh, en));
const choice = <const T extends readonly [string, ...string[]]>(
  values: T,
  zh: string,
  en: string,
  choices: Readonly<Record<T[number], Bilingual>>,
) => z.enum(values).meta({ ...words(zh, en), choices });

/** What each action asks for; labels are drawn by the panel of the file. */
export const actionFields = {
  reason: z.object({ reason: text('理由', 'Reason') }),
  publicise: z.object({ grantFen: fen('拟资助金额', 'Grant') }),
  object: z.object({
    by: z.string().trim().max(60).nullable().default(null).meta(words('异议人（匿名留空）', 'By (empty: anonymous)')),
    text: text('异议内容', 'Objection'),
  }),
  answer: z.object({
    answer: text('答复', 'Answer'),
    upheld: z.boolean().meta(words('异议成立，不予立项', 'Upheld: the project is not funded')),
  }),
  approve: z.object({ approvalNo: number('立项文号', 'Number of the approval') }),
  sign: z.object({
    agreementNo: number('任务书编号', 'Number of the agreement'),
    startsOn: day('实施期开始日', 'First day'),
  }),
  midterm: z.object({
    conclusion: choice(['good', 'pass', 'rectify'], '中期结论', 'Conclusion', {
      good: { zh: '良好', en: 'Good' },
      pass: { zh: '通过', en: 'Pass' },
      rectify: { zh: '限期整改，暂不拨付', en: 'To be rectified, not paid' },
    }),
    opinion: text('评估意见', 'Opinion'),
  }),
  change: z.object({
    kind: choice(['members', 'term', 'targets', 'budget', 'other'], '变更事项', 'What changes', {
      members: { zh: '联合体成员', en: 'Members' },
      term: { zh: '实施期限', en: 'Term' },
      targets: { zh: '考核指标', en: 'Targets' },
      budget: { zh: '经费预算', en: 'Budget' },
      other: { zh: '其他', en: 'Other' },
    }),
    proposal: text('变更内容', 'Proposal'),
    reason: text('变更理由', 'Reason'),
    termTo: day('变更后的截止日', 'New last day')
      .nullable()
      .default(null)
      .meta(words('变更后的截止日', 'New last day')),
  }),
  accept: z.object({
    conclusion: choice(['excellent', 'pass'], '验收结论', 'Conclusion', {
      excellent: { zh: '优秀', en: 'Excellent' },
      pass: { zh: '合格', en: 'Pass' },
    }),
    opinionNo: number('验收意见书编号', 'Number of the opinion'),
    opinion: text('验收意见', 'Opinion'),
  }),
  clawBack: z.object({
    decisionNo: number('决定书文号', 'Number of the decision'),
    reason: text('理由', 'Reason'),
    clawBackFen: fen('追回金额', 'Amount to claw back'),
  }),
  evaluate: z.object({
    performance: z.number().min(0).max(100).meta(words('绩效得分', 'Performance score')),
    opinion: text('绩效评价意见', 'Opinion'),
  }),
} as const;

/** Fields of an action as the kernel hands them on, already parsed by the schema. */
export const fieldsOf = <K extends keyof typeof actionFields>(
  _name: K,
  fields: Readonly<Record<string, unknown>>,
): z.output<(typeof actionFields)[K]> => fields as z.output<(typeof actionFields)[K]>;
