import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkUscc,
  parseHighTechCertificate,
  parseMadridNumber,
  parsePatentApplicationNumber,
} from '@jince/identifiers';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoManifest, writeDemoFiles } from '../index.ts';

let root = '';
let folder = '';
let manifest: DemoManifest;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'jince-demo-'));
  folder = join(root, 'a');
  manifest = await writeDemoFiles(folder, { scale: 0.3 });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const fileOf = (part: string): string => {
  const found = manifest.files.find((file) => file.file.includes(part));
  if (!found) throw new Error(`no file named ${part}`);
  return found.file;
};

/** Splits simple csv: quoted fields hold no line breaks in these files. */
async function readCsv(file: string, encoding = 'utf-8'): Promise<Record<string, string>[]> {
  const text = new TextDecoder(encoding).decode(await readFile(join(folder, file)));
  const lines = text.split('\r\n').filter(Boolean);
  const split = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? '').replaceAll('""', '"'));
  const header = split(lines[0] ?? '');
  return lines.slice(1).map((line) => Object.fromEntries(split(line).map((cell, i) => [header[i] ?? '', cell])));
}

async function readSheet(file: string, sheet: string, headerRow: number): Promise<Record<string, unknown>[]> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(join(folder, file));
  const page = book.getWorksheet(sheet);
  if (!page) throw new Error(`no sheet ${sheet}`);
  const header = (page.getRow(headerRow).values as string[]).slice(1);
  const rows: Record<string, unknown>[] = [];
  page.eachRow((row, number) => {
    if (number <= headerRow) return;
    rows.push(Object.fromEntries(header.map((name, column) => [name, row.getCell(column + 1).value])));
  });
  return rows;
}

async function digests(of: string): Promise<Record<string, string>> {
  const names = (await readdir(of)).sort();
  const pairs = names.map(async (name) => [
    name,
    createHash('sha256')
      .update(await readFile(join(of, name)))
      .digest('hex'),
  ]);
  return Object.fromEntries(await Promise.all(pairs));
}

test('the same options give the same bytes, another seed other bytes', async () => {
  await writeDemoFiles(join(root, 'b'), { scale: 0.3 });
  const first = await digests(folder);
  expect(await digests(join(root, 'b'))).toEqual(first);
  await writeDemoFiles(join(root, 'c'), { scale: 0.3, seed: 7 });
  const other = await digests(join(root, 'c'));
  expect(Object.keys(other)).toEqual(Object.keys(first));
  const register = fileOf('市场主体登记');
  expect(other[register]).not.toBe(first[register]);
});

test('the manifest lists every kind in import order, and every file says that it is a demo', () => {
  const kinds = manifest.files.map((file) => file.kind);
  expect(new Set(kinds).size).toBe(22);
  expect(kinds.lastIndexOf('market-register')).toBeLessThan(kinds.indexOf('patents'));
  expect(kinds.lastIndexOf('trademarks')).toBeLessThan(kinds.indexOf('madrid'));
  expect(kinds.lastIndexOf('patents')).toBeLessThan(kinds.indexOf('annuities'));
  for (const file of manifest.files) {
    expect(file.file).toContain('演示数据');
    expect(file.rows).toBeGreaterThan(0);
  }
});

test('a scale outside the range is refused', async () => {
  await expect(writeDemoFiles(join(root, 'x'), { scale: 0 })).rejects.toThrow(RangeError);
  await expect(writeDemoFiles(join(root, 'x'), { scale: 100 })).rejects.toThrow(RangeError);
});

describe('files as their senders make them', () => {
  test('market register: note page, merged title, header in row 2, real dates', async () => {
    const rows = await readSheet(fileOf('市场主体登记'), '企业', 2);
    expect(Object.keys(rows[0] ?? {})).toContain('行业代码(GB/T 4754)');
    expect(rows.some((row) => row.成立日期 instanceof Date)).toBe(true);
    expect(rows.some((row) => /^\d{8}$/.test(String(row.成立日期)))).toBe(true);
  });

  test('co-operatives in GBK, with codes that begin with 93', async () => {
    const rows = await readCsv(fileOf('合作社'), 'gbk');
    expect(rows.length).toBe(manifest.files.find((file) => file.encoding === 'gbk')?.rows);
    expect(rows.every((row) => row.统一社会信用代码?.startsWith('93'))).toBe(true);
  });

  test('patents: four senders, separators of their own, the same patent in two exports', async () => {
    const incopat = await readSheet(fileOf('incoPat'), 'sheet1', 1);
    const patsnap = await readCsv(fileOf('智慧芽'));
    const pss = await readSheet(fileOf('国知局'), '检索结果', 2);
    const generic = await readCsv(fileOf('科技局汇总'), 'gbk');
    expect(incopat.some((row) => String(row.申请人).includes('; '))).toBe(true);
    expect(patsnap.some((row) => row['[标]原始申请(专利权)人']?.includes(' | '))).toBe(true);
    expect(generic.some((row) => row.申请人?.includes('；'))).toBe(true);
    expect(generic.some((row) => row.法律事件?.includes('非正常'))).toBe(true);
    const numbers = [incopat, patsnap, pss, generic].map(
      (rows) => new Set(rows.map((row) => String(row.申请号).replace(/^CN/, ''))),
    );
    const all = new Set(numbers.flatMap((set) => [...set]));
    const total = numbers.reduce((sum, set) => sum + set.size, 0);
    expect(total - all.size).toBeGreaterThan(100);
    expect(all.size).toBeGreaterThan(3500);
  });

  test('trademarks: one row per class, terms as the gazette writes them', async () => {
    const rows = await readCsv(fileOf('商业库'));
    const terms = rows.map((row) => row.专用权期限 ?? '').filter((term) => term !== '');
    expect(terms.length).toBeGreaterThan(500);
    expect(terms.every((term) => /^\d{4}年\d\d月\d\d日至\d{4}年\d\d月\d\d日$/.test(term))).toBe(true);
    const keys = new Set(rows.map((row) => row['申请/注册号']));
    expect(keys.size).toBeLessThan(rows.length);
  });

  test('lists: certificate numbers, dead standards shown valid, Madrid members', async () => {
    const highTech = await readSheet(fileOf('高新技术'), '有效高企', 2);
    expect(highTech.filter((row) => !parseHighTechCertificate(String(row.证书编号)).ok)).toEqual([]);
    const certificates = await readSheet(fileOf('贯标'), '贯标证书', 1);
    const dead = certificates.filter((row) => String(row.认证标准).endsWith('2013') && row.证书状态 === '有效');
    expect(dead.length).toBeGreaterThan(5);
    expect(certificates.some((row) => String(row.认证标准).endsWith('2023') && row.证书状态 === '有效')).toBe(true);
    const madrid = await readCsv(fileOf('马德里'));
    expect(new Set(madrid.map((row) => row.国际注册号)).size).toBe(18);
    expect(madrid.filter((row) => !parseMadridNumber(row.国际注册号 ?? '').ok)).toEqual([]);
    const base = new Set((await readCsv(fileOf('商业库'))).map((row) => row['申请/注册号']));
    expect(madrid.some((row) => base.has(row.国内基础注册号))).toBe(true);
  });

  test('annuities: owed and paid, fees in step with the reduction', async () => {
    const rows = await readCsv(fileOf('年费'), 'gbk');
    expect(new Set(rows.map((row) => row.缴费状态))).toEqual(new Set(['已缴', '未缴', '未缴（已终止）']));
    expect(rows.filter((row) => row.费减比例 === '85%').some((row) => row.应缴年费 === '135')).toBe(true);
    expect(rows.some((row) => row.缴费状态 === '未缴' && Number(row.滞纳金) > 0)).toBe(true);
    expect(rows.filter((row) => !parsePatentApplicationNumber(row['申请号/专利号'] ?? '').ok)).toEqual([]);
  });
});

describe('ground truth', () => {
  test('every known owner stands in a register file, and most mentions are spelt right but not all', async () => {
    const truth = await readCsv('truth.csv');
    const sheets = await Promise.all(
      ['企业', '个体工商户', '事业单位'].map((sheet) => readSheet(fileOf('市场主体登记'), sheet, 2)),
    );
    const cooperatives = await readCsv(fileOf('合作社'), 'gbk');
    const registered = new Set([...sheets.flat(), ...cooperatives].map((row) => String(row.统一社会信用代码)));
    const faults = await readCsv('faults.csv');
    const spoilt = faults.filter((fault) => fault.fault === 'wrong-uscc-check').map((fault) => fault.key?.slice(0, 17));
    const missing = truth.filter((row) => row.uscc !== '' && !registered.has(row.uscc ?? ''));
    expect(missing.filter((row) => !spoilt.includes(row.uscc?.slice(0, 17)))).toEqual([]);
    const exact = truth.filter((row) => row.how === 'exact').length / truth.length;
    expect(exact).toBeGreaterThan(0.55);
    expect(exact).toBeLessThan(0.85);
    const kinds = new Set(truth.map((row) => row.how));
    for (const how of ['former-name', 'width', 'district-prefix', 'no-form', 'typo', 'spaces', 'branch']) {
      expect(kinds, how).toContain(how);
    }
    expect(truth.some((row) => row.uscc === '')).toBe(true);
  });

  test('a mention stands in its file as the truth has it', async () => {
    const truth = await readCsv('truth.csv');
    const file = fileOf('科技局汇总');
    const rows = await readCsv(file, 'gbk');
    const byNumber = new Map(rows.map((row) => [row.申请号, row]));
    const mentions = truth.filter((row) => row.file === file && row.role === 'applicant' && byNumber.has(row.key));
    expect(mentions.length).toBeGreaterThan(500);
    for (const row of mentions) {
      expect(byNumber.get(row.key)?.申请人?.split('；')[Number(row.position)]).toBe(row.mention);
    }
  });

  test('the wrong codes are the noted ones and no others', async () => {
    const faults = await readCsv('faults.csv');
    const file = fileOf('市场主体登记');
    const rows = await readSheet(file, '企业', 2);
    const wrong = new Set(rows.map((row) => String(row.统一社会信用代码)).filter((code) => !checkUscc(code).ok));
    const noted = faults
      .filter((fault) => fault.file === file && fault.fault === 'wrong-uscc-check')
      .map((fault) => fault.key);
    expect([...wrong].sort()).toEqual([...new Set(noted)].sort());
    expect(new Set(faults.map((fault) => fault.fault))).toEqual(
      new Set([
        'duplicate-row',
        'wrong-uscc-check',
        'wrong-application-check',
        'impossible-date',
        'unknown-status',
        'dead-standard-shown-valid',
        'not-in-register',
      ]),
    );
  });
});
