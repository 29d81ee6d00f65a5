import { type DemoContext, mention, openDemoCsv } from '../context.ts';
import { addMonths, addYears, isoOf, yearOf } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import type { Trademark } from '../trademark.ts';

const COLUMNS = [
  '国际注册号',
  '国际注册日期',
  '有效期至',
  '持有人',
  '商标名称',
  '国际分类',
  '国内基础注册号',
  '基础商标类别',
  '指定成员代码',
  '指定成员',
  '指定日期',
  '保护状态',
  '驳回期限届满日',
];
const MEMBERS: [code: string, name: string, refusalMonths: number][] = [
  ['US', '美国', 18],
  ['EM', '欧盟', 18],
  ['JP', '日本', 18],
  ['KR', '韩国', 18],
  ['GB', '英国', 18],
  ['VN', '越南', 12],
  ['IN', '印度', 18],
  ['RU', '俄罗斯', 12],
  ['BR', '巴西', 18],
  ['TR', '土耳其', 18],
  ['ID', '印度尼西亚', 18],
  ['TH', '泰国', 18],
];

/** Registered marks of exporters, one after the other through the applications, until there are enough. */
function* baseMarks(ctx: DemoContext, wanted: number): Generator<Trademark> {
  let found = 0;
  for (let i = 0; i < ctx.marks.count && found < wanted; i++) {
    const mark = ctx.marks.trademark(ctx.marks.at(i));
    const owner = mark.applicants[0];
    if (mark.status !== '商标已注册' || !owner?.exporter || owner.index >= ctx.population.size) continue;
    if ((mark.registeredOn ?? ctx.asOf) > ctx.asOf - 400) continue;
    found++;
    yield mark;
  }
}

export async function writeMadrid(ctx: DemoContext): Promise<DemoFile> {
  const file = '15-马德里国际注册（演示数据）.csv';
  const out = await openDemoCsv(ctx, file, 'utf-8');
  await out.row(COLUMNS);
  let rows = 0;
  let serial = 0;
  for (const mark of baseMarks(ctx, Math.round(60 * ctx.scale))) {
    const rng = ctx.population.rng('madrid', mark.index);
    const owner = mark.applicants[0];
    const registered = mark.registeredOn ?? ctx.asOf;
    if (!owner) continue;
    const on = registered + rng.between(60, Math.max(61, ctx.asOf - registered - 90));
    const number = String(880_000 + Math.floor((yearOf(on) - 2006) * 46_000) + (serial++ % 46_000));
    const name = await mention(ctx, { party: owner }, { file, key: number, role: 'holder', position: 0 }, rng);
    const until = addYears(on, on + 3653 < ctx.asOf ? 20 : 10);
    const members = new Set(Array.from({ length: rng.between(1, 7) }, () => rng.pick(MEMBERS)));
    for (const [code, member, months] of members) {
      const later = rng.chance(0.1) ? Math.min(ctx.asOf - 30, on + 700) : on;
      const limit = addMonths(later, months);
      const settled = ['全部核准', '全部核准', '声明给予保护', '部分核准', '驳回', '放弃'];
      const status = limit > ctx.asOf ? rng.pick(['指定中', '指定中', '临时驳回']) : rng.pick(settled);
      const classes = mark.classes.join(',');
      rows++;
      const cells = [
        number,
        isoOf(on),
        isoOf(until),
        name,
        mark.name,
        classes,
        mark.number,
        mark.classes[0],
        code,
        member,
      ];
      await out.row([...cells, isoOf(later), status, isoOf(limit)]);
    }
  }
  await out.close();
  return {
    file,
    kind: 'madrid',
    sender: '区市监局商标与地理标志科',
    encoding: 'utf-8',
    rows,
    note: '一行一个（国际注册号，指定成员）；成员代码为 WIPO ST.3；无 BOM',
  };
}
