import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { markStale } from '../../platform/facts/index.ts';
import { concludePublicity } from './jobs/conclude-publicity.ts';
import { bring, levelClaim } from './testing/claim-way.ts';
import { type Hands, ITEMS, openSubsidyDesk, type SubsidyDesk } from './testing/subsidy-desk.ts';

let desk: SubsidyDesk;
let hands: Hands;
beforeAll(async () => {
  desk = await openSubsidyDesk();
  await desk.give(50_000_000);
  hands = desk.hands();
});
afterAll(() => desk.close());

describe('a policy that changes while claims are open', () => {
  it('leaves them their version until somebody switches, with what differs and why', async () => {
    const first = await desk.policy();
    const party = await desk.firm('苏州版本公司');
    const id = await bring(desk, await levelClaim(desk, first, party.id), 'accepted');
    const lower = { ...ITEMS[0], amount: { type: 'fixed', fen: 1_000_000 }, clause: '第五条' };
    const second = await desk.policy({ items: [lower, ITEMS[1]] }, 2);
    const kept = await desk.call(hands.checker, 'getClaim', { params: { id } });
    expect(kept).toMatchObject({ policy: { version: 1 }, newerVersion: { version: 2 }, canSwitch: true });
    expect(await desk.call(hands.checker, 'getClaimCheck', { params: { id } })).toMatchObject({
      policy: { version: 1 },
      afterFen: 3_000_000,
      differs: false,
    });
    const other = await desk.call(hands.checker, 'compareClaimVersion', { params: { id }, query: {} });
    expect(other).toMatchObject({ policy: { version: 2 }, beforeFen: 3_000_000, afterFen: 1_000_000 });
    const switched = await desk.call(hands.checker, 'switchClaimVersion', {
      params: { id },
      body: { versionId: second, reason: '申报单位同意适用新办法', version: kept.version },
    });
    expect(switched).toMatchObject({
      policy: { version: 2 },
      claimedFen: 1_000_000,
      newerVersion: null,
      lineItems: [{ clause: '第五条', claimedFen: 1_000_000 }],
    });
    expect(switched.calculations.at(-1)).toMatchObject({
      stage: 'switch',
      confirmation: '申报单位同意适用新办法',
      changes: ['政策由第1版改为第2版', '优势企业：由30,000元变为10,000元'],
    });
    await expect(
      desk.call(hands.checker, 'switchClaimVersion', {
        params: { id },
        body: { versionId: second, reason: '再改', version: switched.version },
      }),
    ).rejects.toMatchObject({ code: 'subsidies.claim.same-version' });
    await desk.act(hands.checker, id, 'check');
    await desk.act(hands.reviewer, id, 'review');
    await desk.act(hands.officer, id, 'clear-credit');
    await desk.act(hands.director, id, 'decide-approve', { documentNo: '文号' });
    const decided = await desk.call(hands.checker, 'getClaim', { params: { id } });
    expect(decided).toMatchObject({ approvedFen: 1_000_000, canSwitch: false });
    await expect(
      desk.call(hands.checker, 'switchClaimVersion', {
        params: { id },
        body: { versionId: first, reason: '改回', version: decided.version },
      }),
    ).rejects.toMatchObject({ code: 'subsidies.claim.decided' });
  });

  it('ends what was offered under the old version and offers it under the new one', async () => {
    await desk.policy({ code: 'moving' });
    await desk.call(hands.officer, 'refreshEntitlements', { body: {} });
    await desk.settle();
    await desk.policy({ code: 'moving', items: [{ ...ITEMS[0], amount: { type: 'fixed', fen: 2_000_000 } }] }, 2);
    await desk.call(hands.officer, 'refreshEntitlements', { body: {} });
    await desk.settle();
    const page = await desk.call(hands.officer, 'listEntitlements', { query: { policy: 'moving' } });
    expect(page.items.map((one) => [one.policy.version, one.state, one.amountFen])).toEqual(
      expect.arrayContaining([
        [1, 'expired', 3_000_000],
        [2, 'offered', 2_000_000],
      ]),
    );
    expect(page.items.filter((one) => one.policy.version === 1 && one.state === 'offered')).toEqual([]);
  });
});

describe('entitlements follow the registers', () => {
  it('block, end and come back with the reason, and write nothing when nothing changed', async () => {
    const party = await desk.firm('苏州变化公司');
    const look = async () => {
      await desk.call(hands.officer, 'refreshEntitlements', { body: {} });
      await desk.settle();
      return (await desk.call(hands.officer, 'listEntitlements', { query: { party: party.id, policy: 'moving' } }))
        .items;
    };
    const events = async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from subsidies.entitlement_event`.execute(
        desk.ctx.db,
      );
      return rows[0]?.n;
    };
    const setStatus = (status: string) =>
      sql`update parties.party set status = ${status} where id = ${party.id}`.execute(desk.ctx.db);
    const markRegister = () =>
      inTransaction(desk.ctx, (tx) => markStale(tx, desk.ctx, 'enterprise', sql`select ${party.id}::uuid`));
    const [found] = await look();
    expect(found?.state).toBe('offered');
    const before = await events();
    await look();
    expect(await events()).toBe(before);
    await setStatus('revoked');
    await markRegister();
    expect((await look())[0]).toMatchObject({ state: 'blocked', reason: '登记状态不是存续' });
    await setStatus('active');
    await markRegister();
    expect((await look())[0]?.state).toBe('offered');
    const { id } = found as { id: string };
    const { history } = await desk.call(hands.officer, 'getEntitlement', { params: { id } });
    expect(history.map((one) => one.kind)).toEqual(['found', 'blocked', 'returned']);
  });

  it('go along with an own application for the same, and come back when it is withdrawn', async () => {
    const version = await desk.policy({ code: 'alongside' });
    const party = await desk.firm('苏州自行公司');
    await desk.call(hands.officer, 'refreshEntitlements', { body: {} });
    await desk.settle();
    const offer = async () =>
      (await desk.call(hands.officer, 'listEntitlements', { query: { party: party.id, policy: 'alongside' } }))
        .items[0];
    expect((await offer())?.state).toBe('offered');
    const id = await levelClaim(desk, version, party.id);
    await desk.act(hands.officer, id, 'submit');
    expect(await offer()).toMatchObject({ state: 'claimed', claimId: id });
    await desk.act(hands.officer, id, 'withdraw');
    expect(await offer()).toMatchObject({ state: 'offered', claimId: null });
  });

  it('tell what is missing for the next step, and are declined with a reason', async () => {
    const party = await desk.firm('苏州将来公司');
    const later = { ...ITEMS[0], code: 'later', name: '高企奖励', eligibility: 'enterprise.highTech' };
    await desk.policy({ code: 'later', items: [later] });
    const own = await desk.call(hands.officer, 'getPartyEntitlements', { params: { id: party.id } });
    const step = own.next.find((one) => one.item === 'later');
    expect(step).toMatchObject({ near: true, missing: [{ code: 'eligibility' }] });
    expect(step?.missing[0]?.text).toContain('高新技术企业');
    await desk.call(hands.officer, 'refreshEntitlements', { body: {} });
    await desk.settle();
    const { entitlements } = await desk.call(hands.officer, 'getPartyEntitlements', { params: { id: party.id } });
    const id = entitlements.find((one) => one.state === 'offered')?.id;
    await desk.call(hands.liaison, 'declineEntitlement', { params: { id }, body: { reason: '企业自愿放弃' } });
    const declined = await desk.call(hands.officer, 'getEntitlement', { params: { id } });
    expect(declined).toMatchObject({ state: 'declined', reason: '企业自愿放弃', canClaim: false });
    await expect(desk.call(hands.officer, 'createClaim', { body: { entitlementIds: [id] } })).rejects.toMatchObject({
      code: 'subsidies.entitlement.not-offered',
    });
  });

  it('are told to enterprises that can sign in', async () => {
    const party = await desk.firm('苏州登录公司');
    const enterprise = await desk.enterpriseOf(party);
    await desk.policy({ code: 'told' });
    await desk.call(hands.officer, 'refreshEntitlements', { body: {} });
    await desk.settle();
    const notices = await desk.call(enterprise, 'listNotices', { query: {} });
    expect(notices.items.length).toBeGreaterThan(0);
    expect(notices.items[0]).toMatchObject({ fileId: null, text: expect.stringContaining('可直接申报') });
    expect(notices.items[0]?.href).toContain(party.id);
  });
});

describe('a holiday notice inside a running publicity', () => {
  it('moves the last day of the claim and of the list, and says why', async () => {
    const version = await desk.policy({ code: 'calendar' });
    const party = await desk.firm('苏州日历公司');
    const id = await bring(desk, await levelClaim(desk, version, party.id), 'approved');
    const { id: listId } = await desk.call(hands.officer, 'publishPublicityList', { body: { claimIds: [id] } });
    const list = () => desk.call(desk.ctx, 'getPublicList', { params: { id: listId } });
    expect((await list()).closesOn).toBe('2026-11-27');
    const notice = {
      year: 2026,
      title: '国办发明电〔2026〕9号',
      daysOff: { '2026-11-25': '临时放假', '2026-11-26': '临时放假' },
      workedWeekends: { '2026-11-28': '临时放假' },
    };
    expect((await desk.call(hands.officer, 'saveHolidayNotice', { body: notice })).moved).toBeGreaterThan(0);
    await desk.settle();
    expect((await list()).closesOn).toBe('2026-11-30');
    const panel = await desk.call(hands.officer, 'getFilePanel', { params: { id } });
    const clock = panel.clocks.find((one) => one.clock === 'publicity');
    expect(clock?.dueOn).toBe('2026-11-30');
    expect(clock?.steps.at(-1)).toBe('节假日安排更新（国办发明电〔2026〕9号）：届满日由2026-11-27改为2026-11-30');
    desk.at('2026-11-30T02:00:00Z');
    expect(await concludePublicity(desk.test.system())).toBe(0);
    desk.at('2026-12-01T02:00:00Z');
    expect(await concludePublicity(desk.test.system())).toBe(1);
    expect((await desk.call(desk.hands().officer, 'getClaim', { params: { id } })).state).toBe('ready');
    desk.at('2026-11-22T02:00:00Z');
  });

  it('lets terms be changed for clocks that start later', async () => {
    const version = await desk.policy({ code: 'terms' });
    const before = await bring(
      desk,
      await levelClaim(desk, version, (await desk.firm('苏州期限公司')).id),
      'submitted',
    );
    await desk.call(hands.director, 'saveClaimTerm', {
      body: { term: 'recommendation', count: 10, from: '2026-11-22', note: '按新实施细则', article: '实施细则第八条' },
    });
    const after = await bring(
      desk,
      await levelClaim(desk, version, (await desk.firm('苏州新期限公司')).id),
      'submitted',
    );
    const due = async (id: string) => (await desk.call(hands.officer, 'getFilePanel', { params: { id } })).clocks[0];
    expect((await due(before))?.article).toBeNull();
    expect(await due(after)).toMatchObject({ article: '实施细则第八条' });
    expect(((await due(after))?.dueOn ?? '') > ((await due(before))?.dueOn ?? '')).toBe(true);
    await expect(
      desk.call(hands.director, 'saveClaimTerm', {
        body: { term: 'decision', count: 3, from: '2026-11-01', note: '倒签' },
      }),
    ).rejects.toMatchObject({ code: 'subsidies.term.past' });
  });
});
