import { type DemoContext, openDemoCsv } from '../context.ts';
import { isoOf } from '../days.ts';
import type { DemoFile } from '../manifest.ts';

const EVIDENCE = [
  ['商品包装', '新款产品外包装照片'],
  ['销售合同及发票', '与经销商的年度购销合同'],
  ['展会照片', '家纺博览会展位'],
  ['网店截图', '旗舰店商品页面'],
  ['广告宣传', '产品画册'],
] as const;

const MOST = 40;

/** Evidence some firms handed in: of a mark or two in a hundred, with gaps. */
export async function writeTrademarkUse(ctx: DemoContext): Promise<DemoFile> {
  const file = '21-商标使用证据（演示数据）.csv';
  const out = await openDemoCsv(ctx, file, 'utf-8-bom');
  await out.row(['注册号', '类别', '商标名称', '证据类型', '使用日期', '说明']);
  let rows = 0;
  for (let i = 0; i < ctx.marks.count && rows < MOST; i++) {
    const mark = ctx.marks.trademark(ctx.marks.at(i));
    const rng = ctx.population.rng('trademark-use', mark.index);
    if (mark.status !== '商标已注册' || mark.registeredOn === undefined || !rng.chance(0.08)) continue;
    for (const niceClass of mark.classes.slice(0, 2)) {
      const [kind, note] = rng.pick(EVIDENCE);
      const on = Math.max(mark.registeredOn + 1, ctx.asOf - rng.between(30, 1400));
      rows += 1;
      await out.row([mark.number, niceClass, mark.name, kind, isoOf(Math.min(on, ctx.asOf - 1)), `${note}（演示）`]);
    }
  }
  await out.close();
  return {
    file,
    kind: 'trademark-use',
    sender: '区市监局商标与地理标志科',
    encoding: 'utf-8-bom',
    rows,
    note: '每类一至两件证据，日期有新有旧',
  };
}
