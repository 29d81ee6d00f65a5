import type { InquiryDetail, InquirySummary } from '@jince/contract';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerRows } from '../../../platform/workbook/answer-rows.ts';
import { INQUIRY_READ } from '../agency-affairs.catalogue.ts';
import { inquiryStates } from '../procedure/inquiry-procedure.ts';
import {
  findInquiry,
  type InquiryFilter,
  type InquiryRow,
  inquiryTests,
  listAnswers,
  selectInquiries,
} from '../repositories/inquiry-repository.ts';
import type { PageRequest } from '../repositories/matter-repository.ts';

export function toInquiry(ctx: Ctx, row: InquiryRow): InquirySummary {
  const state = inquiryStates[row.state as keyof typeof inquiryStates];
  return {
    id: row.id,
    fileId: row.file_id,
    number: row.number,
    townCode: row.town_code,
    town: ctx.services.places.townName(row.town_code),
    state: row.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    updatedAt: row.updated_at,
    agencyId: row.agency_id,
    agency: row.agency_name,
    title: row.title,
    sentOn: row.sent_on,
    dueOn: row.due_on,
    answeredOn: row.answered_on,
    lateDays: row.late_days,
    overdue: row.waiting && row.due_on !== null && row.due_on < ctx.today,
  };
}

/** Inquiries within the actor's reach. */
export async function listInquiries(ctx: Ctx, query: InquiryFilter & PageRequest) {
  const tests = inquiryTests(ctx.district, scopeFor(ctx, INQUIRY_READ), query, ctx.today);
  const { rows, total } = await selectInquiries(ctx.db, tests, query);
  return { items: rows.map((row) => toInquiry(ctx, row)), total, page: query.page, pageSize: query.pageSize };
}

export async function exportInquiries(ctx: Ctx, query: InquiryFilter): Promise<FileAnswer> {
  const tests = inquiryTests(ctx.district, scopeFor(ctx, INQUIRY_READ), query, ctx.today);
  return answerRows<InquiryRow>(ctx, {
    name: '服务机构问询',
    headers: ['编号', '机构', '所属镇（街道）', '事由', '状态', '发出日期', '答复期限', '答复日期', '逾期天数'],
    page: (page) => selectInquiries(ctx.db, tests, page),
    cells: (row) => {
      const { number, agency, town, title, stateLabel, sentOn, dueOn, answeredOn, lateDays } = toInquiry(ctx, row);
      return [number, agency, town ?? '', title, stateLabel, sentOn, dueOn ?? '', answeredOn ?? '', lateDays ?? ''];
    },
  });
}

/** One inquiry with its answers. @throws AppError 404 outside the actor's reach */
export async function getInquiry(ctx: Ctx, id: string): Promise<InquiryDetail> {
  const row = await findInquiry(ctx.db, ctx.district, id, scopeFor(ctx, INQUIRY_READ));
  if (row === undefined) throw new AppError('platform.not-found');
  const answers = await listAnswers(ctx.db, ctx.district, id);
  return {
    ...toInquiry(ctx, row),
    question: row.question,
    basis: row.basis,
    answers: answers.map((answer) => ({
      round: answer.round,
      text: answer.text,
      on: answer.answered_on,
      by: answer.answered_by,
      lateDays: answer.late_days,
    })),
    conclusion: row.conclusion,
  };
}
