import { type DemoContext, mention, openDemoCsv, partiesWith } from '../context.ts';
import { isoOf } from '../days.ts';
import { FLAG } from '../holders.ts';
import type { DemoFile } from '../manifest.ts';
import type { Party } from '../population.ts';
import type { Rng } from '../random.ts';
import type { Cell } from '../row-writer.ts';

type Entry = { list: string; document: string; reasons: readonly string[]; authority: string; removed: number };

const ENTRIES: readonly { share: number; entry: Entry }[] = [
  {
    share: 0.006,
    entry: {
      list: '严重违法失信名单',
      document: '演示失信列决',
      reasons: ['提供虚假材料取得登记', '拒不履行行政处罚决定'],
      authority: '区市场监督管理局（演示）',
      removed: 0.1,
    },
  },
  {
    share: 0.03,
    entry: {
      list: '经营异常名录',
      document: '演示异常列决',
      reasons: ['未在规定期限公示年度报告', '通过登记的住所无法联系'],
      authority: '区市场监督管理局（演示）',
      removed: 0.5,
    },
  },
  {
    share: 0.012,
    entry: {
      list: '知识产权行政处罚',
      document: '演示市监处罚',
      reasons: ['销售侵犯注册商标专用权的商品', '冒充注册商标', '假冒专利'],
      authority: '区市场监督管理局（演示）',
      removed: 0,
    },
  },
];

function row(party: Party, name: string, entry: Entry, serial: number, ctx: DemoContext, rng: Rng): Cell[] {
  const on = ctx.asOf - rng.between(40, 1500);
  const removed = rng.chance(entry.removed) ? isoOf(Math.min(ctx.asOf - 5, on + rng.between(30, 300))) : '';
  return [
    serial,
    name,
    party.uscc,
    entry.list,
    `${entry.document}〔${isoOf(on).slice(0, 4)}〕${serial}号`,
    isoOf(on),
    removed,
    rng.pick([...entry.reasons]),
    entry.authority,
  ];
}

/** Who is barred from incentives; every entry is invented. */
export async function writeDiscipline(ctx: DemoContext): Promise<DemoFile> {
  const file = '22-信用惩戒名单（演示数据）.csv';
  const out = await openDemoCsv(ctx, file, 'utf-8-bom');
  await out.row([
    '序号',
    '单位名称',
    '统一社会信用代码',
    '名单类别',
    '决定文书号',
    '列入日期',
    '移出日期',
    '列入原因',
    '决定机关',
  ]);
  let rows = 0;
  for (const party of partiesWith(ctx, FLAG.exporter | FLAG.highTech | FLAG.aboveScale)) {
    for (const { share, entry } of ENTRIES) {
      const rng = ctx.population.rng(`discipline-${entry.document}`, party.index);
      if (!rng.chance(share)) continue;
      const key = `${entry.document}:${party.uscc}`;
      const name = await mention(ctx, { party }, { file, key, role: 'subject', position: 0 }, rng);
      rows += 1;
      await out.row(row(party, name, entry, rows, ctx, rng));
    }
  }
  await out.close();
  return {
    file,
    kind: 'discipline-lists',
    sender: '区市监局信用监管科',
    encoding: 'utf-8-bom',
    rows,
    note: '严重违法失信、经营异常、知识产权处罚三类，均为虚构；部分已移出',
  };
}
