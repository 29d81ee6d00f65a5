import type { PledgeDetail, PledgeSummary } from '@jince/contract';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerRows } from '../../../platform/workbook/answer-rows.ts';
import { requireKind } from '../domain/pledge-kinds.ts';
import { PLEDGE_FILE, PLEDGE_READ, PLEDGE_REVIEW } from '../inspections.catalogue.ts';
import { type PledgeState, pledgeStates } from '../procedure/pledge-states.ts';
import {
  findPledge,
  listReviews,
  type PledgeFilter,
  type PledgeRow,
  pledgeTests,
  selectPledges,
} from '../repositories/pledge-repository.ts';
import type { PageRequest } from '../repositories/sql.ts';
import { judgeConditions } from './judge-conditions.ts';

const LEVELS = {
  district: { zh: '区级', en: 'District' },
  city: { zh: '市级', en: 'City' },
  province: { zh: '省级', en: 'Province' },
} as const;

function toPledge(ctx: Ctx, row: PledgeRow): PledgeSummary {
  const state = pledgeStates[row.state as PledgeState];
  const { from_on: from, until_on: until, exited_on: exited } = row;
  const inForce =
    from !== null &&
    until !== null &&
    from <= ctx.today &&
    until >= ctx.today &&
    (exited === null || exited > ctx.today);
  const year = Number(ctx.today.slice(0, 4));
  return {
    id: row.id,
    fileId: row.file_id,
    number: row.number,
    kind: row.kind,
    kindLabel: requireKind(ctx, row.kind).label,
    name: row.name,
    partyId: row.party_id,
    townCode: row.town_code,
    town: ctx.services.places.townName(row.town_code),
    year: row.year,
    state: row.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    level: LEVELS[row.level][ctx.language],
    fromOn: from,
    untilOn: until,
    inForce,
    reviewDue: inForce && from.slice(0, 4) < String(year) && row.last_review !== year,
    lastReview: row.last_review,
  };
}

export async function listPledges(ctx: Ctx, query: PledgeFilter & PageRequest) {
  const { rows, total } = await selectPledges(ctx.db, pledgeTests(ctx, scopeFor(ctx, PLEDGE_READ), query), query);
  return {
    items: rows.map((row) => toPledge(ctx, row)),
    total,
    page: query.page,
    pageSize: query.pageSize,
    mayFile: may(ctx, PLEDGE_FILE),
  };
}

export async function exportPledges(ctx: Ctx, query: PledgeFilter): Promise<FileAnswer> {
  const tests = pledgeTests(ctx, scopeFor(ctx, PLEDGE_READ), query);
  return answerRows<PledgeRow>(ctx, {
    name: '正版正货和规范化市场',
    headers: [
      '编号',
      '类别',
      '名称',
      '所属镇（街道）',
      '申报年度',
      '状态',
      '级别',
      '起始日',
      '截止日',
      '最近复核年度',
      '退出日期',
      '退出原因',
    ],
    page: (page) => selectPledges(ctx.db, tests, page),
    cells: (row) => {
      const one = toPledge(ctx, row);
      return [
        one.number,
        one.kindLabel,
        one.name,
        one.town ?? '',
        one.year,
        one.stateLabel,
        one.level,
        one.fromOn ?? '',
        one.untilOn ?? '',
        one.lastReview ?? '',
        row.exited_on ?? '',
        row.exit_reason ?? '',
      ];
    },
  });
}

/** One pledge with its conditions by the facts of today. @throws AppError 404 */
export async function getPledge(ctx: Ctx, id: string): Promise<PledgeDetail> {
  const row = await findPledge(ctx.db, ctx.district, id, scopeFor(ctx, PLEDGE_READ));
  if (row === undefined) throw new AppError('platform.not-found');
  const kind = requireKind(ctx, row.kind);
  const { pledgeFields } = ctx.services.jurisdiction.inspectionSettings;
  const reaches = async (permission: string) =>
    may(ctx, permission) && (await findPledge(ctx.db, ctx.district, id, scopeFor(ctx, permission))) !== undefined;
  return {
    ...toPledge(ctx, row),
    version: row.draft_version,
    operator: row.operator,
    given: row.given,
    commitments: row.commitments,
    fields: kind.fields.flatMap((code) => pledgeFields.find((one) => one.code === code) ?? []),
    conditions: await judgeConditions(ctx, kind, row.party_id),
    conditionsAsOf: ctx.today,
    filed: row.conditions,
    levels: kind.levels.map((level) => {
      const decision = row.decisions.find((one) => one.level === level);
      return {
        level,
        label: LEVELS[level][ctx.language],
        result: decision?.result ?? null,
        on: decision?.on ?? null,
        documentNo: decision?.documentNo ?? null,
        note: decision?.note ?? null,
        by: decision?.by ?? null,
      };
    }),
    reviews: await listReviews(ctx.db, ctx.district, id),
    exitedOn: row.exited_on,
    exitReason: row.exit_reason,
    mayEdit: row.state === 'draft' && (await reaches(PLEDGE_FILE)),
    mayReview: row.state === 'listed' && (await reaches(PLEDGE_REVIEW)),
  };
}
