import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '@jince/contract';
import { writeDemoFiles } from '@jince/wujiang';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { AppError } from '../../../platform/errors/errors.ts';
import { appropriate, commitFunds, createPayable } from '../../funds/index.ts';
import { publishPolicy } from '../commands/publish-policy.ts';
import { getPolicy } from '../queries/show-policy.ts';
import { draftPolicy, revisePolicy } from '../testing/policy-district.ts';
import { openWhatIfDesk, type WhatIfDesk } from '../testing/what-if-desk.ts';
import { explainWhatIf } from './explain-what-if.ts';
import { exportWhatIfLines } from './export-what-if-lines.ts';
import { listWhatIfLines } from './list-what-if-lines.ts';
import { runWhatIf } from './run-what-if.ts';
import { runWhatIfHistory } from './run-what-if-history.ts';

const ASKED = { changes: [], paid: 'count' as const };
const LIST = { ...ASKED, list: 'lines' as const, page: 1, pageSize: 500 };
/** No budget and no limit of the policy as a whole: what is left is the sum of the parts. */
const UNLIMITED = (items: readonly string[]) => [
  { item: null, path: 'budgetFen', value: null },
  ...items.map((item) => ({ item, path: 'budgetFen', value: null })),
];

let desk: WhatIfDesk;
let folder: string;
let officer: Ctx;
let version: string;
const today = () => officer.today;

beforeAll(async () => {
  desk = await openWhatIfDesk();
  folder = mkdtempSync(join(tmpdir(), 'jince-what-if-'));
  const { files } = await writeDemoFiles(folder, { scale: 0.08 });
  await desk.take(files.map(({ file, kind }) => ({ path: join(folder, file), kind })));
  officer = desk.officer;
  version = await desk.version('ip-quality', 2);
}, 300_000);

afterAll(async () => {
  await desk?.test.close();
  rmSync(folder, { recursive: true, force: true });
});

async function allLines(given: object = {}, ctx = officer) {
  const { items, total, fen } = await listWhatIfLines(ctx, { ...LIST, version, ...given });
  expect(items).toHaveLength(Math.min(total, 500));
  return { items, total, fen };
}

const refusal = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => undefined,
    (one: unknown) => one as AppError,
  );
  if (error === undefined) throw new Error('it was not refused');
  return error;
};

describe('a what-if over the demo district', () => {
  it('sums to what everybody gets when asked alone, line by line and to the fen', async () => {
    for (const [code, number] of [
      ['ip-quality', 2],
      ['ip-quality', 1],
      ['ip-use', 1],
    ] as const) {
      const id = await desk.version(code, number);
      const { items } = (await getPolicy(officer, id)).document;
      const question = { ...LIST, version: id, changes: UNLIMITED(items.map((item) => item.code)) };
      const { amounts, totalFen } = await desk.oneByOne(id, today());
      const result = await runWhatIf(officer, question);
      expect(result.fen).toBe(totalFen);
      const rows = (await listWhatIfLines(officer, question)).items;
      expect(rows.map((row) => `${row.partyId} ${row.item} ${row.key} ${row.fen}`).sort()).toEqual(amounts);
      if (code === 'ip-quality') expect(amounts.length).toBeGreaterThan(3);
      routes.runWhatIf.response.parse(result);
    }
  });

  it('says the same in every cut, in the curve and in the list behind each', async () => {
    const result = await runWhatIf(officer, { ...ASKED, version });
    const sum = (list: readonly { fen: number }[]) => list.reduce((total, one) => total + one.fen, 0);
    expect(sum(result.items)).toBe(result.fen);
    for (const { cut, buckets } of result.cuts) {
      expect(sum(buckets), cut).toBe(result.fen);
      for (const { code, fen, lines } of buckets) {
        const listed = await allLines({ [cut]: code === '' ? 'none' : code });
        expect(listed).toMatchObject({ total: lines, fen });
      }
    }
    expect(result.curve.at(-1)?.sumFen).toBe(result.fen);
    for (const { month, fen } of result.curve) expect((await allLines({ month: month ?? 'none' })).fen).toBe(fen);
    for (const { code, fen, lines } of result.items)
      expect(await allLines({ item: code })).toMatchObject({ total: lines, fen });
  });

  it('moves with a parameter, within the budget and to the fen', async () => {
    const before = await runWhatIf(officer, { ...ASKED, version });
    const change = { item: 'standard-certification', path: 'amount.fen', value: 1_000_000 };
    const after = await runWhatIf(officer, { ...ASKED, version, changes: [change] });
    const of = (result: typeof before) => result.items.find((item) => item.code === 'standard-certification');
    expect(of(before)?.lines).toBeGreaterThan(0);
    expect(of(after)?.neededFen).toBe((of(before)?.lines ?? 0) * 1_000_000);
    expect(after.parameters.find((one) => one.item === change.item && one.path === change.path)).toMatchObject({
      value: 1_000_000,
      base: 3_000_000,
    });
    // Against the version in force, which is the same without the change.
    expect(after.comparison).toMatchObject({ against: { id: version }, movedYears: 0, fen: before.fen });
    expect(after.comparison?.losers.count).toBe(of(before)?.recipients);
    expect(after.fen - before.fen).toBe((after.comparison?.winners.fen ?? 0) - (after.comparison?.losers.fen ?? 0));
    const losers = await listWhatIfLines(officer, { ...LIST, version, changes: [change], list: 'losers' });
    expect(losers.total).toBe(after.comparison?.losers.count);
    expect(losers.items.every((row) => (row.beforeFen ?? 0) > row.fen)).toBe(true);

    const budget = [{ item: null, path: 'budgetFen', value: 5_000_000 }];
    const tight = await runWhatIf(officer, { ...ASKED, version, changes: budget });
    expect(tight.fen).toBeLessThanOrEqual(5_000_000);
    expect(tight.neededFen).toBe(before.neededFen);
    expect(tight.budgets.find((use) => use.item === null)).toMatchObject({ usedFen: tight.fen });
    const lowered = await listWhatIfLines(officer, { ...LIST, version, changes: budget, list: 'lowered' });
    expect(lowered.total).toBeGreaterThan(0);
    expect(lowered.items.every((row) => row.fen < row.neededFen)).toBe(true);
  });

  it('opens a line to the evaluation it comes from', async () => {
    const changes = [{ item: null, path: 'budgetFen', value: 5_000_000 }];
    for (const row of (await allLines({ changes })).items.slice(0, 5)) {
      const { items } = await explainWhatIf(officer, { ...ASKED, version, changes, party: row.partyId });
      const found = items.flatMap((item) => item.entitlements).find((one) => one.key === row.key);
      expect(found?.fen).toBe(row.fen);
      expect(found?.steps.at(-1)?.fen).toBe(row.fen);
      expect(found?.achievement.sentence).not.toBe('');
    }
  });

  it('refuses what cannot be moved, naming the place', async () => {
    const ask = (item: string | null, path: string, value: string | number | null) =>
      refusal(runWhatIf(officer, { ...ASKED, version, changes: [{ item, path, value }] }));
    const error = await ask('standard-certification', 'amount.fen', -1);
    expect(error.code).toBe('policies.what-if.bad-change');
    expect(error.fieldErrors).toEqual([
      { path: 'changes.0', message: '企业知识产权合规管理体系认证（贯标） · 金额 · 金额：超出允许的范围' },
    ]);
    expect((await ask('nobody', 'capFen', 1)).code).toBe('policies.what-if.bad-change');
    expect((await ask(null, 'title', '另一份')).fieldErrors[0]?.message).toContain('没有这个参数');
  });

  it('works out a document as somebody writes it, or says what is missing', async () => {
    const { document } = await getPolicy(officer, version);
    const [first, ...others] = document.items;
    const written = {
      ...document,
      items: [{ ...first, eligibility: 'enterprise.active && enterprise.highTech' }, ...others],
    };
    const before = await runWhatIf(officer, { ...ASKED, version });
    const after = await runWhatIf(officer, { ...ASKED, version, document: written });
    expect(after.items[0]?.lines).toBeLessThan(before.items[0]?.lines ?? 0);
    const broken = { ...document, items: [{ ...first, eligibility: 'enterprise.highTec' }] };
    const error = await refusal(runWhatIf(officer, { ...ASKED, version, document: broken }));
    expect(error.code).toBe('policies.what-if.bad-document');
    expect(error.fieldErrors[0]?.message).toContain('highTec');
    expect((await refusal(runWhatIf(officer, { ...ASKED, version, document: {} }))).code).toBe(
      'policies.what-if.bad-document',
    );
  });

  it('shows a liaison the own towns and nobody else, after budgets shared over the district', async () => {
    const whole = await runWhatIf(officer, { ...ASKED, version });
    const [town] = whole.cuts.find(({ cut }) => cut === 'town')?.buckets.filter((one) => one.code !== '') ?? [];
    if (town === undefined) throw new Error('no town gets anything');
    const liaison = await desk.test.as('liaison', 'town', town.code);
    const own = await runWhatIf(liaison, { ...ASKED, version });
    expect(own).toMatchObject({ whole: false, fen: town.fen, lines: town.lines, budgets: [] });
    expect(own.considered).toBeLessThan(whole.considered);
    expect(own.cuts.find(({ cut }) => cut === 'town')?.buckets.map((one) => one.code)).toEqual([town.code]);
    const elsewhere = (await allLines()).items.find((row) => row.town !== town.label);
    expect((await allLines({}, liaison)).total).toBe(town.lines);
    const party = elsewhere?.partyId ?? '';
    expect((await refusal(explainWhatIf(liaison, { ...ASKED, version, party }))).code).toBe('platform.not-found');
  });

  it('thinks the policy back, year by year, with nothing paid twice', async () => {
    const { years } = await runWhatIfHistory(officer, { version, changes: [], from: 2023, to: 2026 });
    expect(years.map((year) => [year.year, year.asOf])).toEqual([
      [2023, '2023-12-31'],
      [2024, '2024-12-31'],
      [2025, '2025-12-31'],
      [2026, today()],
    ]);
    expect(years.some((year) => year.year < 2026 && year.lines > 0)).toBe(true);
    for (const year of years) expect(year.items.reduce((sum, item) => sum + item.fen, 0)).toBe(year.fen);
    for (const year of years.slice(1))
      expect(await allLines({ history: { from: 2023, year: year.year } })).toMatchObject({
        total: year.lines,
        fen: year.fen,
      });
    const error = await refusal(runWhatIfHistory(officer, { version, changes: [], from: 2024, to: 2023 }));
    expect(error.code).toBe('policies.what-if.bad-years');
  });

  it('reads the district again when its facts change, and only then', async () => {
    const before = await runWhatIf(officer, { ...ASKED, version });
    const [row] = (await allLines()).items;
    await sql`update facts.enterprise set active = false where subject_id = ${row?.partyId}`.execute(officer.db);
    expect((await runWhatIf(officer, { ...ASKED, version })).fen).toBe(before.fen);
    await sql`update facts.state set refreshed_at = refreshed_at + interval '1 second'`.execute(officer.db);
    expect((await runWhatIf(officer, { ...ASKED, version })).fen).toBeLessThan(before.fen);
    await sql`update facts.enterprise set active = true where subject_id = ${row?.partyId}`.execute(officer.db);
    await sql`update facts.state set refreshed_at = refreshed_at + interval '1 second'`.execute(officer.db);
    expect((await runWhatIf(officer, { ...ASKED, version })).fen).toBe(before.fen);
  });

  it('leaves out what was paid and counts it as used, or looks at the year as if nothing had been', async () => {
    const before = await runWhatIf(officer, { ...ASKED, version });
    const row = (await allLines()).items.find((one) => one.key?.startsWith('madrid:'));
    const item = 'madrid-registration';
    if (row?.key == null) throw new Error('nobody registered at Madrid');
    const { fund, year, code } = before.policy;
    const origin = { kind: 'subsidies.claim-line' as const, id: uuidv7(), label: '奖补' };
    const { key: achievementKey, partyId, fen: amountFen } = row;
    const ctx = desk.test.system();
    await inTransaction(ctx, async (tx) => {
      await appropriate(tx, ctx, { fund, year, item: null, amountFen: 900_000_000, docNo: '财预1号', reason: '安排' });
      await commitFunds(tx, ctx, { fund, year, item, policy: code, amountFen, origin, reason: '审定' });
      await createPayable(tx, ctx, { origin, partyId, amountFen, achievementKey, purpose: '奖补', documentNo: '1号' });
    });
    const counted = await runWhatIf(officer, { ...ASKED, version });
    expect(counted.fen).toBe(before.fen - amountFen);
    expect(counted.budgets.find((use) => use.item === null)?.usedBeforeFen).toBe(amountFen);
    expect(counted.budgets.find((use) => use.item === item)?.usedBeforeFen).toBe(amountFen);
    const ignored = await runWhatIf(officer, { ...ASKED, version, paid: 'ignore' });
    expect(ignored.fen).toBe(before.fen);
    expect(ignored.budgets.every((use) => use.usedBeforeFen === 0)).toBe(true);
    const { items } = await explainWhatIf(officer, { ...ASKED, version, party: partyId });
    const refused = items.find((one) => one.item === item)?.refusals.map((one) => one.code);
    expect(refused).toContain('paid-before');
  });

  it('gives the whole list as a file, for a spreadsheet that takes no orders from it', async () => {
    const read = async (format: 'csv' | 'xlsx') => {
      const { content, fileName } = await exportWhatIfLines(officer, { ...LIST, version, format });
      const chunks: Buffer[] = [];
      for await (const chunk of content as AsyncIterable<Buffer | string>) chunks.push(Buffer.from(chunk));
      return { bytes: Buffer.concat(chunks), fileName };
    };
    const { total, items } = await allLines();
    const { bytes, fileName } = await read('csv');
    const lines = bytes.toString().trim().split('\r\n');
    expect(fileName).toMatch(/\.csv$/);
    expect(lines).toHaveLength(total + 1);
    expect(lines[1]).toContain(items[0]?.name);
    expect((await read('xlsx')).bytes.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('a draft', () => {
  it('is compared with the version in force, its windows moved to the same year', async () => {
    const director = await desk.test.as('director');
    const { document } = await getPolicy(officer, version);
    const own = { ...document, code: 'moved', year: 2025, effectiveFrom: '2025-01-01' };
    const back = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
    const items = own.items.map((item) => ({
      ...item,
      achieved: { from: back(item.achieved.from), to: back(item.achieved.to) },
      examples: [],
    }));
    const first = await draftPolicy(officer, { ...own, items } as never);
    await publishPolicy(director, first.id, first.revision).catch(() => undefined);
    await sql`update policies.policy_version set state = 'published' where id = ${first.id}`.execute(officer.db);
    const next = await revisePolicy(officer, first.id, { ...document, code: 'moved' } as never);
    const { comparison, fen } = await runWhatIf(officer, { ...ASKED, version: next.id });
    expect(comparison).toMatchObject({ movedYears: 1, fen, winners: { count: 0 }, losers: { count: 0 } });
  });
});
