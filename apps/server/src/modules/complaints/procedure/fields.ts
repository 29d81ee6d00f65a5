import { behaviours } from '@jince/law';
import { z } from 'zod';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { groundLabels, modeLabels, noCaseLabels, outcomeLabels } from '../domain/words.ts';

const titled = (zh: string, en: string) => ({ title: zh, label: { zh, en } });
const day = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta(titled(zh, en));
const text = (zh: string, en: string, max = 2000) => z.string().trim().min(4).max(max).meta(titled(zh, en));

const GROUNDS = ['not-competent', 'in-court', 'not-consumer', 'too-late', 'incomplete', 'other'] as const;
const ENDINGS = ['refused', 'not-agreed', 'absent', 'withdrawn', 'not-possible'] as const;
const MODES = ['phone', 'mail', 'message', 'in-person', 'public-site'] as const;
const NO_CASE = ['no-facts', 'no-lead', 'minor', 'first-minor', 'no-fault', 'other'] as const;

const chosen = (names: readonly string[], labels: Readonly<Record<string, Bilingual>>) => ({
  choices: Object.fromEntries(names.map((name) => [name, labels[name] ?? { zh: name, en: name }])),
});
const ROWS = behaviours.map(({ row }) => String(row));
const rowLabels = Object.fromEntries(
  behaviours.map(({ row, label }) => [String(row), { zh: `${row} ${label.zh}`, en: `${row} ${label.en}` }]),
);

/** What the actions ask for. */
export const fields = {
  accept: z.object({ on: day('受理日期', 'Accepted on').optional() }),
  notAccept: z.object({
    ground: z.enum(GROUNDS).meta({ ...titled('不予受理情形', 'Ground'), ...chosen(GROUNDS, groundLabels) }),
    reason: text('说明', 'Reason'),
  }),
  reason: z.object({ reason: text('理由', 'Reason', 500) }),
  refer: z.object({
    receiver: z.string().trim().min(2).max(80).meta(titled('接收机关', 'Sent to')),
    reason: text('分送理由', 'Reason', 500),
  }),
  session: z.object({ on: day('调解日期', 'Day'), record: text('调解经过', 'What was said') }),
  settle: z.object({
    result: text('协议内容', 'What was agreed'),
    agreedFen: z.number().int().min(0).optional().meta(titled('约定金额', 'Sum agreed')),
  }),
  end: z.object({
    ending: z.enum(ENDINGS).meta({ ...titled('终止原因', 'Why it ended'), ...chosen(ENDINGS, outcomeLabels) }),
    result: text('说明（告知投诉人）', 'What the complainant is told'),
  }),
  handOn: z.object({
    behaviourRow: z
      .enum(ROWS)
      .optional()
      .meta({
        ...titled('涉嫌违法行为（来信已登记的可不填）', 'Behaviour, if not as entered'),
        ...chosen(ROWS, rowLabels),
      }),
    reason: z.string().trim().max(500).optional().meta(titled('核查情况', 'What was found')),
  }),
  noCase: z.object({
    ground: z.enum(NO_CASE).meta({ ...titled('不予立案情形', 'Ground'), ...chosen(NO_CASE, noCaseLabels) }),
    reason: text('理由', 'Reason'),
  }),
  followRoot: z.object({ to: z.string() }),
  answer: z.object({
    on: day('告知日期', 'Told on').optional(),
    mode: z.enum(MODES).meta({ ...titled('告知方式', 'How'), ...chosen(MODES, modeLabels) }),
    result: text('告知内容', 'What the reporter is told'),
  }),
};
