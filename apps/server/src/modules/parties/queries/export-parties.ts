import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import type { RegisterIndex } from '../../../platform/register-index/index.ts';
import { answerWorkbook, type WorkbookCells } from '../../../platform/workbook/answer-workbook.ts';
import { membershipKindLabels, partyKindLabels, partyStatusLabels } from '../domain/labels.ts';
import { listPartyTexts } from '../repositories/party-repository.ts';
import { PARTY_READ, type PartyFilter, selectParties, toPartyRow } from './list-parties.ts';
import type { PartyIndexData } from './party-index.ts';

const BATCH = 2000;
const HEADERS = [
  '企业名称',
  '统一社会信用代码',
  '主体类型',
  '登记状态',
  '所属镇（街道）',
  '功能区',
  '行业',
  '成立日期',
  '名录',
  '有效专利（件）',
  '有效发明（件）',
  '有效商标（件）',
];

/** Exactly the rows the list shows, in its order, streamed. */
export async function exportParties(
  ctx: Ctx,
  index: RegisterIndex<PartyIndexData>,
  query: PartyFilter & { sort?: string | undefined },
): Promise<FileAnswer> {
  const { data, rows } = await selectParties(ctx, index, query, {
    page: 1,
    pageSize: Number.MAX_SAFE_INTEGER,
    sort: query.sort,
  });
  async function* batches(): AsyncGenerator<WorkbookCells[]> {
    for (let at = 0; at < rows.length; at += BATCH) {
      const part = rows.slice(at, at + BATCH);
      const ids = part.map((row) => data.ids[row] as string);
      const texts = await listPartyTexts(ctx.db, ctx.district, scopeFor(ctx, PARTY_READ), ids);
      yield part.flatMap((row) => {
        const text = texts.get(data.ids[row] as string);
        if (text === undefined) return [];
        const p = toPartyRow(ctx, data, row, text);
        return [
          [
            p.name,
            p.uscc ?? '',
            partyKindLabels[p.kind]?.zh ?? p.kind,
            partyStatusLabels[p.status]?.zh ?? p.status,
            p.town ?? '',
            p.zone ?? '',
            p.industry ?? '',
            p.establishedOn ?? '',
            p.memberships.map((m) => membershipKindLabels[m]?.zh ?? m).join('、'),
            p.validPatents,
            p.validInventions,
            p.validTrademarks,
          ],
        ];
      });
    }
  }
  return answerWorkbook({
    fileName: `企业清单-${ctx.today}`,
    sheet: '企业',
    heading: [],
    headers: HEADERS,
    batches: batches(),
  });
}
