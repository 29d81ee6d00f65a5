import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { loadFacts } from '../../platform/facts/index.ts';
import {
  CODES,
  csv,
  firm,
  type ImportDesk,
  openImportDesk,
  REGISTER,
} from '../../platform/imports/testing/import-desk.ts';
import { createBatch } from './commands/create-batch.ts';
import { setPartyAccount } from './commands/set-party-account.ts';
import {
  appropriate,
  commitFunds,
  createPayable,
  isPaidAchievement,
  type Origin,
  openReceivable,
  readPaidBefore,
} from './index.ts';
import { listLegacyPayments } from './queries/list-legacy-payments.ts';
import { answer, book } from './testing/treasury.ts';

const [MADRID_FIRM, PATENT_FIRM] = ['苏州甲丝绸有限公司', '苏州乙机械有限公司'];
const HEAD = [
  '年度',
  '单位名称',
  '统一社会信用代码',
  '奖补项目',
  '事项编号',
  '奖补金额（万元）',
  '拨付日期',
  '下达文号',
];
const LIST = csv(
  HEAD,
  ['2023', MADRID_FIRM, CODES[0], '马德里国际注册奖励', 'IR 1501234', '3', '2023-09-28', '吴财行〔2023〕88号'],
  ['2023', PATENT_FIRM, '', '授权发明专利资助', 'ZL202010000001.X', '0.2', '2023-10-09', '吴财行〔2023〕88号'],
  ['2023', PATENT_FIRM, '', '其他一次性补助', '', '1', '', '吴财行〔2023〕90号'],
  ['2023', '苏州丙外地有限公司', '', '贯标认证奖励', 'C-77', '', '', '吴财行〔2023〕88号'],
);

let desk: ImportDesk;
let ctx: Ctx;
let finance: Ctx;
let director: Ctx;
const ids: Record<string, string> = {};
beforeAll(async () => {
  desk = await openImportDesk();
  ctx = desk.ctx;
  [finance, director] = [await desk.test.as('finance-officer'), await desk.test.as('director')];
  await desk.take('登记.csv', csv(REGISTER, firm(MADRID_FIRM, CODES[0]), firm(PATENT_FIRM, CODES[1])));
  const { rows } = await sql<{ id: string; name: string }>`select id, name from parties.party`.execute(ctx.db);
  for (const row of rows) ids[row.name] = row.id;
});
afterAll(() => desk.close());

const PATHS = [
  'funds.paidTotalFen',
  'funds.paidThisYearFen',
  'funds.lastPaidOn',
  'funds.openDebtFen',
  'funds.paidForThisYear',
];
/** Paid in all, this year, last day, still owed, what for this year: as rules read it. */
const factsOf = async (name: string, asOf?: string) => {
  const id = ids[name] as string;
  const { rows } = await loadFacts(ctx, { subject: 'enterprise', ids: [id], paths: PATHS, asOf });
  return PATHS.map((path) => rows.get(id)?.[path]);
};
const KEY = 'madrid:1501234:madrid-registration';
const listed = () => listLegacyPayments(finance, { page: 1, pageSize: 50 });

let importId: string;

describe('a list of earlier payments', () => {
  it('is recognised, read with reasons, matched, and shown as history', async () => {
    const preview = await desk.upload('2023年奖补清单.csv', LIST);
    expect([preview.kind, preview.counts.accepted, preview.counts.refused]).toEqual(['legacy-payments', 3, 1]);
    const texts = preview.issueSummary.map((one) => [one.code, one.severity]);
    expect(texts).toEqual(
      expect.arrayContaining([
        ['amount.missing', 'refused'],
        ['item.unknown', 'warning'],
        ['item.forbidden-now', 'warning'],
      ]),
    );
    await desk.commit(preview.id);
    importId = preview.id;
    const { items, totalFen } = await listed();
    expect(totalFen).toBe(3_000_000 + 200_000 + 1_000_000);
    expect(items.map((one) => [one.party?.name, one.triggerLabel, one.amountFen, one.forbiddenNow !== null])).toEqual(
      expect.arrayContaining([
        [MADRID_FIRM, '马德里国际注册', 3_000_000, false],
        [PATENT_FIRM, '专利授权资助', 200_000, true],
        [PATENT_FIRM, '其他一次性补助', 1_000_000, false],
      ]),
    );
  });

  it('bars what it says was paid, and tells rules what firms got', async () => {
    expect(await isPaidAchievement(ctx, KEY)).toBe(true);
    expect(await factsOf(MADRID_FIRM)).toEqual([3_000_000, 0, '2023-09-28', 0, []]);
    expect(
      (await readPaidBefore(ctx, [ids[MADRID_FIRM] as string], '2026-11-22')).get(ids[MADRID_FIRM] as string),
    ).toEqual([{ group: 'madrid-registration', item: '马德里国际注册奖励', policy: '', year: 2023, fen: 3_000_000 }]);
    expect((await readPaidBefore(ctx, undefined, '2023-09-27')).size).toBe(0);
    const origin: Origin = { kind: 'subsidies.claim-line', id: uuidv7(), label: '马德里 2026' };
    const at = { fund: '资金', year: 2026, item: null };
    await inTransaction(finance, (tx) =>
      appropriate(tx, finance, { ...at, amountFen: 9_000_000, docNo: '文', reason: '年初安排' }),
    );
    const release = inTransaction(director, async (tx) => {
      await commitFunds(tx, director, { ...at, amountFen: 100, origin, reason: '审议' });
      const input = { origin, partyId: ids[MADRID_FIRM] as string, amountFen: 100, purpose: '奖励', documentNo: '文' };
      await createPayable(tx, director, { ...input, achievementKey: KEY });
    });
    await expect(release).rejects.toMatchObject({
      code: 'funds.achievement.paid-before',
      params: { what: '马德里国际注册奖励', when: '2023-09-28', who: MADRID_FIRM },
    });
  });

  it('is taken back as a whole, with what it barred and what it said of firms', async () => {
    await desk.undo(importId);
    expect((await listed()).total).toBe(0);
    expect(await isPaidAchievement(ctx, KEY)).toBe(false);
    expect(await factsOf(MADRID_FIRM)).toEqual([0, 0, null, 0, []]);
  });

  it('that comes after this system has paid the same keeps its rows, and taking them back frees nothing', async () => {
    const origin: Origin = { kind: 'subsidies.claim-line', id: uuidv7(), label: '马德里 2026' };
    const at = { fund: '资金', year: 2026, item: null };
    const partyId = ids[MADRID_FIRM] as string;
    await inTransaction(director, async (tx) => {
      await commitFunds(tx, director, {
        ...at,
        policy: 'ip-quality',
        group: 'g',
        amountFen: 100,
        origin,
        reason: '审议',
      });
      await createPayable(tx, director, {
        origin,
        partyId,
        amountFen: 100,
        achievementKey: KEY,
        purpose: '奖励',
        documentNo: '文',
      });
    });
    const { id } = await desk.take('再次.csv', LIST);
    expect((await listed()).total).toBe(3);
    await desk.undo(id);
    expect(await isPaidAchievement(ctx, KEY)).toBe(true);
    const account = { accountName: MADRID_FIRM, number: '622202110000000001', bankName: '行', reason: null };
    await setPartyAccount(finance, partyId, account);
    const { rows } = await sql<{ id: string }>`select id from funds.payable`.execute(ctx.db);
    await book(finance, await createBatch(finance, { payables: rows.map((row) => row.id), note: null }), answer());
    const debt = {
      origin,
      partyId,
      amountFen: 60,
      decisionNo: '决',
      reason: '追回',
      instalments: [{ dueOn: '2026-12-31', amountFen: 60 }],
    };
    await inTransaction(director, (tx) => openReceivable(tx, director, debt));
    await desk.drain();
    expect(await factsOf(MADRID_FIRM)).toEqual([100, 100, '2026-11-22', 60, ['madrid-registration']]);
    expect((await readPaidBefore(ctx, undefined, '2026-11-22')).get(partyId)).toEqual([
      { group: 'g', item: '马德里 2026', policy: 'ip-quality', year: 2026, fen: 100 },
    ]);
  });
});

describe('the facts', () => {
  it('of a past day say what was true then', async () => {
    expect(await factsOf(MADRID_FIRM, '2026-11-21')).toEqual([0, 0, null, 0, []]);
  });
});
