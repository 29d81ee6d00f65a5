import { DEMO_MARK, type DemoContext, mention, noteFault, openDemoCsv, openDemoXlsx } from '../context.ts';
import { addYears, chineseDate, type Day, isoOf } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import type { Cell, RowWriter } from '../row-writer.ts';
import { goodsOfClass, issueNumber, type Trademark } from '../trademark.ts';

const COLUMNS = [
  '商标名称',
  '申请/注册号',
  '国际分类',
  '申请日期',
  '申请人名称（中文）',
  '申请人名称（英文）',
  '申请人地址（中文）',
  '申请人地址（英文）',
  '初审公告期号',
  '初审公告日期',
  '注册公告期号',
  '注册公告日期',
  '专用权期限',
  '是否共有商标',
  '商标类型',
  '商标形式',
  '商标状态',
  '类似群',
  '商品/服务项目',
  '国际注册日期',
  '后期指定日期',
  '优先权日期',
  '指定颜色',
  '代理/办理机构',
  '商标流程',
];

type Sheet = { file: string; out: RowWriter; classText(niceClass: number): string; date(day: Day): string };

/** Five of twelve go through an agency of the district, the rest through one from outside. */
function markAgency(ctx: DemoContext, k: number): string {
  const { population } = ctx;
  const { from, below } = population.range('agency');
  return k < 5
    ? population.party(from + (k % (below - from))).name
    : `苏州${population.brandOf(population.size + k)}商标事务所有限公司`;
}

async function rowsOf(ctx: DemoContext, sheet: Sheet, mark: Trademark): Promise<Cell[][]> {
  const rng = ctx.population.rng(`row-${sheet.file}`, mark.index);
  const names: string[] = [];
  for (const [position, party] of mark.applicants.entries()) {
    const place = { file: sheet.file, key: mark.number, role: 'applicant' as const, position, on: mark.filedOn };
    names.push(await mention(ctx, { party }, place, rng));
  }
  const date = (day: Day | undefined): string => (day === undefined ? '' : sheet.date(day));
  const { registeredOn, expiresOn, preliminaryOn } = mark;
  const from = expiresOn === undefined ? undefined : addYears(expiresOn + 1, -10);
  const term = expiresOn === undefined || from === undefined ? '' : `${chineseDate(from)}至${chineseDate(expiresOn)}`;
  let status: string = mark.status;
  if (rng.chance(0.003)) {
    status = rng.pick(['等待驳回复审', 'LIVE', '状态不明']);
    await noteFault(ctx, sheet.file, mark.number, 'unknown-status');
  }
  return mark.classes.map((niceClass) => {
    const goods = goodsOfClass[niceClass] ?? ['其他商品'];
    const groups = [1, 2, 4].map((n) => `${String(niceClass).padStart(2, '0')}0${n}`).slice(0, rng.between(1, 3));
    return [
      mark.name,
      mark.number,
      sheet.classText(niceClass),
      date(mark.filedOn),
      names.join(';'),
      '',
      mark.applicants[0]?.address,
      '',
      preliminaryOn === undefined ? '' : issueNumber(preliminaryOn),
      date(preliminaryOn),
      registeredOn === undefined ? '' : issueNumber(registeredOn - 1),
      date(registeredOn),
      term,
      mark.applicants.length > 1 ? '是' : '否',
      '普通商标',
      rng.pick(['文字', '文字', '图文组合', '图形']),
      status,
      groups.join(';'),
      goods.slice(0, rng.between(1, goods.length)).join(';'),
      '',
      '',
      '',
      '',
      rng.chance(0.3) ? '自行办理' : markAgency(ctx, rng.int(12)),
      status === '商标已注册' ? '商标注册申请---注册证发文' : '商标注册申请---申请收文',
    ];
  });
}

async function writeMarks(ctx: DemoContext, sheet: Sheet, takes: (sender: number) => boolean): Promise<number> {
  let rows = 0;
  for (let i = 0; i < ctx.marks.count; i++) {
    const index = ctx.marks.at(i);
    const rng = ctx.population.rng('mark-sender', index);
    const sender = rng.next();
    if (!takes(sender)) continue;
    const lines = await rowsOf(ctx, sheet, ctx.marks.trademark(index));
    if (rng.chance(0.004) && lines[0]) {
      await noteFault(ctx, sheet.file, String(lines[0][1]), 'duplicate-row');
      lines.push(lines[0]);
    }
    for (const cells of lines) {
      rows++;
      const waiting = sheet.out.row(cells);
      if (waiting) await waiting;
    }
  }
  return rows;
}

export async function writeTrademarkWorkbook(ctx: DemoContext): Promise<DemoFile> {
  const file = '08-商标-中国商标网（演示数据）.xlsx';
  const book = await openDemoXlsx(ctx, file);
  const out = await book.sheet('商标', ['A1:Y1']);
  await out.row([`吴江区商标明细（${DEMO_MARK}）`]);
  await out.row(COLUMNS);
  const sheet = { file, out, classText: String, date: chineseDate };
  const rows = await writeMarks(ctx, sheet, (sender) => sender < 0.6);
  await out.close();
  await book.close();
  return {
    file,
    kind: 'trademarks',
    sender: '中国商标网',
    encoding: 'xlsx',
    rows,
    note: '一行一个（注册号，类别）；首行标题；日期为中文写法',
  };
}

export async function writeTrademarkCsv(ctx: DemoContext): Promise<DemoFile> {
  const file = '09-商标-商业库导出（演示数据）.csv';
  const out = await openDemoCsv(ctx, file, 'utf-8-bom');
  await out.row(COLUMNS);
  const sheet = { file, out, classText: (niceClass: number) => `第${niceClass}类`, date: isoOf };
  const rows = await writeMarks(ctx, sheet, (sender) => sender >= 0.56);
  await out.close();
  return {
    file,
    kind: 'trademarks',
    sender: '商标商业库',
    encoding: 'utf-8-bom',
    rows,
    note: '类别写作「第24类」；与上一文件约 4% 重复，申请人写法可能不同',
  };
}
