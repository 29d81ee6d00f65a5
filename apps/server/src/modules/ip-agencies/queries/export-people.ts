import type { Ctx } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerTable, rowsOfPages, type TableFormat } from '../../../platform/workbook/answer-table.ts';
import { listAgencyNames } from './list-agency-names.ts';
import { listPeople, type PeopleQuery } from './list-people-page.ts';

const PEOPLE_HEADERS = ['姓名', '资格证号', '执业证号', '执业机构和期间', '同名未并', '提示'];
const NAME_HEADERS = ['文件中的写法', '对应', '登记机构', '专利（件）', '商标（件）', '理由', '可能的机构'];
const DECISIONS = { auto: '自动对应', review: '待认定', none: '登记簿中没有', person: '人工认定' } as const;

/** Exactly the people the list shows, in its order. */
export function exportPeople(
  ctx: Ctx,
  { format, ...query }: Omit<PeopleQuery, 'page' | 'pageSize'> & { readonly format: TableFormat },
): FileAnswer {
  const batches = rowsOfPages(
    (page) => listPeople(ctx, { ...query, ...page }),
    (row) => [
      row.name,
      row.qualificationNo ?? '',
      row.practiceNo ?? '',
      row.practices.map((one) => `${one.agency}（${one.from ?? '起始不详'}至${one.to ?? '今'}）`).join('；'),
      row.namesakes,
      row.remarks.map((one) => one.text).join('；'),
    ],
  );
  const heading = [`服务机构人员，导出于 ${ctx.today}`];
  return answerTable(
    { fileName: `服务机构人员-${ctx.today}`, sheet: '人员', heading, headers: PEOPLE_HEADERS, batches },
    format,
  );
}

/** Exactly the written names the list shows, in its order. */
export function exportAgencyNames(
  ctx: Ctx,
  {
    format,
    ...query
  }: {
    readonly q?: string | undefined;
    readonly decision?: readonly string[] | undefined;
    readonly format: TableFormat;
  },
): FileAnswer {
  const batches = rowsOfPages(
    (page) => listAgencyNames(ctx, { ...query, ...page }),
    (row) => [
      row.written,
      DECISIONS[row.decision],
      row.agency ?? '',
      row.patents,
      row.trademarks,
      row.reasons.join('；'),
      row.candidates.map((one) => one.name).join('；'),
    ],
  );
  const heading = [`机构名称写法，导出于 ${ctx.today}`];
  return answerTable(
    { fileName: `机构名称写法-${ctx.today}`, sheet: '名称', heading, headers: NAME_HEADERS, batches },
    format,
  );
}
