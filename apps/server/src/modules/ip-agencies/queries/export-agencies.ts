import type { Ctx } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { answerWorkbook, type WorkbookCells } from '../../../platform/workbook/answer-workbook.ts';
import { agencyKindLabels, agencyStatusLabels } from '../labels.ts';
import type { AgencyFilter } from './agency-tests.ts';
import { selectAgencies } from './list-agencies.ts';

const HEADERS = [
  '机构名称',
  '统一社会信用代码',
  '机构代码',
  '类型',
  '状态',
  '所属镇',
  '辖区内',
  '从业人员',
  '专利（件）',
  '商标（件）',
  '商标代理备案至',
  '信用等级',
  '登记矛盾（项）',
];

/** Exactly the rows the list shows, in its order. */
export async function exportAgencies(
  ctx: Ctx,
  query: AgencyFilter & { readonly sort?: string | undefined },
): Promise<FileAnswer> {
  const { items } = await selectAgencies(ctx, { ...query, page: 1, pageSize: Number.MAX_SAFE_INTEGER });
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    yield items.map((one) => [
      one.name,
      one.uscc ?? '',
      one.agencyCode ?? '',
      one.kinds.map((kind) => agencyKindLabels[kind].zh).join('、'),
      agencyStatusLabels[one.status].zh,
      one.town ?? '',
      one.inDistrict ? '是' : '否',
      one.people,
      one.patents,
      one.trademarks,
      one.filingUntil ?? '',
      one.grade ?? '',
      one.contradictions,
    ]);
  }
  return answerWorkbook({
    fileName: `知识产权服务机构-${ctx.today}`,
    sheet: '服务机构',
    heading: [],
    headers: HEADERS,
    batches: batches(),
  });
}
