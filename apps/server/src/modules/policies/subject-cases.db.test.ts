import { whatIf } from '@jince/entitlements';
import { computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { factsModule } from '../../platform/facts/index.ts';
import { importsModule } from '../../platform/imports/imports.module.ts';
import type { JobTask } from '../../platform/jobs/job-task.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { disciplineModule } from '../discipline/index.ts';
import { appropriate, commitFunds, createPayable, fundsModule } from '../funds/index.ts';
import { ipAgencyModule } from '../ip-agencies/index.ts';
import { ipRightsModule, rightsPort } from '../ip-rights/index.ts';
import { createPartiesModule } from '../parties/index.ts';
import { syncPolicies } from './commands/sync-policies.ts';
import type { PolicyVersion } from './domain/policy-version.ts';
import { policiesModule } from './policies.module.ts';
import { entitleSubject } from './queries/entitle-subject.ts';
import { getPolicyAnswers } from './queries/get-policy-answers.ts';
import { listPublished, requireCompiled } from './queries/policy-versions.ts';
import { readSubjectCase, readSubjectCases } from './queries/subject-cases.ts';
import { sendList } from './testing/send-list.ts';

const usccOf = (n: number) => {
  const first = `91320509MA1P${String(n).padStart(5, '0')}`;
  return first + computeUsccCheck(first);
};
const FIRMS = [
  ['苏州甲丝绸有限公司', '盛泽镇西二环路1号', '有限责任公司'],
  ['苏州乙光缆有限公司', '七都镇望湖路2号', '有限责任公司'],
  ['苏州丙电梯有限公司', '盛泽镇西二环路3号', '有限责任公司'],
  ['吴江丁蔬菜专业合作社', '同里镇屯村路4号', '农民专业合作社'],
] as const;
const firmRow = (at: number) => [FIRMS[at]?.[0] ?? '', usccOf(at + 1)];

const modules = [
  importsModule,
  factsModule,
  createPartiesModule(rightsPort),
  ipRightsModule,
  ipAgencyModule,
  fundsModule,
  policiesModule,
  disciplineModule,
];
let test: TestDatabase;
let system: Ctx;
let quality: PolicyVersion;
const ids: string[] = [];

beforeAll(async () => {
  test = await openTestDatabase(modules);
  system = test.system();
  const tasks = new Map<string, JobTask>(modules.flatMap((module) => module.jobs ?? []).map((job) => [job.task, job]));
  const send = (kind: string, header: readonly string[], ...rows: readonly (readonly string[])[]) =>
    sendList(test.system(), tasks, kind, [header, ...rows]);
  await send(
    'market-register',
    ['企业名称', '统一社会信用代码', '企业类型', '经营状态', '成立日期', '注册地址'],
    ...FIRMS.map(([name, address, type], at) => [
      name,
      usccOf(at + 1),
      type,
      '存续',
      '2015-01-01',
      `江苏省苏州市吴江区${address}`,
    ]),
  );
  await send(
    'standard-certificates',
    ['企业名称', '统一社会信用代码', '证书编号', '认证机构', '认证标准', '颁证日', '有效期至', '证书状态'],
    [...firmRow(0), 'A-0001', '中知', 'GB/T 29490-2023', '2025-03-18', '2028-03-17', '有效'],
    [...firmRow(1), 'A-0002', '中知', 'GB/T 29490-2013', '2025-03-18', '2028-03-17', '有效'],
    [...firmRow(2), 'A-0003', '中知', 'GB/T 29490-2023', '2025-05-18', '2028-05-17', '有效'],
  );
  await send(
    'discipline-lists',
    ['企业名称', '统一社会信用代码', '名单类别', '列入日期', '决定文书号'],
    [...firmRow(2), '严重违法失信名单', '2026-03-01', '市监失信〔2026〕1号'],
  );
  await syncPolicies(system);
  [quality] = (await listPublished(system, system.today)).filter((one) => one.code === 'ip-quality') as [PolicyVersion];
  const byName = await sql<{ id: string; name: string }>`select id, name from parties.party`.execute(system.db);
  ids.push(...FIRMS.map(([name]) => byName.rows.find((row) => row.name === name)?.id ?? ''));
});
afterAll(() => test.close());

const standardOf = async (id: string, ctx = system) => {
  const { answers } = await entitleSubject(ctx, quality, id, ctx.today);
  return answers.find((answer) => answer.item === 'standard-certification');
};

describe('a party under a policy', () => {
  it('gets what its registers show, with steps and trace', async () => {
    const answer = await standardOf(ids[0] as string);
    expect(answer?.entitlements).toMatchObject([
      {
        key: 'membership:A-0001:standard-certification',
        achievedOn: '2025-03-18',
        fen: 3_000_000,
        steps: [{ code: 'amount', fen: 3_000_000 }],
      },
    ]);
    expect(answer?.entitlements[0]?.achievement.outcome).toBe(1);
  });

  it('gets nothing for the superseded edition, and is told why', async () => {
    const answer = await standardOf(ids[1] as string);
    expect(answer?.entitlements).toEqual([]);
    expect(answer?.refusals.map((refusal) => refusal.code)).toEqual(['achievement']);
  });

  it('is barred from everything while it is on the list of serious dishonesty', async () => {
    const view = await getPolicyAnswers(system, ids[2] as string, {});
    const policy = view.policies.find((one) => one.code === 'ip-quality');
    expect(policy).toMatchObject({ fen: 0, barred: [{ text: expect.stringContaining('严重违法失信名单') }] });
    expect(policy?.preconditions.filter((one) => one.trace.outcome === 'false').map((one) => one.label)).toEqual([
      '未列入严重违法失信名单',
    ]);
  });

  it('is out of sight for a liaison of another town', async () => {
    const shengze = await test.as('liaison', 'town', '320509105');
    expect((await getPolicyAnswers(shengze, ids[0] as string, {})).subject.label).toBe('苏州甲丝绸有限公司');
    await expect(getPolicyAnswers(shengze, ids[1] as string, {})).rejects.toMatchObject({ code: 'platform.not-found' });
  });
});

describe('all parties at once', () => {
  it('have the same facts as one by one, and only kinds the policy is for', async () => {
    const compiled = requireCompiled(quality);
    const cases = await readSubjectCases(system, compiled, system.today);
    expect(cases.map((one) => one.id).toSorted()).toEqual(ids.toSorted());
    for (const { id, facts } of cases) {
      const single = await readSubjectCase(system, id, system.today, [compiled]);
      for (const [path, value] of Object.entries(facts)) {
        if (!Array.isArray(value)) expect(single.facts[path], path).toEqual(value);
        else expect(single.facts[path], path).toMatchObject(value);
      }
    }
    expect(new Set(Object.keys(cases[0]?.facts ?? {}))).toEqual(
      new Set([...(compiled.uses.get('enterprise') ?? []), 'madrid', 'ownGis', 'memberships']),
    );
  });

  it('get in sum what each gets alone', async () => {
    const compiled = requireCompiled(quality);
    const cases = await readSubjectCases(system, compiled, system.today);
    const whole = whatIf(compiled, cases, { asOf: system.today, paidKeys: new Set() });
    const alone = await Promise.all(ids.map((id) => entitleSubject(system, quality, id, system.today)));
    const sum = alone
      .flatMap(({ answers }) => answers)
      .flatMap(({ entitlements }) => entitlements.map(({ fen }) => fen));
    expect(whole.totalFen).toBe(sum.reduce((a, b) => a + b, 0));
    expect([whole.totalFen, whole.recipients]).toEqual([3_000_000, 1]);
  });
});

describe('what was paid', () => {
  it('is not paid again', async () => {
    const origin = { kind: 'subsidies.claim-line', id: uuidv7(), label: '贯标奖励' } as const;
    const fund = { fund: quality.policy.fund, year: 2026 };
    const key = 'membership:A-0001:standard-certification';
    const finance = await test.as('finance-officer');
    const director = await test.as('director');
    await inTransaction(finance, (tx) =>
      appropriate(tx, finance, {
        ...fund,
        item: null,
        amountFen: 10_000_000,
        docNo: '财预〔2026〕1号',
        reason: '年初安排',
      }),
    );
    await inTransaction(director, async (tx) => {
      await commitFunds(tx, director, {
        ...fund,
        item: 'standard-certification',
        policy: quality.code,
        group: 'gbt-29490',
        amountFen: 3_000_000,
        origin,
        reason: '审议通过',
      });
      await createPayable(tx, director, {
        origin,
        partyId: ids[0] as string,
        amountFen: 3_000_000,
        achievementKey: key,
        purpose: '贯标奖励',
        documentNo: '吴市监〔2026〕9号',
      });
    });
    const answer = await standardOf(ids[0] as string);
    expect(answer?.entitlements).toEqual([]);
    expect(answer?.refusals).toMatchObject([{ code: 'paid-before', key, text: expect.stringContaining('A-0001') }]);
    expect((await readSubjectCase(system, ids[0] as string, system.today)).paidBefore).toMatchObject([
      { group: 'gbt-29490', item: 'standard-certification', policy: 'ip-quality', fen: 3_000_000 },
    ]);
  });
});
