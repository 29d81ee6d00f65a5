import { policySchema } from '@jince/entitlements';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { loadFacts } from '../../platform/facts/index.ts';
import { recordPractice, registerAgency } from '../ip-agencies/index.ts';
import { concludeEntries } from './jobs/conclude-entries.ts';
import { listPublicEntries } from './queries/public-entries.ts';
import { type DisciplineDesk, type Firm, openDisciplineDesk } from './testing/discipline-desk.ts';

const LAST = '2029-02-27';
const AFTER = '2029-02-28';

let desk: DisciplineDesk;
let policy: string;
const firms: Firm[] = [];

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('nothing was refused');
  return { code: error.code, text: desk.test.services.sentence(error, 'zh').text };
};

/** A policy that gives every active enterprise something, with the precondition of the district's policies. */
async function insertPolicy(): Promise<string> {
  const { district, db, services } = desk.test.system();
  const real = services.jurisdiction.policies.find((one) => one.code === 'ip-use');
  const { preconditions } = policySchema.parse(real?.content);
  const precondition = preconditions.find((one) => one.code === 'not-disciplined');
  const content = policySchema.parse({
    code: 'sample',
    title: '样例扶持办法',
    issuer: '区局',
    fund: '样例资金',
    year: 2026,
    effectiveFrom: '2020-01-01',
    windows: [{ from: '2026-01-01', to: '2026-12-31' }],
    preconditions: [precondition],
    items: [
      {
        code: 'level',
        name: '优势企业奖励',
        clause: '第三条',
        text: '奖励3万元。',
        trigger: 'advantage-level',
        beneficiaries: ['enterprise'],
        achievement: { subject: 'enterprise', rule: 'enterprise.active', keyFact: 'name', label: '优势企业' },
        achieved: { from: '2025-01-01', to: '2026-12-31' },
        amount: { type: 'fixed', fen: 3_000_000 },
        materials: [],
        publicityWorkingDays: 5,
      },
    ],
  });
  const id = uuidv7();
  await sql`insert into policies.policy_version (district, id, code, version, state, source, content, content_hash, effective_from,
      edited_by_name, edited_at, published_by_name, published_at)
    values (${district}, ${id}, 'sample', 1, 'published', 'office', ${JSON.stringify(content)}, ${id}, '2020-01-01', '测试', now(), '测试', now())`.execute(
    db,
  );
  return id;
}

/** What the policy gives a firm on a day, in fen, with what bars it. */
async function given(firm: Firm, asOf: string) {
  const { policies } = await desk.call(desk.ctx('officer'), 'getPolicyAnswers', {
    params: { id: firm.id },
    query: { policy, asOf },
  });
  return { fen: policies[0]?.fen, barred: policies[0]?.barred.map((one) => one.text) };
}

beforeAll(async () => {
  desk = await openDisciplineDesk();
  for (const name of ['苏州甲失信有限公司', '苏州乙整改有限公司', '苏州丙修复有限公司', '苏州丁清白有限公司'])
    firms.push(await desk.firm(name));
  policy = await insertPolicy();
});
afterAll(() => desk?.close());

describe('an entry', () => {
  it('blocks an entitlement with list and last day, and ends by itself on the lawful day', async () => {
    const [firm, , , clean] = firms as [Firm, Firm, Firm, Firm];
    expect(await given(firm, '2026-11-22')).toEqual({ fen: 3_000_000, barred: [] });
    await desk.listed(firm, 'dishonesty', '2026-02-28');
    expect((await given(firm, '2026-02-27')).fen).toBe(3_000_000);
    const during = await given(firm, '2026-02-28');
    expect(during.fen).toBe(0);
    expect(during.barred?.[0]).toContain('严重违法失信名单（示例列入〔2026〕1号）');
    expect(during.barred?.[0]).toContain(`至${LAST}止`);
    // Three years from the day of listing, that day included; no job has run.
    expect((await given(firm, LAST)).fen).toBe(0);
    expect(await given(firm, AFTER)).toEqual({ fen: 3_000_000, barred: [] });
    expect((await given(clean, '2026-11-22')).fen).toBe(3_000_000);
  });

  it('ends although the facts kept are of the day before', async () => {
    const [firm] = firms as [Firm];
    const blocked = async () => {
      const { rows } = await loadFacts(desk.test.system(), {
        subject: 'enterprise',
        ids: [firm.id],
        paths: ['discipline.blocksSubsidy', 'discipline.until'],
        asOf: desk.test.system().today,
      });
      return [rows.get(firm.id)?.['discipline.blocksSubsidy'], rows.get(firm.id)?.['discipline.until']];
    };
    desk.at(LAST);
    await desk.refresh();
    expect(await blocked()).toEqual([true, LAST]);
    desk.at(AFTER);
    expect(await blocked()).toEqual([false, null]);
    const { items } = await desk.call(desk.ctx('officer'), 'listDisciplineEntries', { query: { party: firm.id } });
    expect(items[0]).toMatchObject({ state: 'listed', standing: 'expired', stateLabel: '已届满', effects: [] });
    expect(await concludeEntries(desk.test.system())).toBe(1);
    expect(await concludeEntries(desk.test.system())).toBe(0);
    desk.at('2026-11-22');
  });

  it('refuses an application for a project with reason and last day', async () => {
    const [, firm] = firms as [Firm, Firm];
    const officer = desk.ctx('officer');
    const { id: callId } = await desk.call(officer, 'createProgramCall', {
      body: {
        kind: 'normalised-market',
        title: '示例申报通知',
        number: '示例〔2026〕9号',
        guideline: '试行的申报指南，仅用于测试。',
        opensOn: '2026-11-01',
        closesOn: '2026-12-31',
        quota: 1,
        fund: '试行资金',
        fundYear: 2026,
        budgetFen: 100,
      },
    });
    await desk.call(desk.ctx('director'), 'publishProgramCall', { params: { id: callId } });
    const { id } = await desk.call(officer, 'createProject', {
      params: { id: callId },
      body: { title: '示例项目申报', leadPartyId: firm.id },
    });
    const eligible = async () => {
      const { checks } = await desk.call(officer, 'checkFiling', { params: { id } });
      return checks.find((one) => one.code === 'eligibility');
    };
    expect(await eligible()).toMatchObject({ ok: true });
    const entry = await desk.listed(firm, 'application-ban', '2026-06-01', { until: '2026-12-31' });
    const refused = await eligible();
    expect(refused?.ok).toBe(false);
    expect(refused?.text).toContain('财政资金限制申报名单');
    expect(refused?.text).toContain('至2026-12-31止');
    await desk.act(desk.ctx('director'), entry.fileId, 'remove', {
      ground: 'revoked',
      decisionNo: '示例判决〔2026〕1号',
      reason: '列入决定被法院撤销',
    });
    expect(await eligible()).toMatchObject({ ok: true });
  });

  it('is lifted by repair, not before its months have passed', async () => {
    const [, , firm] = firms as [Firm, Firm, Firm];
    const { id, fileId } = await desk.listed(firm, 'dishonesty', '2026-03-02');
    const enterprise = await desk.test.as('enterprise', 'party', firm.id);
    const early = await refusal(desk.act(enterprise, fileId, 'ask-repair', { text: '罚款已缴清' }));
    expect(early.code).toBe('discipline.entry.repair-too-early');
    expect(early.text).toContain('2027-03-02');
    desk.at('2027-03-02');
    expect(await desk.act(enterprise, fileId, 'ask-repair', { text: '罚款已缴清' })).toBe('repair');
    expect((await given(firm, '2027-03-02')).fen).toBe(0);
    await desk.act(desk.ctx('director'), fileId, 'grant-repair', { decisionNo: '示例修复〔2027〕1号' });
    expect((await given(firm, '2027-03-01')).fen).toBe(0);
    expect((await given(firm, '2027-03-02')).fen).toBe(3_000_000);
    expect((await desk.call(enterprise, 'getDisciplineEntry', { params: { id } })).sentence).toContain(
      '经信用修复移出',
    );
    desk.at('2026-11-22');
  });
});

describe('a decision', () => {
  it('waits for the time to be heard, is not of who proposed, and never outlives the law', async () => {
    const [, , , firm] = firms as [Firm, Firm, Firm, Firm];
    const officer = desk.ctx('officer');
    const propose = () =>
      desk.call(officer, 'proposeEntry', {
        body: {
          list: 'dishonesty',
          subject: { kind: 'party', id: firm.id },
          reason: '示例事由',
          authority: '示例机关',
        },
      });
    const { fileId } = await propose();
    expect((await refusal(propose())).code).toBe('discipline.entry.already-listed');
    await desk.act(officer, fileId, 'notice');
    const director = () => desk.ctx('director');
    const list = (until: string | null) => desk.act(director(), fileId, 'list', { decisionNo: '示例2号', until });
    expect((await refusal(list(null))).code).toBe('procedures.action.clock-running');
    const enterprise = await desk.test.as('enterprise', 'party', firm.id);
    await desk.act(enterprise, fileId, 'state', { text: '并无此事' });
    desk.at('2026-12-02');
    expect((await refusal(desk.act(officer, fileId, 'list', { decisionNo: '示例2号' }))).code).toBe(
      'procedures.action.not-permitted',
    );
    const long = await refusal(list('2029-12-02'));
    expect(long.code).toBe('discipline.entry.too-long');
    expect(long.text).toContain('2029-12-01');
    expect(await desk.act(director(), fileId, 'drop', { reason: '陈述成立' })).toBe('dropped');
    desk.at('2026-11-22');
    expect((await given(firm, '2026-12-03')).fen).toBe(3_000_000);
  });

  it('is shown to its own party and to no other', async () => {
    const [one, other] = firms as [Firm, Firm];
    const { items } = await desk.call(desk.ctx('officer'), 'listDisciplineEntries', { query: { party: one.id } });
    const id = items[0]?.id as string;
    const stranger = await desk.test.as('enterprise', 'party', other.id);
    await expect(desk.call(stranger, 'getDisciplineEntry', { params: { id } })).rejects.toThrow('platform.not-found');
    await expect(desk.call(stranger, 'getPartyDiscipline', { params: { id: one.id } })).rejects.toThrow(
      'platform.not-found',
    );
    const standing = await desk.call(desk.ctx('officer'), 'getPartyDiscipline', { params: { id: one.id } });
    expect(standing.imported.map((row) => row.fact)).toContain('enterprise.credit.dishonest');
  });
});

describe('an agency', () => {
  it('answers with the people who practised there on the day, each heard alone', async () => {
    const system = desk.test.system();
    const { agencyId, inside, left } = await inTransaction(system, async (tx) => {
      const agencyId = await registerAgency(tx, system, {
        name: '苏州示例专利代理事务所（普通合伙）',
        agencyCode: '32999',
        kinds: ['patent'],
        status: 'active',
      });
      const practice = (name: string, qualificationNo: string, from: string, to: string | null) =>
        recordPractice(tx, system, { agencyId, name, qualificationNo, from, to });
      return {
        agencyId,
        inside: await practice('李代理', '3299901', '2020-01-01', null),
        left: await practice('王离开', '3299902', '2020-01-01', '2024-12-31'),
      };
    });
    const officer = desk.ctx('officer');
    desk.at('2026-03-02');
    const { id, fileId } = await desk.call(officer, 'proposeEntry', {
      body: {
        list: 'agency-dishonesty',
        subject: { kind: 'agency', id: agencyId },
        reason: '示例：被吊销执业许可证',
        authority: '示例机关',
        conductOn: '2025-06-01',
      },
    });
    await desk.act(officer, fileId, 'notice');
    desk.at('2026-03-20');
    await desk.act(desk.ctx('director'), fileId, 'list', { decisionNo: '示例列入〔2026〕7号' });
    const { chain } = await desk.call(officer, 'getDisciplineEntry', { params: { id } });
    expect(chain?.people.map((one) => one.name)).toEqual(['李代理']);
    const propose = (personId: string) =>
      desk.call(officer, 'proposeResponsible', { params: { id }, body: { personId, reason: '直接责任人员' } });
    expect((await refusal(propose(left))).code).toBe('discipline.chain.not-of-agency');
    const person = await propose(inside);
    const facts = async () => {
      await desk.settle();
      const paths = ['discipline.blocksDirectory', 'discipline.hidden', 'discipline.people', 'discipline.until'];
      const { rows } = await loadFacts(desk.test.system(), { subject: 'agency', ids: [agencyId], paths });
      return paths.map((path) => rows.get(agencyId)?.[path]);
    };
    expect(await facts()).toEqual([true, true, 0, '2031-03-19']);
    await desk.act(officer, person.fileId, 'notice');
    desk.at('2026-04-10');
    await desk.act(desk.ctx('director'), person.fileId, 'list', { decisionNo: '示例列入〔2026〕8号' });
    expect((await facts())[2]).toBe(1);
    const shown = await desk.call(officer, 'getDisciplineEntry', { params: { id: person.id } });
    expect(shown.cause?.id).toBe(id);
    desk.at('2026-11-22');
  });
});

describe('what everyone may read', () => {
  const names = async (day: string) => {
    desk.at(day);
    return (await listPublicEntries(desk.test.system())).map(({ name, standing }) => `${name} ${standing}`);
  };

  it('holds what is in force, on lists of the law alone, persons masked, and ends with the last day', async () => {
    const now = await names('2026-11-22');
    expect(now).toContain('苏州甲失信有限公司 in-force');
    expect(now.some((one) => one.startsWith('李*') && one.endsWith('in-force'))).toBe(true);
    expect(JSON.stringify(await listPublicEntries(desk.test.system()))).not.toMatch(/李代理|3299901/);
    const hidden = await desk.firm('苏州禁报有限公司');
    await desk.listed(hidden, 'application-ban', '2026-06-01', { until: '2027-12-31' });
    expect((await names('2026-11-22')).join()).not.toContain('苏州禁报');
    expect(await names(LAST)).toContain('苏州甲失信有限公司 in-force');
    expect((await names(AFTER)).join()).not.toContain('苏州甲失信');
    desk.at('2026-11-22');
  });

  it('loses who made good at once, and shows what was set aside as withdrawn until it would have ended', async () => {
    const firm = await desk.firm('苏州戊撤销有限公司');
    const term = await desk.listed(firm, 'dishonesty', '2026-05-06');
    const bare = await desk.firm('苏州己撤销有限公司');
    const termless = await desk.listed(bare, 'abnormal-operation', '2026-05-06');
    for (const { fileId } of [term, termless])
      await desk.act(desk.ctx('director'), fileId, 'remove', {
        ground: 'revoked',
        decisionNo: '示例判决〔2026〕2号',
        reason: '列入决定被法院撤销',
      });
    const made = await desk.firm('苏州庚整改有限公司');
    const remedied = await desk.listed(made, 'abnormal-operation', '2026-05-06');
    expect(await names('2026-11-22')).toContain('苏州庚整改有限公司 in-force');
    await desk.act(desk.ctx('director'), remedied.fileId, 'remove', {
      ground: 'remedied',
      decisionNo: '示例移出〔2026〕3号',
      reason: '已补报',
    });
    const now = await names('2026-11-22');
    expect(now).toEqual(expect.arrayContaining(['苏州戊撤销有限公司 withdrawn', '苏州己撤销有限公司 withdrawn']));
    expect(now.join()).not.toContain('苏州庚整改');
    const [shown] = (await listPublicEntries(desk.test.system())).filter((one) => one.name === firm.name);
    expect(shown).toMatchObject({ withdrawnNo: '示例判决〔2026〕2号', withdrawnOn: '2026-11-22', effects: [] });
    expect((await names('2029-05-05')).join()).toContain('苏州戊');
    expect((await names('2029-05-06')).join()).not.toContain('苏州戊');
    expect((await names('2027-11-22')).join()).toContain('苏州己');
    expect((await names('2027-11-23')).join()).not.toContain('苏州己');
    desk.at('2026-11-22');
  });

  it('is a data set that equals the database', async () => {
    const director = desk.ctx('director');
    await desk.call(director, 'publishDatasets');
    await desk.settle();
    const code = 'discipline-entries';
    const { all } = await desk.call(director, 'getDataset', { params: { code } });
    const params = { code, no: all[0]?.no };
    const proof = await desk.call(director, 'verifyDatasetVersion', { params });
    expect(proof).toMatchObject({ ok: true, source: 'today', differences: 0 });
    const file = (await desk.call(director, 'downloadDatasetVersion', { params, query: { format: 'json' } })) as {
      content: Buffer;
    };
    const { rows } = JSON.parse(file.content.toString('utf8')) as { rows: Record<string, unknown>[] };
    const shown = await listPublicEntries(desk.test.system());
    expect(rows.map((row) => [row.id, row.name, row.standing]).sort()).toEqual(
      shown.map((one) => [one.id, one.name, one.standing]).sort(),
    );
    expect(rows.length).toBeGreaterThan(3);
    await sql`update discipline.entry set decision_no = '改过的文号' where subject_name = '苏州甲失信有限公司'`.execute(
      desk.test.system().db,
    );
    expect(await desk.call(director, 'verifyDatasetVersion', { params })).toMatchObject({ ok: false, differences: 1 });
  });
});
