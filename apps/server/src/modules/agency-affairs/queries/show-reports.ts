import type { AnnualReportDetail, AnnualReportSummary } from '@jince/contract';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerRows } from '../../../platform/workbook/answer-rows.ts';
import { REPORT_FILE, REPORT_READ } from '../agency-affairs.catalogue.ts';
import { showValue } from '../domain/values.ts';
import { REPORT_EDITABLE, reportStates } from '../procedure/report-procedure.ts';
import type { PageRequest } from '../repositories/matter-repository.ts';
import {
  type DutyRow,
  findReport,
  type ReportFilter,
  type ReportRow,
  reportTests,
  selectDuties,
  selectReports,
} from '../repositories/report-repository.ts';
import { reportGroups, reportingKinds, reportTerm, standingOfReport } from './report-form.ts';
import { shownBy } from './request-form.ts';
import { toField } from './show-requests.ts';

const stateOf = (state: string) => reportStates[state as keyof typeof reportStates];

export function toReport(ctx: Ctx, row: ReportRow): AnnualReportSummary {
  const state = stateOf(row.state);
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
    year: row.year,
    dueOn: row.due_on,
    filedOn: row.filed_on,
    late: (row.filed_on ?? ctx.today) > row.due_on,
    contradictions: row.contradictions,
  };
}

/** Annual reports within the actor's reach. */
export async function listAnnualReports(ctx: Ctx, query: ReportFilter & PageRequest) {
  const tests = reportTests(ctx.district, scopeFor(ctx, REPORT_READ), query);
  const { rows, total } = await selectReports(ctx.db, tests, query);
  return { items: rows.map((row) => toReport(ctx, row)), total, page: query.page, pageSize: query.pageSize };
}

export async function exportAnnualReports(ctx: Ctx, query: ReportFilter): Promise<FileAnswer> {
  const tests = reportTests(ctx.district, scopeFor(ctx, REPORT_READ), query);
  return answerRows<ReportRow>(ctx, {
    name: '服务机构年度报告',
    headers: ['编号', '机构', '年度', '所属镇（街道）', '状态', '提交日期', '截止日', '逾期', '与登记不一致项'],
    page: (page) => selectReports(ctx.db, tests, page),
    cells: (row) => {
      const item = toReport(ctx, row);
      const { number, agency, year, town, stateLabel, filedOn, dueOn, late, contradictions } = item;
      return [number, agency, year, town ?? '', stateLabel, filedOn ?? '', dueOn, late ? '是' : '', contradictions];
    },
  });
}

const NONE = { zh: '未填报', en: 'Not begun' };

function toDuty(ctx: Ctx, row: DutyRow, dueOn: string) {
  const state = row.state === null ? undefined : stateOf(row.state);
  return {
    agencyId: row.agency_id,
    agency: row.agency,
    townCode: row.town_code,
    town: ctx.services.places.townName(row.town_code),
    reportId: row.report_id,
    state: row.state ?? 'none',
    stateLabel: (state?.label ?? NONE)[ctx.language],
    standing: state?.standing ?? 'draft',
    filedOn: row.filed_on,
    late: (row.filed_on ?? ctx.today) > dueOn,
    contradictions: row.contradictions ?? 0,
  };
}

/** Who has to report for a year, and whether they have; those who have not come first. */
export async function listAnnualDuties(
  ctx: Ctx,
  query: {
    readonly year: number;
    readonly q?: string | undefined;
    readonly town?: readonly string[] | undefined;
    readonly state?: readonly string[] | undefined;
    readonly page: number;
    readonly pageSize: number;
  },
) {
  const { dueOn, article } = reportTerm(query.year);
  const kinds = reportingKinds(query.year).value;
  const found = await selectDuties(ctx.db, ctx.district, scopeFor(ctx, REPORT_READ), { ...query, kinds });
  return {
    items: found.rows.map((row) => toDuty(ctx, row, dueOn)),
    total: found.total,
    page: query.page,
    pageSize: query.pageSize,
    dueOn,
    article,
    filed: found.filed,
    accepted: found.accepted,
    missing: found.total - found.filed,
  };
}

/** One report beside the register, field by field. @throws AppError 404 outside the actor's reach */
export async function getAnnualReport(ctx: Ctx, id: string): Promise<AnnualReportDetail> {
  const row = await findReport(ctx.db, ctx.district, id, scopeFor(ctx, REPORT_READ));
  if (row === undefined) throw new AppError('platform.not-found');
  const editable = REPORT_EDITABLE.includes(row.state);
  const view = editable ? { ...row, registered: null } : row;
  const { registered, contradictions, hindrances } = await standingOfReport(ctx.db, ctx, view);
  const shown = shownBy(ctx);
  const own =
    may(ctx, REPORT_FILE) && (await findReport(ctx.db, ctx.district, id, scopeFor(ctx, REPORT_FILE))) !== undefined;
  return {
    ...toReport(ctx, row),
    contradictions: Object.keys(contradictions).length,
    version: row.draft_version,
    groups: reportGroups(ctx).map((group) => ({
      code: group.code,
      label: group.label,
      fields: group.fields.map((field) => {
        const known = registered[field.code];
        return {
          ...toField(field),
          value: row.given[field.code] ?? null,
          registered:
            known === undefined
              ? null
              : { value: known.value, shown: showValue(field, known.value, shown), source: known.source },
          contradiction: contradictions[field.code] ?? null,
          explanation: row.explanations[field.code] ?? null,
        };
      }),
    })),
    term: reportTerm(row.year),
    hindrances: editable ? hindrances : [],
    maySave: own && editable,
  };
}
