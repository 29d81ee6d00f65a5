import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { World } from '../apps/server/src/app.ts';
import { systemContext } from '../apps/server/src/platform/context/context.ts';
import { importFile } from '../apps/server/src/platform/imports/import-file.ts';
import { BENCH_DATA, randomOf } from './bench-world.ts';
import { openDistrict, plusDays, writeLines } from './district.ts';
import { registerRows } from './register-rows.ts';

export const PARTIES = 200_000;
export const PATENTS = 100_000;
const TRADEMARKS = 60_000;
const HIGH_TECH = 4000;
const ABOVE_SCALE = 6000;
const CERTIFICATES = 1500;

interface Firm {
  readonly name: string;
  readonly uscc: string;
}

function listFirms(): Firm[] {
  return [...registerRows(PARTIES)].map((row) => ({ name: row[0] as string, uscc: row[1] as string }));
}

const someFirm = (firms: readonly Firm[], random: () => number) =>
  firms[Math.floor(random() ** 2 * firms.length)] as Firm;

function* trademarkRows(firms: readonly Firm[]): Generator<string[]> {
  const random = randomOf(7);
  for (let i = 0; i < TRADEMARKS; i++) {
    const { name, uscc } = someFirm(firms, random);
    const filed = plusDays('2008-01-01', Math.floor(random() * 6700));
    const registered = plusDays(filed, 400);
    const done = registered < '2026-10-01' && random() < 0.85;
    yield [
      String(10_000_000 + i),
      `${1 + Math.floor(random() * 45)}`,
      `锦${i}`,
      name,
      uscc,
      filed,
      done ? registered : '',
      done ? plusDays(registered, 3651) : '',
      done ? '注册' : '等待实质审查',
    ];
  }
}

function* highTechRows(firms: readonly Firm[]): Generator<string[]> {
  const random = randomOf(11);
  for (let i = 0; i < HIGH_TECH; i++) {
    const { name, uscc } = someFirm(firms, random);
    const from = plusDays('2018-11-01', Math.floor(random() * 2800));
    yield [name, uscc, `GR2020${String(i).padStart(8, '0')}`, from, plusDays(from, 1095)];
  }
}

function* aboveScaleRows(firms: readonly Firm[]): Generator<string[]> {
  const random = randomOf(13);
  for (let i = 0; i < ABOVE_SCALE; i++) {
    const { name, uscc } = someFirm(firms, random);
    yield [name, uscc, '2025', String(Math.floor(2000 + random() * 50_000))];
  }
}

function* certificateRows(firms: readonly Firm[]): Generator<string[]> {
  const random = randomOf(17);
  for (let i = 0; i < CERTIFICATES; i++) {
    const { name, uscc } = someFirm(firms, random);
    const from = plusDays('2021-01-01', Math.floor(random() * 2000));
    const edition = random() < 0.3 ? '2013' : '2023';
    yield [name, uscc, `GB/T 29490-${edition}`, `18${String(i).padStart(10, '0')}`, from, plusDays(from, 1095)];
  }
}

const FILES = [
  {
    kind: 'trademarks',
    headers: [
      '申请/注册号',
      '国际分类',
      '商标名称',
      '申请人名称（中文）',
      '统一社会信用代码',
      '申请日期',
      '注册公告日期',
      '有效期至',
      '商标状态',
    ],
    rows: trademarkRows,
  },
  {
    kind: 'high-tech',
    headers: ['企业名称', '统一社会信用代码', '证书编号', '发证日期', '有效期至'],
    rows: highTechRows,
  },
  {
    kind: 'above-scale',
    headers: ['企业名称', '统一社会信用代码', '年度', '主营业务收入（万元）'],
    rows: aboveScaleRows,
  },
  {
    kind: 'standard-certificates',
    headers: ['企业名称', '统一社会信用代码', '认证标准', '证书编号', '颁证日', '有效期至'],
    rows: certificateRows,
  },
];

/** 200,000 enterprises with patents, marks, lists and certificates, made once through the real importer. */
export async function openFactDistrict(): Promise<World> {
  const world = await openDistrict(PARTIES, PATENTS, 'facts_district');
  const ctx = systemContext(world.services, 'bench');
  const { rows } = await sql<{ marks: number }>`select count(*) as marks from ip_rights.trademark`.execute(
    world.services.db,
  );
  if (rows[0]?.marks === 0) {
    const firms = listFirms();
    for (const { kind, headers, rows: made } of FILES) {
      const path = join(BENCH_DATA, `facts-${kind}.csv`);
      if (!existsSync(path)) await writeLines(path, headers, made(firms));
      const preview = await importFile(ctx, world.tasks, path, { kind, commit: true });
      if (preview.state !== 'committed') throw new Error(`${kind}: ${preview.state}`);
    }
    await world.pool.query('vacuum analyze');
  }
  return world;
}
