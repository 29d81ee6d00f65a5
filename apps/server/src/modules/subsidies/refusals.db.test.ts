import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../platform/errors/errors.ts';
import { bring, levelClaim, premiumClaim } from './testing/claim-way.ts';
import { type Hands, ITEMS, openSubsidyDesk, PINGWANG, type SubsidyDesk } from './testing/subsidy-desk.ts';
import { payAll } from './testing/treasury.ts';

let desk: SubsidyDesk;
let hands: Hands;
let versionId: string;
let firms = 0;

beforeAll(async () => {
  desk = await openSubsidyDesk();
  versionId = await desk.policy();
  await desk.give(50_000_000);
  hands = desk.hands();
});
afterAll(() => desk.close());

const firm = (over = {}) => desk.firm(`苏州样例${String.fromCodePoint(0x4e01 + ++firms)}公司`, over);
const textOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'AppError' });
  const { code } = error as AppError;
  return { code, text: desk.test.services.sentence(error as AppError, 'zh').text };
};
const setStatus = (id: string, status: string) =>
  sql`update parties.party set status = ${status} where id = ${id}`.execute(desk.ctx.db);
const checked = (id: string) => desk.call(hands.director, 'getClaimCheck', { params: { id } });

describe('filing', () => {
  it('needs the papers the registers do not hold, and names them', async () => {
    const { id: partyId } = await firm();
    const lines = [{ item: 'premium', declared: { policyNo: 'P-1', premiumFen: 100_000, paidOn: '2026-03-01' } }];
    const { id } = await desk.call(hands.officer, 'createClaim', { body: { partyId, versionId, lines } });
    expect(await textOf(desk.act(hands.officer, id, 'submit'))).toEqual({
      code: 'subsidies.claim.material-missing',
      text: '还缺材料：保费发票。',
    });
    await desk.attach(hands.officer, id, '保费发票');
    expect(await desk.act(hands.officer, id, 'submit')).toBe('submitted');
    const claim = await desk.call(hands.officer, 'getClaim', { params: { id } });
    expect(claim).toMatchObject({
      claimedFen: 50_000,
      lineItems: [{ label: '保单 P-1', achievementKey: 'claim:P-1:insurance-premium' }],
      materials: [{ label: '保费发票', standing: 'attached' }],
    });
  });

  it('refuses a field that is not of its type, and an item nobody knows', async () => {
    const { id: partyId } = await firm();
    const make = (item: string, declared: object) =>
      desk.call(hands.officer, 'createClaim', { body: { partyId, versionId, lines: [{ item, declared }] } });
    expect((await textOf(make('premium', { premiumFen: '很多' }))).text).toContain('保费');
    expect((await textOf(make('nothing', {}))).code).toBe('subsidies.claim.unknown-item');
  });

  it('says which line gives nothing and why', async () => {
    const { id: partyId } = await firm();
    const id = await premiumClaim(desk, versionId, partyId, [
      { policyNo: 'P-2', premiumFen: 100_000, paidOn: '2024-03-01' },
    ]);
    const refusal = await textOf(desk.act(hands.officer, id, 'submit'));
    expect(refusal.code).toBe('subsidies.claim.line-refused');
    expect(refusal.text).toContain('成果取得日期不在本条的成果期内');
  });

  it('refuses a second claim for the same achievement and names where it is', async () => {
    const [one, other] = [await firm(), await firm()];
    const first = await premiumClaim(desk, versionId, one.id, [{ policyNo: 'P-3', premiumFen: 100_000 }]);
    await desk.act(hands.officer, first, 'submit');
    const { number } = await desk.call(hands.officer, 'getClaim', { params: { id: first } });
    const second = await premiumClaim(desk, versionId, other.id, [{ policyNo: ' p 3', premiumFen: 100_000 }]);
    const refusal = await textOf(desk.act(hands.officer, second, 'submit'));
    expect(refusal.code).toBe('subsidies.claim.duplicate');
    for (const part of [number, one.name, '待推荐']) expect(refusal.text).toContain(part);
    await desk.act(hands.officer, first, 'withdraw');
    expect(await desk.act(hands.officer, second, 'submit')).toBe('submitted');
  });

  it('lets one of two who file the same achievement at once, and tells the other', async () => {
    const parties = [await firm(), await firm()];
    const ids = await Promise.all(
      parties.map((one) => premiumClaim(desk, versionId, one.id, [{ policyNo: 'P-4', premiumFen: 100_000 }])),
    );
    const both = await Promise.allSettled(ids.map((id) => desk.act(hands.officer, id, 'submit')));
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as AppError).code] : []))).toEqual([
      'subsidies.claim.duplicate',
    ]);
  });

  it('is closed outside the window, to drafts of prohibited triggers and for firms that ended', async () => {
    const party = await firm();
    const closed = await desk.policy({ code: 'closed', windows: [{ from: '2026-05-01', to: '2026-05-31' }] });
    const id = await levelClaim(desk, closed, party.id);
    expect((await textOf(desk.act(hands.officer, id, 'submit'))).text).toContain('申报期为2026-05-01至2026-05-31');
    const granted = { ...ITEMS[0], code: 'granted', name: '发明专利授权资助', trigger: 'patent-granted' };
    const forbidden = await desk.policy({ code: 'forbidden', items: [granted] });
    const refusal = await textOf(
      desk.call(hands.officer, 'createClaim', {
        body: { partyId: party.id, versionId: forbidden, lines: [{ item: 'granted' }] },
      }),
    );
    expect(refusal.text).toContain('国知发保字〔2021〕1号');
    const gone = await firm({ status: 'deregistered' });
    expect((await textOf(levelClaim(desk, versionId, gone.id))).text).toContain('登记状态为“注销”');
  });

  it('knows no claim of another town or party', async () => {
    const mine = await firm();
    const other = await firm({ town: PINGWANG });
    const id = await levelClaim(desk, versionId, other.id);
    await expect(desk.call(hands.liaison, 'getClaim', { params: { id } })).rejects.toThrow('platform.not-found');
    const enterprise = await desk.enterpriseOf(mine);
    await expect(desk.call(enterprise, 'getClaim', { params: { id } })).rejects.toThrow('platform.not-found');
    await expect(desk.act(enterprise, id, 'submit')).rejects.toThrow('platform.not-found');
    const list = await desk.call(enterprise, 'listClaims', { query: {} });
    expect(list.items.every((one) => one.party.id === mine.id)).toBe(true);
  });
});

describe('a supplement', () => {
  it('is asked for once, within its time, with the acceptance standing still', async () => {
    const id = await bring(desk, await levelClaim(desk, versionId, (await firm()).id), 'recommended');
    await desk.act(hands.officer, id, 'request-supplement', { items: ['补充说明'] });
    const panel = await desk.call(hands.officer, 'getFilePanel', { params: { id } });
    expect(panel.clocks.map((one) => [one.clock, one.standing]).toSorted()).toEqual([
      ['acceptance', 'suspended'],
      ['recommendation', 'stopped'],
      ['supplement', 'running'],
    ]);
    expect(await desk.act(hands.officer, id, 'supplement')).toBe('recommended');
    expect((await textOf(desk.act(hands.officer, id, 'request-supplement', { items: ['再补'] }))).code).toBe(
      'subsidies.claim.supplement-once',
    );
  });
});

describe('separate hands', () => {
  it('let nobody accept, review and decide the same claim', async () => {
    const all = await desk.test.as('ip-officer');
    const everything = {
      ...all,
      actor: {
        ...all.actor,
        grants: ['ip-officer', 'reviewer', 'director'].map((role) => ({
          role,
          placeKind: 'district' as const,
          placeCode: all.district,
        })),
        permissions: new Set(
          ['ip-officer', 'reviewer', 'director'].flatMap((role) => desk.test.services.permissionsOfRole(role)),
        ),
      },
    };
    const id = await bring(desk, await levelClaim(desk, versionId, (await firm()).id), 'recommended');
    await desk.act(everything, id, 'accept');
    expect((await textOf(desk.act(everything, id, 'check'))).code).toBe('procedures.action.apart');
    await desk.act(hands.checker, id, 'check');
    expect((await textOf(desk.act(everything, id, 'review'))).code).toBe('procedures.action.apart');
    await desk.act(hands.reviewer, id, 'review');
    await desk.act(hands.checker, id, 'clear-credit');
    expect((await textOf(desk.act(everything, id, 'decide-approve', { documentNo: '文' }))).code).toBe(
      'procedures.action.apart',
    );
    expect(await desk.act(hands.director, id, 'decide-approve', { documentNo: '文号' })).toBe('approved');
  });
});

describe('deciding and releasing', () => {
  it('stops a firm that was deregistered meanwhile, and gives the money back when it is refused', async () => {
    const party = await firm();
    const id = await bring(desk, await levelClaim(desk, versionId, party.id), 'approved');
    await setStatus(party.id, 'moved-out');
    await desk.call(hands.officer, 'publishPublicityList', { body: { claimIds: [id] } });
    desk.at('2026-11-30T02:00:00Z');
    try {
      const now = desk.hands();
      await desk.act(now.officer, id, 'conclude-publicity');
      const refusal = await textOf(desk.act(now.director, id, 'release', { documentNo: '文' }));
      expect(refusal.code).toBe('platform.invalid-input');
      const stopped = await textOf(
        desk.act(now.director, id, 'release', { documentNo: '下达文', confirmChange: '核实过' }),
      );
      expect(stopped.text).toContain('登记状态为“迁出”，不能申报和拨付');
      expect((await checked(id)).stops).toHaveLength(1);
      await desk.act(now.director, id, 'decide-refuse', { reason: '已迁出本区' });
      const claim = await desk.call(now.officer, 'getClaim', { params: { id } });
      expect(claim).toMatchObject({ state: 'refused', lineItems: [{ payment: 'cancelled' }] });
      const list = await desk.call(desk.ctx, 'getPublicList', { params: { id: claim.lists[0]?.id } });
      expect(list.entries[0]).toMatchObject({ standing: 'withdrawn', note: '已撤下' });
      expect(list.changes).toMatchObject([{ kind: 'withdrawal', reason: '经复核不予扶持', on: '2026-11-30' }]);
      expect(list.totalWan).toBe('0.00');
    } finally {
      desk.at('2026-11-22T02:00:00Z');
    }
  });

  it('shows what changed since filing and waits for a reason', async () => {
    const changing = {
      ...ITEMS[0],
      code: 'size',
      amount: { type: 'share', of: 'enterprise.capitalFen', ratePpm: 100_000 },
    };
    const version = await desk.policy({ code: 'size', items: [changing] });
    const party = await firm();
    const capital = (fen: number) =>
      sql`update parties.party set capital_fen = ${fen}, capital_currency = 'CNY' where id = ${party.id}`.execute(
        desk.ctx.db,
      );
    await capital(20_000_000);
    const { id } = await desk.call(hands.officer, 'createClaim', {
      body: { partyId: party.id, versionId: version, lines: [{ item: 'size' }] },
    });
    await bring(desk, id, 'cleared');
    await capital(15_000_000);
    expect(await checked(id)).toMatchObject({ beforeFen: 2_000_000, afterFen: 1_500_000, differs: true });
    const refusal = await textOf(desk.act(hands.director, id, 'decide-approve', { documentNo: '文号' }));
    expect(refusal).toMatchObject({
      code: 'subsidies.claim.changed',
      text: expect.stringContaining('由20,000元变为15,000元'),
    });
    await desk.act(hands.director, id, 'decide-approve', { documentNo: '文号', confirmChange: '注册资本已减少' });
    const claim = await desk.call(hands.officer, 'getClaim', { params: { id } });
    expect(claim.approvedFen).toBe(1_500_000);
    expect(claim.calculations.at(-1)).toMatchObject({ stage: 'decision', confirmation: '注册资本已减少' });
  });

  it('releases less where the facts now give less, corrects the public row and frees the rest', async () => {
    const fund = '复算资金';
    const changing = {
      ...ITEMS[0],
      code: 'release-size',
      amount: { type: 'share', of: 'enterprise.capitalFen', ratePpm: 100_000 },
    };
    const version = await desk.policy({ code: 'release-size', items: [changing], fund });
    await desk.call(hands.finance, 'appropriateBudget', {
      body: { fund, year: 2026, amountFen: 5_000_000, docNo: '文', reason: '年初安排' },
    });
    const party = await firm();
    const capital = (fen: number) =>
      sql`update parties.party set capital_fen = ${fen}, capital_currency = 'CNY' where id = ${party.id}`.execute(
        desk.ctx.db,
      );
    await capital(20_000_000);
    const { id } = await desk.call(hands.officer, 'createClaim', {
      body: { partyId: party.id, versionId: version, lines: [{ item: 'release-size' }] },
    });
    await bring(desk, id, 'approved');
    const { id: listId } = await desk.call(hands.officer, 'publishPublicityList', { body: { claimIds: [id] } });
    desk.at('2026-11-30T02:00:00Z');
    try {
      const now = desk.hands();
      await desk.act(now.officer, id, 'conclude-publicity');
      await capital(12_000_000);
      expect((await textOf(desk.act(now.director, id, 'release', { documentNo: '下达文' }))).code).toBe(
        'subsidies.claim.changed',
      );
      await desk.act(now.director, id, 'release', { documentNo: '下达文', confirmChange: '注册资本减少' });
      const claim = await desk.call(now.officer, 'getClaim', { params: { id } });
      expect(claim).toMatchObject({ state: 'released', approvedFen: 1_200_000, lineItems: [{ payment: 'payable' }] });
      const list = await desk.call(desk.ctx, 'getPublicList', { params: { id: listId } });
      expect(list.entries[0]).toMatchObject({ amountWan: '1.20', standing: 'corrected' });
      expect(list.changes).toMatchObject([{ before: '2.00万元', after: '1.20万元' }]);
      const { rows } = await sql<{
        committed: number;
        available: number;
      }>`select committed_fen as committed, available_fen as available from funds.line where fund = ${fund}`.execute(
        desk.ctx.db,
      );
      expect(rows).toEqual([{ committed: 1_200_000, available: 3_800_000 }]);
    } finally {
      desk.at('2026-11-22T02:00:00Z');
    }
  });

  it('gives promised money back when the applicant withdraws, and says so in the list', async () => {
    const party = await firm();
    const id = await bring(desk, await levelClaim(desk, versionId, party.id), 'approved');
    const { id: listId } = await desk.call(hands.officer, 'publishPublicityList', { body: { claimIds: [id] } });
    const enterprise = await desk.enterpriseOf(party);
    expect(await desk.act(enterprise, id, 'withdraw', undefined, '不再需要')).toBe('withdrawn');
    const claim = await desk.call(enterprise, 'getClaim', { params: { id } });
    expect(claim).toMatchObject({ lineItems: [{ payment: 'cancelled' }], objections: [] });
    const list = await desk.call(desk.ctx, 'getPublicList', { params: { id: listId } });
    expect(list.changes).toMatchObject([{ kind: 'withdrawal', reason: '申报单位撤回申请' }]);
    expect(await desk.act(hands.officer, await levelClaim(desk, versionId, party.id), 'submit')).toBe('submitted');
  });

  it('is refused over budget, and commits nothing of the claim', async () => {
    const party = await firm();
    const fund = '小额资金';
    const version = await desk.policy({ code: 'small', fund });
    await desk.call(hands.finance, 'appropriateBudget', {
      body: { fund, year: 2026, amountFen: 2_500_000, docNo: '文', reason: '年初安排' },
    });
    const id = await premiumClaim(desk, version, party.id, [
      { policyNo: 'B-1', premiumFen: 4_000_000 },
      { policyNo: 'B-2', premiumFen: 4_000_000 },
    ]);
    await bring(desk, id, 'cleared');
    expect((await textOf(desk.act(hands.director, id, 'decide-approve', { documentNo: '文号' }))).code).toBe(
      'funds.budget.exceeded',
    );
    const { rows } = await sql<{
      committed: number;
    }>`select committed_fen as committed from funds.line where fund = ${fund}`.execute(desk.ctx.db);
    expect(rows).toEqual([{ committed: 0 }]);
    expect((await desk.call(hands.officer, 'getClaim', { params: { id } })).state).toBe('cleared');
  });

  it('pays no achievement twice, and says where and when it was paid', async () => {
    const party = await firm();
    const id = await bring(
      desk,
      await premiumClaim(desk, versionId, party.id, [{ policyNo: 'T-1', premiumFen: 100_000 }]),
      'approved',
    );
    await desk.call(hands.officer, 'publishPublicityList', { body: { claimIds: [id] } });
    desk.at('2026-12-10T02:00:00Z');
    try {
      const now = desk.hands();
      await desk.act(now.officer, id, 'conclude-publicity');
      await desk.act(now.director, id, 'release', { documentNo: '下达文' });
      await payAll(desk, now.finance, [party], '支付失败');
      expect(await desk.call(now.officer, 'getClaim', { params: { id } })).toMatchObject({
        state: 'released',
        lineItems: [{ payment: 'failed', paymentNote: expect.stringContaining('账号已销户') }],
      });
      // Even where the claim's own hold on the key is gone, the books of funds know it.
      await sql`delete from subsidies.live_achievement`.execute(desk.ctx.db);
      const again = await premiumClaim(desk, versionId, party.id, [{ policyNo: 'T-1', premiumFen: 100_000 }]);
      const refusal = await textOf(desk.act(now.officer, again, 'submit'));
      expect(refusal.text).toContain('不得重复');
      expect(refusal.text).toMatch(/JB2026-\d{5} 保单 T-1，已下达/);
    } finally {
      desk.at('2026-11-22T02:00:00Z');
    }
  });
});
