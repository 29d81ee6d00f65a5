import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firm, type Hands, openSubsidyDesk, PINGWANG, type SubsidyDesk } from './testing/subsidy-desk.ts';
import { payAll } from './testing/treasury.ts';

let desk: SubsidyDesk;
let hands: Hands;
let firm: Firm;
beforeAll(async () => {
  desk = await openSubsidyDesk();
  await desk.policy();
  firm = await desk.firm('苏州甲公司');
  await desk.firm('苏州乙公司', { town: PINGWANG });
  await desk.give(100_000_000);
  await desk.settle();
  hands = desk.hands();
});
afterAll(() => desk.close());

describe('a claim, from what the system found to the claw-back', () => {
  let id = '';
  let listId = '';

  it('is offered to those who qualify, with the steps of the amount', async () => {
    await desk.call(hands.officer, 'refreshEntitlements', { body: {} });
    await desk.settle();
    const page = await desk.call(hands.officer, 'listEntitlements', { query: {} });
    expect(page.items.map((one) => [one.party.name, one.itemName, one.amountFen, one.state]).toSorted()).toEqual([
      ['苏州乙公司', '优势企业奖励', 3_000_000, 'offered'],
      ['苏州甲公司', '优势企业奖励', 3_000_000, 'offered'],
    ]);
    expect(page).toMatchObject({ sumFen: 6_000_000, parties: 2, byState: [{ code: 'offered', count: 2 }] });
    const own = page.items.find((one) => one.party.id === firm.id);
    const detail = await desk.call(hands.officer, 'getEntitlement', { params: { id: own?.id } });
    expect(detail).toMatchObject({
      canClaim: true,
      claimRefusal: null,
      why: { amountFen: 3_000_000, steps: [{ text: '定额30,000元' }], eligibility: { outcome: 'true' } },
      preconditions: [{ label: '存续', outcome: 'met' }],
      materials: [{ label: '营业执照', standing: 'register' }],
    });
    expect(detail.history.map((one) => one.kind)).toEqual(['found']);
    const liaison = await desk.call(hands.liaison, 'listEntitlements', { query: {} });
    expect(liaison.items.map((one) => one.party.name)).toEqual(['苏州甲公司']);
  });

  it('is claimed once, with the papers from the registers', async () => {
    const page = await desk.call(hands.officer, 'listEntitlements', { query: { party: firm.id } });
    const enterprise = await desk.enterpriseOf(firm);
    const made = await desk.call(enterprise, 'createClaim', {
      body: { entitlementIds: [page.items[0]?.id as string], contactName: '王某', contactPhone: '13812345678' },
    });
    id = made.id;
    expect(made.number).toMatch(/^JB2026-\d{5}$/);
    await expect(
      desk.call(enterprise, 'createClaim', { body: { entitlementIds: [page.items[0]?.id as string] } }),
    ).rejects.toMatchObject({ code: 'subsidies.entitlement.not-offered' });
    expect(await desk.act(enterprise, id, 'submit')).toBe('submitted');
    const claim = await desk.call(enterprise, 'getClaim', { params: { id } });
    expect(claim).toMatchObject({
      state: 'submitted',
      claimedFen: 3_000_000,
      contactPhone: '13812345678',
      materials: [{ standing: 'register', source: expect.stringContaining(firm.uscc) }],
      calculations: [{ stage: 'filing', totalFen: 3_000_000 }],
    });
    expect((await desk.call(hands.reviewer, 'getClaim', { params: { id } })).contactPhone).toBe('138****5678');
  });

  it('passes through separate hands', async () => {
    expect(await desk.act(hands.liaison, id, 'recommend')).toBe('recommended');
    expect(await desk.act(hands.officer, id, 'accept')).toBe('accepted');
    await expect(desk.act(hands.officer, id, 'check')).rejects.toMatchObject({ code: 'procedures.action.apart' });
    expect(await desk.act(hands.checker, id, 'check')).toBe('checked');
    expect(await desk.act(hands.reviewer, id, 'review')).toBe('reviewed');
    expect(await desk.act(hands.checker, id, 'clear-credit')).toBe('cleared');
    await expect(desk.act(hands.director, id, 'release', { documentNo: '文1' })).rejects.toMatchObject({
      code: 'procedures.action.not-available',
    });
    expect(await desk.act(hands.director, id, 'decide-approve', { documentNo: '吴市监〔2026〕1号' })).toBe('approved');
    const budget = await desk.call(hands.finance, 'getBudget', {
      query: { fund: '知识产权专项资金', year: 2026 },
    });
    expect(JSON.stringify(budget)).toContain('"committedFen":3000000');
  });

  it('is public from the moment of publishing', async () => {
    await expect(desk.act(hands.officer, id, 'publicise', { listId: firm.id })).rejects.toMatchObject({
      code: 'subsidies.claim.own-route',
    });
    const preview = await desk.call(hands.officer, 'previewPublicityList', { body: { claimIds: [id] } });
    expect(preview).toMatchObject({
      number: '公示〔2026〕1号',
      workingDays: 5,
      closesOn: '2026-11-27',
      totalWan: '3.00',
    });
    listId = (await desk.call(hands.officer, 'publishPublicityList', { body: { claimIds: [id] } })).id;
    const list = await desk.call(desk.ctx, 'getPublicList', { params: { id: listId } });
    expect(list.entries).toEqual([
      {
        no: 1,
        name: firm.name,
        uscc: firm.uscc,
        category: '优势企业奖励',
        clause: '第三条第（一）项',
        matter: '优势企业',
        amountWan: '3.00',
        note: '',
        standing: 'listed',
      },
    ]);
    const csv = await desk.call(desk.ctx, 'downloadPublicList', { params: { id: listId }, query: {} });
    expect(csv.content.toString('utf8')).toBe(
      `\uFEFF序号,单位名称,统一社会信用代码,项目类别,依据条款,事项（号）,拟奖补金额（万元）,备注\r\n1,${firm.name},${firm.uscc},优势企业奖励,第三条第（一）项,优势企业,3.00,\r\n`,
    );
    const json = await desk.call(desk.ctx, 'downloadPublicList', {
      params: { id: listId },
      query: { format: 'json' },
    });
    expect(JSON.parse(json.content.toString('utf8'))).toMatchObject({
      number: '公示〔2026〕1号',
      entries: [{ amountWan: '3.00' }],
    });
  });

  it('stands still while an objection of the last day is open, and runs on for what was left', async () => {
    desk.at('2026-11-27T02:00:00Z');
    hands = desk.hands();
    const objection = await desk.call(hands.officer, 'registerObjection', {
      params: { id },
      body: { anonymous: false, by: '李四', contact: '13987654321', text: '该企业不符合条件' },
    });
    expect(objection).toMatchObject({
      state: 'open',
      by: '李*',
      contact: '139****4321',
      listNumber: '公示〔2026〕1号',
    });
    desk.at('2026-12-03T02:00:00Z');
    hands = desk.hands();
    expect((await desk.call(hands.director, 'getFilePanel', { params: { id } })).file.state).toBe('objected');
    await expect(desk.act(hands.director, id, 'release', { documentNo: '吴财〔2026〕2号' })).rejects.toMatchObject({
      code: 'procedures.action.not-available',
    });
    await desk.call(hands.officer, 'answerObjection', {
      params: { id: objection.id },
      body: { upheld: false, answer: '经核实，符合条件' },
    });
    const panel = await desk.call(hands.officer, 'getFilePanel', { params: { id } });
    const clock = panel.clocks.find((one) => one.clock === 'publicity');
    expect(clock).toMatchObject({ dueOn: '2026-12-03', standing: 'running' });
    expect(clock?.steps.join()).toContain('2026-11-27至2026-12-02');
    await expect(desk.act(hands.officer, id, 'conclude-publicity')).rejects.toMatchObject({
      code: 'procedures.action.clock-running',
    });
  });

  it('is released after the publicity, paid by the treasury and archived', async () => {
    desk.at('2026-12-04T02:00:00Z');
    hands = desk.hands();
    expect(await desk.act(hands.officer, id, 'conclude-publicity')).toBe('ready');
    expect(await desk.act(hands.director, id, 'release', { documentNo: '吴财〔2026〕2号' })).toBe('released');
    const order = JSON.stringify(
      await desk.call(hands.director, 'previewFileDocument', { params: { id, template: 'award-order' } }),
    );
    for (const part of ['公示〔2026〕1号', '异议已答复', firm.name, '3']) expect(order).toContain(part);
    const paper = await desk.call(hands.officer, 'downloadPublicityPaper', {
      params: { id: listId },
      query: { format: 'docx' },
    });
    expect(paper.content.subarray(0, 2).toString()).toBe('PK');
    await expect(desk.act(hands.director, id, 'pay-confirm')).rejects.toMatchObject({
      code: 'procedures.action.not-permitted',
    });
    await payAll(desk, hands.finance, [firm]);
    const claim = await desk.call(hands.officer, 'getClaim', { params: { id } });
    expect(claim).toMatchObject({
      state: 'paid',
      paidFen: 3_000_000,
      lineItems: [{ payment: 'paid', paidOn: '2026-12-04' }],
    });
    expect(await desk.act(hands.officer, id, 'archive')).toBe('archived');
    expect(await desk.act(hands.reviewer, id, 'spot-check', { result: 'problem', findings: '材料不实' })).toBe(
      'archived',
    );
  });

  it('is clawed back with a debt and a ban, and settles when the money is in', async () => {
    const decision = {
      decisionNo: '吴市监追〔2026〕1号',
      reason: 'false-material',
      statement: '虚报材料，查证属实',
      dishonesty: true,
    };
    const instalments = [
      { dueOn: '2026-12-20', amountFen: 1_000_000 },
      { dueOn: '2027-01-20', amountFen: 2_000_000 },
    ];
    await expect(
      desk.act(hands.director, id, 'claw-back', { ...decision, amountFen: 3_000_100, instalments }),
    ).rejects.toMatchObject({ code: 'subsidies.claw-back.above-paid' });
    await expect(
      desk.act(hands.director, id, 'claw-back', { ...decision, amountFen: 2_500_000, instalments }),
    ).rejects.toMatchObject({ code: 'subsidies.claw-back.instalments' });
    expect(await desk.act(hands.director, id, 'claw-back', { ...decision, amountFen: 3_000_000, instalments })).toBe(
      'clawing-back',
    );
    const claim = await desk.call(hands.officer, 'getClaim', { params: { id } });
    expect(claim.clawBack).toMatchObject({
      reasonLabel: '虚报材料',
      banYears: 3,
      bannedUntil: '2029-12-04',
      dishonesty: true,
    });
    const bans = await desk.call(hands.officer, 'listBans', { query: {} });
    expect(bans.items).toMatchObject([{ party: { name: firm.name }, until: '2029-12-04', active: true }]);
    const policies = await desk.call(hands.officer, 'listClaimableItems', { query: { party: firm.id } });
    expect(policies.barred).toContain('在2029-12-04前（含当日）不得申报');
    const versionId = policies.items[0]?.policy.versionId;
    const refused = desk.call(hands.officer, 'createClaim', {
      body: {
        partyId: firm.id,
        versionId,
        lines: [{ item: 'premium', declared: { policyNo: 'P1', premiumFen: 100_000, paidOn: '2026-03-01' } }],
      },
    });
    await expect(refused).rejects.toMatchObject({ code: 'subsidies.claim.banned' });
    const order = await desk.call(hands.director, 'previewFileDocument', {
      params: { id, template: 'clawback-decision' },
    });
    for (const part of ['虚报材料', '吴财〔2026〕2号', '2027年1月20日']) expect(JSON.stringify(order)).toContain(part);
    const debts = await desk.call(hands.finance, 'listReceivables', { query: {} });
    for (const debt of debts.items)
      await desk.call(hands.finance, 'enterReceipt', {
        params: { id: debt.id },
        body: { voucherNo: 'SK-1', amountFen: debt.amountFen, receivedOn: '2026-12-04' },
      });
    await desk.settle();
    expect((await desk.call(hands.officer, 'getClaim', { params: { id } })).state).toBe('clawed-back');
  });

  it('leaves every step in the log under its own name', async () => {
    const panel = await desk.call(hands.officer, 'getFilePanel', { params: { id } });
    expect(panel.timeline.map((one) => one.label).toReversed()).toEqual([
      '建立办件',
      '提交',
      '推荐',
      '受理',
      '初审通过',
      '复核通过',
      '信用审查通过',
      '审定同意',
      '列入公示',
      '登记异议',
      '异议不成立，恢复公示',
      '公示期满',
      '下达',
      '确认已拨付',
      '归档',
      '抽查',
      '决定追回',
      '确认已追回',
    ]);
    expect(desk.test.services.actionLabel('subsidies.claim.decide-approve').zh).toBe('奖补申请：审定同意');
  });
});
