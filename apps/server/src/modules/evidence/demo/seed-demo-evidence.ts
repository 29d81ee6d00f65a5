import { Readable } from 'node:stream';
import { addDays } from '@jince/calendar';
import type { EvidenceKind } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { extendMeasure } from '../commands/change-measure-clock.ts';
import { disposeThing, endMeasure } from '../commands/end-measure.ts';
import { keepEvidence } from '../commands/keep-evidence.ts';
import { orderMeasure } from '../commands/order-measure.ts';
import { sealPackage } from '../commands/seal-package.ts';
import { drawScene } from './draw-scene.ts';

const MOST_FILES = 8;
const PHOTOS = ['门头照片', '仓库货架', '纸箱标识', '价签', '送货单', '印版'];

interface DemoFile {
  readonly id: string;
  readonly label: string;
}

interface Given {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly fileName: string;
  readonly content: Buffer;
  readonly mediaType: string;
  readonly capturedAt: string | null;
  readonly receivedAt: string;
}

async function keep(ctx: Ctx, fileId: string, given: Given): Promise<void> {
  const { content, ...about } = given;
  const stored = await ctx.services.files.put(Readable.from([content]), content.length);
  await inTransaction(ctx, (tx) =>
    keepEvidence(tx, ctx, {
      ...about,
      fileId,
      ...stored,
      source: '现场检查（演示）',
      place: '虚构仓库',
      note: '演示数据，画面为绘制，非真实照片',
    }),
  );
}

/** Photos of a check some days ago; of the third one the camera's clock was days behind. */
async function keepScenes(ctx: Ctx, file: DemoFile, at: number): Promise<number> {
  const day = addDays(ctx.today, -(20 + at * 3));
  const photos = PHOTOS.slice(0, 3 + (at % 4));
  for (const [n, title] of photos.entries()) {
    const minute = String(10 + n * 4).padStart(2, '0');
    const camera = addDays(day, n === 2 ? -2 : 0).replaceAll('-', ':');
    await keep(ctx, file.id, {
      kind: 'photo',
      title: `${title}（演示）`,
      fileName: `IMG_${at + 1}${String(n + 1).padStart(3, '0')}.png`,
      content: drawScene(at * 10 + n + 1, { takenAt: `${camera} 14:${minute}:08`, camera: ['Demo', 'P60'] }),
      mediaType: 'image/png',
      capturedAt: `${day}T14:${minute}:00+08:00`,
      receivedAt: `${day}T17:30:00+08:00`,
    });
  }
  await keep(ctx, file.id, {
    kind: 'electronic',
    title: '网店页面快照（演示）',
    fileName: '网店页面快照.txt',
    content: Buffer.from(
      `演示数据：虚构网店页面快照\n办件：${file.label}\n商品：标有“锦衡”字样的包装纸箱\n抓取时间：${day} 16:20\n`,
    ),
    mediaType: 'text/plain',
    capturedAt: `${day}T16:20:00+08:00`,
    receivedAt: `${day}T17:30:00+08:00`,
  });
  return photos.length + 1;
}

const order = (ctx: Ctx, kind: 'preservation' | 'detention', daysAgo: number) => ({
  kind,
  startedOn: addDays(ctx.today, -daysAgo),
  place: '虚构仓库（演示）',
  holder: '苏州演示包装有限公司（虚构）',
  ground: '涉嫌侵犯注册商标专用权，演示数据',
  approvedBy: '演示负责人',
  documentNo: null,
  lateReason: daysAgo === 0 ? null : '演示数据，按实施日期补登',
  things: [
    {
      name: '标有“锦衡”字样的纸箱',
      spec: '60×40×30 cm',
      quantity: 1200,
      unit: '件',
      mark: '锦衡',
      storage: '物证室 A 架',
    },
    { name: '印刷版', spec: '树脂版', quantity: 3, unit: '块', mark: '锦衡', storage: '物证室 B 柜' },
  ],
});

/** One measure of each standing, so that every clock can be seen. */
async function orderMeasures(ctx: Ctx, files: readonly DemoFile[]): Promise<number> {
  const [pressing, overdue, preserved, ended, extended] = files;
  let measures = 0;
  const enter = async (file: DemoFile | undefined, kind: 'preservation' | 'detention', daysAgo: number) => {
    if (file === undefined) return undefined;
    measures += 1;
    return orderMeasure(ctx, file.id, order(ctx, kind, daysAgo));
  };
  await enter(pressing, 'detention', 28);
  await enter(overdue, 'detention', 33);
  await enter(preserved, 'preservation', 2);
  const long = await enter(extended, 'detention', 40);
  if (long !== undefined && extended !== undefined)
    await extendMeasure(ctx, extended.id, long.id, {
      on: addDays(ctx.today, -13),
      approvedBy: '演示负责人',
      reason: '案情复杂，需进一步核对进货来源（演示）',
      version: 1,
    });
  const done = await enter(ended, 'detention', 25);
  const boxes = done?.things[0];
  if (done !== undefined && ended !== undefined && boxes !== undefined) {
    const basis = '演示决定书';
    const reason = '处罚决定生效（演示）';
    await endMeasure(ctx, ended.id, done.id, {
      on: addDays(ctx.today, -3),
      outcome: 'confiscated',
      basis,
      reason,
      version: 1,
    });
    await disposeThing(ctx, ended.id, boxes.id, {
      way: 'destroyed',
      quantity: 700,
      on: addDays(ctx.today, -1),
      basis,
      receiver: '演示资源再生站',
      witness: '演示见证人',
      reason,
    });
  }
  return measures;
}

/**
 * Invented evidence for open demo cases: drawn pictures, one with a false time, measures in each standing, a sealed package.
 * Begins nothing where there is evidence already.
 * @param settle runs the jobs that wait
 */
export async function seedDemoEvidence(
  ctx: Ctx,
  settle: () => Promise<void>,
): Promise<{ items: number; measures: number }> {
  const known = await sql`select 1 from evidence.item where district = ${ctx.district} limit 1`.execute(ctx.db);
  if (known.rows.length > 0) return { items: 0, measures: 0 };
  const { rows: files } = await sql<DemoFile>`select id, subject_label as label from procedures.file
    where district = ${ctx.district} and procedure = 'cases.case' and closed_at is null order by opened_at, id limit ${MOST_FILES}`.execute(
    ctx.db,
  );
  const officer = { ...ctx, actor: { ...ctx.actor, displayName: '演示执法人员' } };
  let items = 0;
  for (const [at, file] of files.entries()) items += await keepScenes(officer, file, at);
  const measures = await orderMeasures(officer, files);
  const [first] = files;
  if (first !== undefined) await sealPackage(officer, first.id, { title: '移送用证据包（演示）' });
  await settle();
  return { items, measures };
}
