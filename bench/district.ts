import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { computePatentApplicationCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import type { World } from '../apps/server/src/app.ts';
import { systemContext } from '../apps/server/src/platform/context/context.ts';
import { importFile } from '../apps/server/src/platform/imports/import-file.ts';
import { drainJobs } from '../apps/server/src/platform/jobs/drain-jobs.ts';
import { BENCH_DATA, openBenchWorld, randomOf } from './bench-world.ts';
import { REGISTER_HEADERS, registerRows } from './register-rows.ts';

const PATENT_HEADERS = [
  '序号',
  '申请日',
  '公开日',
  '授权公告日',
  '申请人',
  '发明人',
  '申请号',
  '公开号',
  '授权公告号',
  '专利类型',
  '专利名称',
  '申请人地址',
  '法律状态',
  '主分类号',
  '分类号',
];

export async function writeLines(
  path: string,
  headers: readonly string[],
  rows: Iterable<readonly string[]>,
): Promise<void> {
  const out = createWriteStream(path);
  out.write(`\ufeff${headers.join(',')}\n`);
  let text = '';
  for (const row of rows) {
    text += `${row.map((cell) => (/[",\n]/.test(cell) ? `"${cell}"` : cell)).join(',')}\n`;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}

export const plusDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

function* patentRows(count: number, parties: number): Generator<string[]> {
  const random = randomOf(99);
  const names: string[][] = [];
  for (const row of registerRows(parties)) names.push([row[0] as string, row[7] as string]);
  for (let i = 0; i < count; i++) {
    // A few firms hold many patents, most hold few.
    const [name, address] = names[Math.floor(random() ** 3 * names.length)] as [string, string];
    const filed = plusDays('2006-01-01', Math.floor(random() * 7500));
    const type = random() < 0.35 ? '1' : random() < 0.8 ? '2' : '3';
    const digits = `${filed.slice(0, 4)}${type}${String(i).padStart(7, '0')}`;
    const granted = plusDays(filed, type === '1' ? 900 : 240);
    const isGranted = granted < '2026-11-01' && (type !== '1' || random() < 0.6);
    const status = isGranted ? (random() < 0.7 ? '有效' : '未缴年费终止失效') : type === '1' ? '实质审查' : '公开';
    const number = `CN${type === '1' ? 1 : type}${String(i).padStart(8, '0')}`;
    yield [
      String(i + 1),
      filed,
      plusDays(filed, type === '1' ? 540 : 240),
      isGranted ? granted : '',
      name,
      '王某',
      `${digits}.${computePatentApplicationCheck(digits)}`,
      `${number}${type === '1' ? 'A' : type === '2' ? 'U' : 'S'}`,
      isGranted ? `${number}${type === '1' ? 'B' : type === '2' ? 'U' : 'S'}` : '',
      type === '1' ? '发明' : type === '2' ? '实用新型' : '外观设计',
      `一种装置${i}`,
      address,
      status,
      type === '3' ? '' : (['D03D15/00', 'H01B11/22', 'G02B6/44', 'B66B5/00', 'H05K1/02'][i % 5] as string),
      '',
    ];
  }
}

/** A district of given size through the real importer, made once and kept in the benches' cluster. */
export async function openDistrict(
  parties: number,
  patents: number,
  name = `district_${parties}_${patents}`,
): Promise<World> {
  mkdirSync(BENCH_DATA, { recursive: true });
  const world = await openBenchWorld(name);
  const ctx = systemContext(world.services, 'bench');
  const { rows } = await sql<{
    parties: number;
    patents: number;
  }>`select (select count(*) from parties.party) as parties, (select count(*) from ip_rights.patent) as patents`.execute(
    world.services.db,
  );
  if (rows[0]?.parties === 0) {
    const path = join(BENCH_DATA, `register-${parties}.csv`);
    if (!existsSync(path)) await writeLines(path, REGISTER_HEADERS, registerRows(parties));
    await importFile(ctx, world.tasks, path, { kind: 'market-register', commit: true });
  }
  if (patents > 0 && rows[0]?.patents === 0) {
    const path = join(BENCH_DATA, `patents-${patents}.csv`);
    if (!existsSync(path)) await writeLines(path, PATENT_HEADERS, patentRows(patents, parties));
    await importFile(ctx, world.tasks, path, { kind: 'patents', commit: true });
  }
  await drainJobs(world.services, world.tasks);
  await world.pool.query('analyze');
  return world;
}
