import { lawNumber } from '@jince/law';
import { z } from 'zod';
import type { Ctx } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';
import type {
  ActionEffect,
  ActionStep,
  ClockTerm,
  ProcedureAction,
  ProcedureDefinition,
  ProcedureFile,
} from '../../platform/procedures/index.ts';
import { reportStates } from './report-states.ts';
import { REPORT_ASSIGN, REPORT_EXTEND, REPORT_HANDLE, REPORT_READ, REPORT_RECEIVE } from './reports.catalogue.ts';
import { findReportOfFile, saveReply } from './repositories/report-repository.ts';

export const REPORT = 'reports.report';

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const titled = (zh: string, en: string) => ({ title: zh, label: { zh, en } });
const reply = z
  .string()
  .trim()
  .min(4)
  .max(2000)
  .meta(titled('答复内容（举报人可见）', 'Answer (the reporter sees it)'));

/** What came out of it, for tips and complaints alike. */
const OUTCOMES = ['case-opened', 'no-case', 'mediated', 'mediation-failed', 'corrected'] as const;

const reportActionsOfWay: readonly ProcedureAction[] = [
  {
    action: 'receive',
    label: both('接收', 'Receive'),
    from: ['arriving'],
    to: 'received',
    permission: REPORT_RECEIVE,
    starts: ['acceptance'],
    notify: [{ permission: REPORT_ASSIGN }],
  },
  {
    action: 'assign',
    label: both('分办', 'Assign'),
    from: ['received'],
    to: 'assigned',
    permission: REPORT_ASSIGN,
    fields: z.object({ handler: z.string().trim().min(2).max(60).meta(titled('承办科室（人员）', 'Handled by')) }),
    notify: [{ permission: REPORT_HANDLE }],
  },
  {
    action: 'return',
    label: both('退回分办', 'Return for assignment'),
    from: ['assigned'],
    to: 'received',
    permission: REPORT_HANDLE,
    fields: z.object({ reason: z.string().trim().min(2).max(500).meta(titled('理由', 'Reason')) }),
    notify: [{ permission: REPORT_ASSIGN }],
  },
  {
    action: 'extend',
    label: both('延长核查', 'Extend the time'),
    from: ['assigned'],
    to: 'assigned',
    permission: REPORT_EXTEND,
    fields: z.object({ reason: z.string().trim().min(2).max(500).meta(titled('理由', 'Reason')) }),
    needs: [{ clock: 'acceptance', is: 'running' }],
    stops: ['acceptance'],
    starts: ['extension'],
    notify: [{ permission: REPORT_HANDLE }],
  },
  {
    action: 'accept',
    label: both('受理（立案）', 'Accept (open a case)'),
    from: ['assigned'],
    to: 'handling',
    permission: REPORT_HANDLE,
    stops: ['acceptance', 'extension'],
    starts: ['handling'],
  },
  {
    action: 'answer',
    label: both('答复', 'Answer'),
    from: ['handling'],
    to: 'answered',
    permission: REPORT_HANDLE,
    fields: z.object({ outcome: z.enum(OUTCOMES).meta(titled('结果', 'Outcome')), reply }),
    stops: ['handling'],
    confirm: both(
      '答复后本件办结，举报人凭查询码可见答复；请勿写入他人的个人信息。',
      'This closes the file; the reporter sees the answer. Write nothing that tells of other persons.',
    ),
  },
  {
    action: 'transfer',
    label: both('移送', 'Hand over'),
    from: ['received', 'assigned', 'handling'],
    to: 'transferred',
    permission: REPORT_HANDLE,
    fields: z.object({
      receiver: z.string().trim().min(2).max(80).meta(titled('接收机关', 'Handed to')),
      reply,
    }),
    stops: ['acceptance', 'extension', 'handling'],
    confirm: both('移送后本件在本局办结。', 'This closes the file here.'),
  },
  {
    action: 'not-accept',
    label: both('不予受理', 'Do not accept'),
    from: ['received', 'assigned'],
    to: 'not-accepted',
    permission: REPORT_HANDLE,
    fields: z.object({ reply }),
    stops: ['acceptance', 'extension'],
    confirm: both('不予受理须写明理由，本件随即办结。', 'Give the reason; the file is closed by this.'),
  },
];

/** Complaints and tips are handled apart (办法第9条): the term depends on which it is. */
async function termFor(
  ctx: Ctx,
  file: ProcedureFile,
  on: string,
  keys: { tip: string; complaint: string },
): Promise<ClockTerm> {
  const report = await findReportOfFile(ctx.db, ctx.district, file.id);
  const value = lawNumber(keys[report?.sort ?? 'tip'], on);
  return { count: value.value, unit: value.unit === 'working-day' ? 'working-day' : 'day', article: value.article };
}

async function extendStep({ tx, ctx, file }: ActionStep): Promise<ActionEffect | undefined> {
  const report = await findReportOfFile(tx, ctx.district, file.id);
  if (report?.sort !== 'tip') throw new AppError('reports.report.extended');
  return undefined;
}

async function replyStep({ tx, ctx, file, fields }: ActionStep): Promise<ActionEffect | undefined> {
  await saveReply(tx, ctx, file.id, {
    reply: String(fields.reply),
    outcome: typeof fields.outcome === 'string' ? fields.outcome : null,
  });
  return undefined;
}

/** How a report proceeds. Terms: 市场监督管理投诉举报处理办法, 市场监督管理行政处罚程序规定 (law/agencies/reports.json). */
export const reportProcedure: ProcedureDefinition = {
  procedure: REPORT,
  label: { zh: '举报投诉', en: 'Report' },
  prefix: 'XS',
  states: reportStates,
  initial: 'arriving',
  actions: reportActionsOfWay,
  clocks: [
    {
      clock: 'acceptance',
      label: both('受理（核查）期限', 'Time to accept or look into it'),
      term: (ctx, file, on) =>
        termFor(ctx, file, on, { tip: 'reports.tip.verification', complaint: 'reports.complaint.acceptance' }),
    },
    {
      clock: 'extension',
      label: both('延长后的核查期限', 'Extended time to look into it'),
      term: (ctx, file, on) =>
        termFor(ctx, file, on, { tip: 'reports.tip.extension', complaint: 'reports.complaint.acceptance' }),
    },
    {
      clock: 'handling',
      label: both('调解（告知）期限', 'Time to mediate or to tell the reporter'),
      term: (ctx, file, on) =>
        termFor(ctx, file, on, { tip: 'reports.tip.notice', complaint: 'reports.complaint.mediation' }),
    },
  ],
  documents: [
    { kind: 'inquiry', label: { zh: '核查材料', en: 'Papers of the inquiry' } },
    { kind: 'official', label: { zh: '公文', en: 'Official papers' } },
  ],
  readPermission: REPORT_READ,
  href: (file) => `/agencies/reports/${file.subjectId}`,
  steps: { extend: extendStep, answer: replyStep, transfer: replyStep, 'not-accept': replyStep },
};
