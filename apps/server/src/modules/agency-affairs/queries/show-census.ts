import type { CensusCampaign, CensusCheck, CensusItem, CensusItemDetail } from '@jince/contract';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerRows } from '../../../platform/workbook/answer-rows.ts';
import { CENSUS_CHECK, CENSUS_EDIT, CENSUS_READ } from '../agency-affairs.catalogue.ts';
import { showValue } from '../domain/values.ts';
import { findAgency, registeredValues } from '../repositories/agency-repository.ts';
import {
  type CensusRow,
  type CheckRow,
  findCheck,
  findItem,
  findPhoto,
  type ItemFilter,
  type ItemRow,
  itemTests,
  listChecks,
  selectCensuses,
  selectCensusTowns,
  selectItems,
} from '../repositories/census-repository.ts';
import { requestFields, shownBy } from './request-form.ts';

const toCensus = (row: CensusRow): CensusCampaign => ({
  id: row.id,
  title: row.title,
  fromOn: row.from_on,
  toOn: row.to_on,
  state: row.state,
  createdBy: row.created_by,
  closeNote: row.close_note,
  total: row.total,
  checked: row.checked,
  differing: row.differing,
  missing: row.missing,
});

const toItem = (ctx: Ctx, row: ItemRow): CensusItem => ({
  id: row.id,
  campaignId: row.census_id,
  agencyId: row.agency_id,
  name: row.name,
  uscc: row.uscc,
  kinds: row.kinds,
  townCode: row.town_code,
  town: ctx.services.places.townName(row.town_code),
  address: row.address,
  result: row.result,
  checkedOn: row.checked_on,
  checkedBy: row.checked_by,
  differences: row.differences?.length ?? 0,
  requestId: row.request_id,
});

export const toCheck = (row: CheckRow): CensusCheck => ({
  id: row.id,
  checkedOn: row.checked_on,
  by: row.by_name,
  at: row.at,
  result: row.result,
  person: row.person,
  note: row.note,
  position:
    row.latitude === null || row.longitude === null
      ? null
      : { latitude: row.latitude, longitude: row.longitude, accuracyM: row.accuracy_m },
  answers: row.answers,
  differences: row.differences,
  photos: row.photos,
});

/** Censuses with what the actor's towns have of them. */
export async function listCensuses(ctx: Ctx) {
  const rows = await selectCensuses(ctx.db, ctx.district, scopeFor(ctx, CENSUS_READ));
  return { items: rows.map(toCensus), mayEdit: may(ctx, CENSUS_EDIT) };
}

async function censusOf(ctx: Ctx, id: string): Promise<CensusRow> {
  const [row] = await selectCensuses(ctx.db, ctx.district, scopeFor(ctx, CENSUS_READ), id);
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

/** One census: how far each town of the actor has come. @throws AppError 404 */
export async function getCensus(ctx: Ctx, id: string) {
  const row = await censusOf(ctx, id);
  const towns = await selectCensusTowns(ctx.db, ctx.district, scopeFor(ctx, CENSUS_READ), id);
  return {
    ...toCensus(row),
    towns: towns.map(({ town_code, ...counts }) => ({
      townCode: town_code,
      town: ctx.services.places.townName(town_code) ?? (ctx.language === 'zh' ? '未定位' : 'Not located'),
      ...counts,
    })),
    mayEdit: may(ctx, CENSUS_EDIT),
    mayCheck: may(ctx, CENSUS_CHECK) && row.state === 'running',
  };
}

/** The list of a census, those not looked at first. */
export async function listCensusItems(
  ctx: Ctx,
  id: string,
  query: ItemFilter & { readonly page: number; readonly pageSize: number; readonly sort?: string | undefined },
) {
  await censusOf(ctx, id);
  const tests = itemTests(ctx.district, scopeFor(ctx, CENSUS_READ), id, query);
  const { rows, total } = await selectItems(ctx.db, tests, query);
  return { items: rows.map((row) => toItem(ctx, row)), total, page: query.page, pageSize: query.pageSize };
}

const RESULTS = { found: '在登记地址', moved: '已搬迁', 'not-found': '查无', closed: '已停业' } as const;

export async function exportCensusItems(ctx: Ctx, id: string, query: ItemFilter): Promise<FileAnswer> {
  const census = await censusOf(ctx, id);
  const tests = itemTests(ctx.district, scopeFor(ctx, CENSUS_READ), id, query);
  return answerRows<ItemRow>(ctx, {
    name: census.title.replace(/[\\/?*[\]:]/g, '').slice(0, 28),
    headers: ['机构', '统一社会信用代码', '所属镇（街道）', '登记地址', '核查结果', '核查日期', '核查人', '不一致'],
    page: (page) => selectItems(ctx.db, tests, page),
    cells: (row) => [
      row.name,
      row.uscc ?? '',
      ctx.services.places.townName(row.town_code) ?? '',
      row.address ?? '',
      row.result === null ? '未核查' : RESULTS[row.result],
      row.checked_on ?? '',
      row.checked_by ?? '',
      (row.differences ?? []).join('；'),
    ],
  });
}

/** One agency of a census: what to look at, what the register says, what was found. @throws AppError 404 */
export async function getCensusItem(ctx: Ctx, id: string): Promise<CensusItemDetail> {
  const row = await findItem(ctx.db, ctx.district, id, scopeFor(ctx, CENSUS_READ));
  if (row === undefined) throw new AppError('platform.not-found');
  const agency = await findAgency(ctx.db, ctx.district, row.agency_id, { kind: 'district' });
  const registered = agency === undefined ? {} : registeredValues(agency);
  const checks = await listChecks(ctx.db, ctx.district, id);
  const fields = requestFields(ctx);
  const own =
    may(ctx, CENSUS_CHECK) && (await findItem(ctx.db, ctx.district, id, scopeFor(ctx, CENSUS_CHECK))) !== undefined;
  return {
    ...toItem(ctx, row),
    campaign: { id: row.census_id, title: row.census_title, state: row.census_state },
    points: ctx.services.jurisdiction.agencyAffairs.census.map((point) => {
      const field = fields.find((one) => one.code === point.field);
      return {
        code: point.code,
        label: point.label,
        help: point.help,
        field: point.field,
        registered: field === undefined ? null : showValue(field, registered[field.code] ?? null, shownBy(ctx)) || null,
      };
    }),
    checks: checks.map(toCheck),
    mayCheck: own && row.census_state === 'running',
  };
}

/** The bytes of a photo, for who may read its item. @throws AppError 404 */
export async function getCensusPhoto(ctx: Ctx, checkId: string, sha256: string): Promise<FileAnswer> {
  const check = await findCheck(ctx.db, ctx.district, checkId);
  const item = check && (await findItem(ctx.db, ctx.district, check.item_id, scopeFor(ctx, CENSUS_READ)));
  const photo = item && (await findPhoto(ctx.db, ctx.district, checkId, sha256));
  if (photo === undefined) throw new AppError('platform.not-found');
  return { ...photo, content: await ctx.services.files.read(sha256) };
}
