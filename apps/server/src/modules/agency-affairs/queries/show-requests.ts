import type { AffairField, AgencyRequestDetail, AgencyRequestSummary } from '@jince/contract';
import type { AgencyField } from '@jince/wujiang';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerRows } from '../../../platform/workbook/answer-rows.ts';
import { REQUEST_FILE, REQUEST_READ } from '../agency-affairs.catalogue.ts';
import { sameValue, showValue, type Values } from '../domain/values.ts';
import { REQUEST_EDITABLE, requestStates } from '../procedure/request-procedures.ts';
import { registeredValues } from '../repositories/agency-repository.ts';
import { findItem } from '../repositories/census-repository.ts';
import type { PageRequest } from '../repositories/matter-repository.ts';
import {
  findRequest,
  type RequestFilter,
  type RequestRow,
  requestTests,
  selectRequests,
} from '../repositories/request-repository.ts';
import { agencyOfRequest, findingsOf, requestFields, shownBy } from './request-form.ts';

export const toField = ({ code, label, type, unit, required, help }: AgencyField): AffairField => ({
  code,
  label,
  type,
  unit,
  required,
  help,
});

export function toRequest(ctx: Ctx, row: RequestRow): AgencyRequestSummary {
  const state = requestStates[row.state as keyof typeof requestStates];
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
    kind: row.kind,
    origin: row.origin,
    agencyId: row.agency_id,
    partyId: row.party_id,
    name: row.name,
    about: requestFields(ctx).flatMap(({ code, label }) => (row.given[code] === undefined ? [] : [label])),
    effectiveOn: row.effective_on,
    filedOn: row.filed_on,
    lateDays: row.late_days,
  };
}

/** Registrations and changes within the actor's reach. */
export async function listAgencyRequests(ctx: Ctx, query: RequestFilter & PageRequest) {
  const tests = requestTests(ctx.district, scopeFor(ctx, REQUEST_READ), query);
  const { rows, total } = await selectRequests(ctx.db, tests, query);
  return { items: rows.map((row) => toRequest(ctx, row)), total, page: query.page, pageSize: query.pageSize };
}

const ORIGINS = { agency: '机构申请', officer: '工作人员录入', census: '普查发现' } as const;

export async function exportAgencyRequests(ctx: Ctx, query: RequestFilter): Promise<FileAnswer> {
  const tests = requestTests(ctx.district, scopeFor(ctx, REQUEST_READ), query);
  return answerRows<RequestRow>(ctx, {
    name: '机构登记和变更',
    headers: ['编号', '机构', '类型', '来源', '事项', '所属镇（街道）', '状态', '变更日期', '提交日期', '逾期天数'],
    page: (page) => selectRequests(ctx.db, tests, page),
    cells: (row) => {
      const item = toRequest(ctx, row);
      return [
        item.number,
        item.name,
        item.kind === 'registration' ? '登记' : '变更',
        ORIGINS[item.origin],
        item.about.join('、'),
        item.town ?? '',
        item.stateLabel,
        item.effectiveOn ?? '',
        item.filedOn ?? '',
        item.lateDays ?? '',
      ];
    },
  });
}

function fieldsOf(ctx: Ctx, row: RequestRow, registered: Values): AgencyRequestDetail['fields'] {
  const shown = shownBy(ctx);
  return requestFields(ctx).map((field) => {
    const touched = row.given[field.code] !== undefined;
    const known = registered[field.code] ?? null;
    const value = touched ? (row.given[field.code] ?? null) : row.kind === 'change' ? known : null;
    return {
      ...toField(field),
      value,
      registered: known,
      shown: showValue(field, value, shown),
      registeredShown: showValue(field, known, shown),
      changed: touched && !sameValue(value, known),
    };
  });
}

async function censusOf(ctx: Ctx, row: RequestRow): Promise<AgencyRequestDetail['census']> {
  if (row.census_item_id === null) return null;
  const item = await findItem(ctx.db, ctx.district, row.census_item_id, { kind: 'district' });
  return item === undefined ? null : { campaignId: item.census_id, itemId: item.id, title: item.census_title };
}

/** One request beside the register as it is now (as it was at the filing, once decided). @throws AppError 404 */
export async function getAgencyRequest(ctx: Ctx, id: string): Promise<AgencyRequestDetail> {
  const row = await findRequest(ctx.db, ctx.district, id, scopeFor(ctx, REQUEST_READ));
  if (row === undefined) throw new AppError('platform.not-found');
  const open = ['draft', 'returned', 'submitted'].includes(row.state);
  const agency = await agencyOfRequest(ctx.db, ctx, row);
  const registered = open ? (agency === undefined ? {} : registeredValues(agency)) : row.registered;
  const own =
    may(ctx, REQUEST_FILE) && (await findRequest(ctx.db, ctx.district, id, scopeFor(ctx, REQUEST_FILE))) !== undefined;
  return {
    ...toRequest(ctx, row),
    version: row.draft_version,
    reason: row.reason,
    fields: fieldsOf(ctx, row, registered),
    findings: open ? await findingsOf(ctx.db, ctx, row) : [],
    census: await censusOf(ctx, row),
    resultAgencyId: row.result_agency_id,
    maySave: own && REQUEST_EDITABLE.includes(row.state),
  };
}
