import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createModules } from '../../modules.ts';
import {
  CODES,
  csv,
  firm,
  type ImportDesk,
  openImportDesk,
  REGISTER,
} from '../../platform/imports/testing/import-desk.ts';
import { seedDemoFunds } from './index.ts';
import { listLegacyPayments } from './queries/list-legacy-payments.ts';
import { getBudget, listBudgets } from './queries/show-budget.ts';

const FIRM = '苏州甲丝绸有限公司';

let desk: ImportDesk;
const folder = mkdtempSync(join(tmpdir(), 'jince-demo-funds-'));
beforeAll(async () => {
  desk = await openImportDesk();
  await desk.take('登记.csv', csv(REGISTER, firm(FIRM, CODES[0])));
  const head = ['企业名称', '统一社会信用代码', '认证标准', '证书编号', '颁证日', '有效期至'];
  await desk.take(
    '贯标.csv',
    csv(head, [FIRM, CODES[0], 'GB/T 29490-2023', '演示IPMS2024-000001', '2024-05-06', '2027-05-05']),
    { kind: 'standard-certificates' },
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await desk.close();
});

it('the demo gets an example fund, what it paid before, and accounts: once', async () => {
  const { tasks } = createModules();
  const ctx = desk.test.system();
  expect(await seedDemoFunds(ctx, tasks, folder)).toEqual({ lines: 5, payments: 1, accounts: 1 });
  const { items } = await listBudgets(ctx);
  expect(items.map((one) => [one.year, one.example, one.availableFen])).toEqual([
    [2026, true, 1_300_000_000],
    [2025, true, 600_000_000],
  ]);
  const budget = await getBudget(ctx, { fund: items[0]?.fund ?? '', year: 2026 });
  expect(budget.items.map((one) => one.label)).toEqual(['马德里国际注册奖励', '贯标认证奖励']);
  expect(budget.months.map((one) => one.appropriatedFen / 1e6).slice(0, 8)).toEqual([
    0, 1000, 1000, 1000, 1000, 1000, 1300, 1300,
  ]);
  const earlier = await listLegacyPayments(ctx, { page: 1, pageSize: 5 });
  expect(earlier.items).toMatchObject([{ name: FIRM, year: 2025, key: '演示IPMS2024-000001', amountFen: 2_000_000 }]);
  expect(await seedDemoFunds(ctx, tasks, folder)).toEqual({ lines: 0, payments: 0, accounts: 0 });
});
