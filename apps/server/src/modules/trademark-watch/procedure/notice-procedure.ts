import { z } from 'zod';
import type { Ctx } from '../../../platform/context/context.ts';
import type { OfficialValues } from '../../../platform/documents/official/index.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type {
  ActionEffect,
  ActionStep,
  ProcedureDefinition,
  ProcedureFile,
} from '../../../platform/procedures/index.ts';
import { findNotice, listNoticeHits, type NoticeRow, updateNotice } from '../repositories/notice-repository.ts';
import { NOTICE_HANDLE, NOTICE_READ } from '../trademark-watch.catalogue.ts';
import { NOTICE_PROCEDURE, noticeStates } from './states.ts';

const both = (zh: string, en: string) => ({ zh, en });
const text = (zh: string, en: string, max = 2000) =>
  z
    .string()
    .trim()
    .min(2)
    .max(max)
    .meta({ label: both(zh, en) });
const day = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ label: both(zh, en) });
const links = z
  .number()
  .int()
  .min(0)
  .max(10_000)
  .meta({ label: both('删除、下架的链接数', 'Links taken down') });

const CLOCK = 'owner-answer';

async function noticeOf({ tx, ctx, file }: ActionStep): Promise<NoticeRow> {
  const notice = await findNotice(tx, ctx.district, file.subjectId);
  if (notice === undefined) throw new AppError('platform.not-found');
  return notice;
}

/** A day on a paper of others: not after today, not before what it answers. */
function requireDay({ ctx }: ActionStep, on: string, earlier: string | null): string {
  if (on > ctx.today) throw new AppError('trademark-watch.notice.day-in-future', { on });
  if (earlier !== null && on < earlier) throw new AppError('trademark-watch.notice.day-before', { on, earlier });
  return on;
}

async function send(step: ActionStep): Promise<undefined> {
  const notice = await noticeOf(step);
  await updateNotice(step.tx, step.ctx.district, notice.id, {
    notified_on: requireDay(step, String(step.fields.on), null),
  });
}

async function measure(step: ActionStep): Promise<undefined> {
  const notice = await noticeOf(step);
  const on = requireDay(step, String(step.fields.on), notice.notified_on);
  const forwarded = step.fields.forwardedOn;
  await updateNotice(step.tx, step.ctx.district, notice.id, {
    measure_on: on,
    measure: String(step.fields.measure),
    removed_links: Number(step.fields.removed),
    forwarded_on: typeof forwarded === 'string' ? requireDay(step, forwarded, notice.notified_on) : null,
  });
}

/** The statement of the shop; the owner's time to complain or sue runs from the day it reached the owner. */
async function counter(step: ActionStep): Promise<ActionEffect> {
  const notice = await noticeOf(step);
  const statementOn = requireDay(step, String(step.fields.on), notice.notified_on);
  const toldOn = requireDay(step, String(step.fields.toldOn), statementOn);
  await updateNotice(step.tx, step.ctx.district, notice.id, {
    statement_on: statementOn,
    statement: String(step.fields.statement),
    told_on: toldOn,
  });
  return { on: toldOn };
}

const close =
  (outcome: 'removed' | 'kept' | 'restored' | 'sued' | 'withdrawn') =>
  async (step: ActionStep): Promise<undefined> => {
    const notice = await noticeOf(step);
    await updateNotice(step.tx, step.ctx.district, notice.id, { outcome, closed_on: step.ctx.today });
  };

async function valuesFor(ctx: Ctx, file: ProcedureFile): Promise<OfficialValues> {
  const notice = await findNotice(ctx.db, ctx.district, file.subjectId);
  if (notice === undefined) throw new AppError('platform.not-found');
  const hits = await listNoticeHits(ctx.db, ctx.district, notice.id);
  return {
    platform: notice.platform,
    shop: notice.shop,
    owner: notice.owner_name,
    marks: notice.marks.join('、'),
    facts: notice.facts,
    goods: hits
      .map(({ title, found }, at) => `${at + 1}．${title}（${found === '' ? '图片使用近似图样' : `使用“${found}”`}）`)
      .join('；'),
    links: notice.urls.length === 0 ? '（见所附监测记录）' : notice.urls.join('；'),
    demand: notice.demand,
    fileNumber: notice.number,
    preparedOn: notice.notified_on ?? ctx.today,
    contact: ctx.services.jurisdiction.coordinationSettings.contact,
  };
}

/** A notice to a platform: sent, measure taken, statement of the shop with the owner's time to answer, how it ended. */
export const noticeProcedure: ProcedureDefinition = {
  procedure: NOTICE_PROCEDURE,
  label: both('电商平台通知', 'Notice to a platform'),
  prefix: 'WT',
  initial: 'draft',
  states: noticeStates,
  clocks: [
    {
      clock: CLOCK,
      label: both('权利人投诉或者起诉期限', "The owner's time to complain or sue"),
      rule: 'e-commerce.counter-statement',
    },
  ],
  documents: [
    { kind: 'notice', label: both('通知书', 'Notice') },
    { kind: 'proof', label: both('侵权初步证据', 'First proofs') },
    { kind: 'right', label: both('权利证明', 'Proof of the right') },
    { kind: 'reply', label: both('平台回复、经营者声明', 'Answers') },
    { kind: 'other', label: both('其他材料', 'Other papers') },
  ],
  templates: [
    {
      code: 'watch-platform-notice',
      label: both('电子商务平台侵权通知', 'Notice of infringement'),
      kind: 'notice',
      actions: ['send'],
      values: valuesFor,
    },
  ],
  readPermission: NOTICE_READ,
  href: (file) => `/protection/platform-notices/${file.subjectId}`,
  actions: [
    {
      action: 'send',
      label: both('登记已通知平台', 'The platform is told'),
      from: ['draft'],
      to: 'sent',
      permission: NOTICE_HANDLE,
      fields: z.object({ on: day('通知日期', 'Day') }),
    },
    {
      action: 'record-measure',
      label: both('登记平台措施和转送', 'Record the measure'),
      from: ['sent'],
      to: 'measured',
      permission: NOTICE_HANDLE,
      fields: z.object({
        on: day('采取措施日期', 'Day of the measure'),
        measure: text('措施（删除、屏蔽、断开链接等）', 'Measure'),
        removed: links,
        forwardedOn: day('转送经营者日期', 'Day it was sent on').optional(),
      }),
    },
    {
      action: 'record-refusal',
      label: both('登记平台未采取措施', 'No measure was taken'),
      from: ['sent'],
      to: 'closed',
      permission: NOTICE_HANDLE,
      onward: false,
      fields: z.object({ reason: text('平台答复', 'Answer') }),
    },
    {
      action: 'record-statement',
      label: both('登记经营者不侵权声明', 'Record the statement'),
      from: ['measured'],
      to: 'countered',
      permission: NOTICE_HANDLE,
      onward: false,
      fields: z.object({
        on: day('声明日期', 'Day of the statement'),
        toldOn: day('声明送达权利人日期', 'Day it reached the owner'),
        statement: text('声明内容', 'Statement'),
      }),
      starts: [CLOCK],
    },
    {
      action: 'record-suit',
      label: both('登记权利人已投诉或者起诉', 'The owner complained or sued'),
      from: ['countered'],
      to: 'closed',
      permission: NOTICE_HANDLE,
      fields: z.object({ on: day('投诉或者起诉日期', 'Day'), where: text('受理机关', 'Where', 200) }),
      stops: [CLOCK],
    },
    {
      action: 'record-restoring',
      label: both('期满未投诉起诉，措施终止', 'The measure ends'),
      from: ['countered'],
      to: 'closed',
      permission: NOTICE_HANDLE,
      needs: [{ clock: CLOCK, is: 'expired' }],
      stops: [CLOCK],
    },
    {
      action: 'conclude',
      label: both('了结（无声明）', 'Close: no statement'),
      from: ['measured'],
      to: 'closed',
      permission: NOTICE_HANDLE,
      fields: z.object({ removed: links }),
    },
    {
      action: 'withdraw',
      label: both('撤回', 'Withdraw'),
      from: ['draft', 'sent'],
      to: 'withdrawn',
      permission: NOTICE_HANDLE,
      aside: true,
      fields: z.object({ reason: text('理由', 'Why') }),
    },
  ],
  steps: {
    send,
    'record-measure': measure,
    'record-refusal': close('kept'),
    'record-statement': counter,
    'record-suit': close('sued'),
    'record-restoring': close('restored'),
    conclude: async (step) => {
      const notice = await noticeOf(step);
      await updateNotice(step.tx, step.ctx.district, notice.id, {
        removed_links: Number(step.fields.removed),
        outcome: 'removed',
        closed_on: step.ctx.today,
      });
      return undefined;
    },
    withdraw: close('withdrawn'),
  },
};
