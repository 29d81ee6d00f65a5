import { routes } from '@jince/contract';
import exceljs from 'exceljs';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModules } from '../../modules.ts';
import type { Ctx } from '../../platform/context/context.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { getCaseStatistics, listStatisticCases } from './queries/count-cases.ts';
import { exportCaseStatistics, printCaseStatistics } from './queries/print-form.ts';

let test: TestDatabase;
const people: Record<string, Ctx> = {};
let made = 0;

interface Planted {
  readonly row: number | null;
  readonly decidedOn: string;
  readonly organisation?: string;
  readonly kind?: string;
  readonly business?: number;
  readonly fine?: number;
  readonly electronic?: boolean;
}

async function plant(one: Planted): Promise<void> {
  const { district, db } = test.system();
  const id = uuidv7();
  const number = `AJ-${++made}`;
  const kind = one.kind ?? 'penalty';
  await sql`insert into cases.case_file (district, id, number, title, text, source_kind, source_label, received_on, organisation_code,
      behaviour_row, electronic, business_fen, filed_on, decided_on, registered_by_name, registered_at)
    values (${district}, ${id}, ${number}, '示例案件', '示例', 'own', '自行发现', '2026-06-01', ${one.organisation ?? 'WJ-MSB-ENF'},
      ${one.row}, ${one.electronic ?? false}, ${one.business ?? 100_000}, '2026-06-10', ${one.decidedOn}, '测试', now())`.execute(
    db,
  );
  await sql`insert into cases.decision (district, case_id, seq, kind, decided_on, fine_fen, reasons, decided_by_name)
    values (${district}, ${id}, 1, ${kind}, ${one.decidedOn}, ${kind === 'penalty' ? (one.fine ?? 20_000) : 0}, '示例', '测试')`.execute(
    db,
  );
}

const query = (given: Record<string, unknown>) => routes.getCaseStatistics.query.parse(given);

beforeAll(async () => {
  test = await openTestDatabase(createModules().modules);
  people.officer = await test.as('ip-officer');
  people.branch = await test.as('enforcement-officer', 'organisation', 'WJ-MSB-B105');
  await plant({ row: 4, decidedOn: '2026-07-01', business: 50_000_000, electronic: true });
  await plant({ row: 4, decidedOn: '2026-09-30', organisation: 'WJ-MSB-B105', business: 1_234_567 });
  await plant({ row: 22, decidedOn: '2026-08-15', organisation: 'WJ-MSB-B105' });
  await plant({ row: 4, decidedOn: '2026-10-01' });
  await plant({ row: null, decidedOn: '2026-08-16' });
  await plant({ row: 33, decidedOn: '2026-08-17', kind: 'cancelled' });
});
afterAll(() => test?.close());

it('counts a quarter by the day of decision; each cell opens to exactly its cases; what does not fit is listed', async () => {
  const ctx = people.officer as Ctx;
  const form = await getCaseStatistics(ctx, query({ year: 2026, quarter: 3 }));
  expect(routes.getCaseStatistics.response.parse(form)).toEqual(form);
  expect([form.rows.length, form.columns.length]).toEqual([43, 12]);
  expect(form.rows[0]?.values).toMatchObject({ cases: 3, large: 1, electronic: 1, business: 51_334_567, fine: 60_000 });
  expect(form.proof).toEqual({ cases: 3, equal: true });
  expect(form.checks.map((one) => [one.number, one.problem, one.left])).toEqual([
    ['AJ-5', 'no-behaviour', true],
    ['AJ-6', 'not-counted', true],
  ]);
  for (const row of form.rows)
    for (const { column } of form.columns) {
      if ((row.values[column] ?? 0) === 0) continue;
      const cell = await listStatisticCases(ctx, { ...query({ year: 2026, quarter: 3 }), row: row.row, column });
      expect(cell.total).toBe(row.values[column]);
      expect(cell.items.reduce((sum, item) => sum + item.adds, 0)).toBe(row.values[column]);
    }
});

it('follows the filters, and shows a branch its own cases alone', async () => {
  const only = await getCaseStatistics(
    people.officer as Ctx,
    query({ year: 2026, quarter: 3, organisation: 'WJ-MSB-B105' }),
  );
  const own = await getCaseStatistics(people.branch as Ctx, query({ year: 2026, quarter: 3 }));
  expect([only.proof.cases, own.proof.cases]).toEqual([2, 2]);
  expect((await getCaseStatistics(people.officer as Ctx, query({ year: 2026 }))).proof.cases).toBe(4);
  const filed = await getCaseStatistics(people.officer as Ctx, query({ year: 2026, month: 6, by: 'filed' }));
  expect(filed.proof.cases).toBe(4);
});

it('comes out as a workbook in the layout of the return, and as PDF', async () => {
  const ctx = people.officer as Ctx;
  const book = new exceljs.Workbook();
  await book.xlsx.load((await exportCaseStatistics(ctx, query({ year: 2026, quarter: 3 }))).content as never);
  const page = book.getWorksheet('统计表');
  expect(page?.getCell('A1').value).toBe('知识产权案件统计表（按行为分类）');
  expect([page?.getCell('B4').value, page?.getCell('D4').value, page?.getCell('J4').value]).toEqual(['合计', 3, 51.33]);
  expect(page?.getCell('C7').value).toBe('商标法(2019)第57条第三项');
  expect([page?.getCell('A46').value, page?.getCell('D7').value]).toEqual([43, 2]);
  const pdf = await printCaseStatistics(ctx, query({ year: 2026, quarter: 3 }));
  expect((pdf.content as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
});

describe('each period of the return', () => {
  beforeAll(async () => {
    await plant({ row: 4, decidedOn: '2025-12-31' });
    await plant({ row: 22, decidedOn: '2026-12-31' });
    await plant({ row: 4, decidedOn: '2027-01-01' });
  });

  it.each([
    { name: 'a month', period: { year: 2026, month: 9 }, rows: { 4: ['AJ-2'] } },
    { name: 'the month after', period: { year: 2026, month: 10 }, rows: { 4: ['AJ-4'] } },
    { name: 'a quarter', period: { year: 2026, quarter: 4 }, rows: { 4: ['AJ-4'], 22: ['AJ-8'] } },
    { name: 'a year', period: { year: 2026 }, rows: { 4: ['AJ-1', 'AJ-2', 'AJ-4'], 22: ['AJ-3', 'AJ-8'] } },
    { name: 'the year before', period: { year: 2025 }, rows: { 4: ['AJ-7'] } },
  ])('$name holds the decisions from its first to its last day, each under its cell', async ({ period, rows }) => {
    const ctx = people.officer as Ctx;
    const form = await getCaseStatistics(ctx, query(period));
    const opened = async (row: number) =>
      (await listStatisticCases(ctx, { ...query(period), row, column: 'cases' })).items.map((one) => one.number).sort();
    const found: Record<number, string[]> = {};
    for (const { row, values } of form.rows.slice(1)) if (values.cases > 0) found[row] = await opened(row);
    expect(found).toEqual(rows);
    expect(await opened(form.rows[0]?.row ?? 0)).toEqual(Object.values(rows).flat().sort());
    expect(form.rows[0]?.values.cases).toBe(Object.values(rows).flat().length);
  });
});
