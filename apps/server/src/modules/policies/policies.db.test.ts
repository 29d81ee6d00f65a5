import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import type { AppError } from '../../platform/errors/errors.ts';
import { factsModule } from '../../platform/facts/index.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { disciplineModule } from '../discipline/index.ts';
import { fundsModule } from '../funds/index.ts';
import { ipAgencyModule } from '../ip-agencies/index.ts';
import { ipRightsModule, rightsPort } from '../ip-rights/index.ts';
import { createPartiesModule } from '../parties/index.ts';
import { createPolicyDraft } from './commands/create-policy-draft.ts';
import { discardPolicyDraft } from './commands/discard-policy-draft.ts';
import { publishPolicy } from './commands/publish-policy.ts';
import { retirePolicy } from './commands/retire-policy.ts';
import { savePolicyDraft } from './commands/save-policy-draft.ts';
import { syncPolicies } from './commands/sync-policies.ts';
import { policiesModule } from './policies.module.ts';
import { checkPolicyDocument } from './queries/check-policy-document.ts';
import { comparePolicies } from './queries/compare-policies.ts';
import { listPolicies } from './queries/list-policies.ts';
import { listRuleUsers } from './queries/list-rule-users.ts';
import { getPolicyVersion, listPublished } from './queries/policy-versions.ts';
import { getPolicy } from './queries/show-policy.ts';
import {
  certificateItem,
  certificatePolicy,
  draftPolicy,
  publishedPolicy,
  revisePolicy,
} from './testing/policy-district.ts';

let test: TestDatabase;
let officer: Ctx;
let director: Ctx;
beforeAll(async () => {
  test = await openTestDatabase([
    factsModule,
    createPartiesModule(rightsPort),
    ipRightsModule,
    ipAgencyModule,
    fundsModule,
    policiesModule,
    disciplineModule,
  ]);
  officer = await test.as('ip-officer');
  director = await test.as('director');
});
afterAll(() => test.close());

const refusal = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => undefined,
    (one: unknown) => one as AppError,
  );
  if (error === undefined) throw new Error('it was not refused');
  return error;
};
const sentence = (error: AppError) => test.services.sentence(error, 'zh').text;
const one = (code: string, draft: object = {}, item: object = {}) =>
  certificatePolicy({ code, items: [certificateItem(item)], ...draft });

describe("the pack's policies", () => {
  it('come in once, with their years as versions, and none is blocked', async () => {
    expect(await syncPolicies(test.system())).toBe(4);
    expect(await syncPolicies(test.system())).toBe(0);
    const { items } = await listPolicies(officer);
    expect(items.map((item) => [item.code, item.version, item.state, item.effectiveTo])).toEqual([
      ['ip-quality', 2, 'published', null],
      ['ip-quality', 1, 'published', '2025-12-31'],
      ['ip-use', 1, 'published', null],
      ['patent-grant-aid', 1, 'legacy', '2024-12-31'],
    ]);
    expect(items.every((item) => item.blocks === 0 && item.example)).toBe(true);
  });

  it('are in force by the day, and history never is', async () => {
    const codes = async (on: string) => (await listPublished(officer, on)).map((one) => `${one.code} ${one.version}`);
    expect(await codes('2025-06-01')).toEqual(['ip-quality 1']);
    expect(await codes('2026-11-22')).toEqual(['ip-quality 2', 'ip-use 1']);
    expect(await codes('2023-01-01')).toEqual([]);
  });

  it('show every example worked out with its steps', async () => {
    const { items } = await listPolicies(officer);
    for (const { id, state } of items) {
      const policy = await getPolicy(officer, id);
      for (const item of policy.items) {
        if (!item.legacy) expect(item.eligibility.sentence, item.name).not.toBeNull();
        for (const example of item.examples) {
          expect(example.passes, `${item.name}：${example.label}`).toBe(true);
          expect(example.steps.length > 0).toBe(example.expectFen > 0);
          expect(example.why === null).toBe(example.expectFen > 0);
        }
      }
      if (state === 'legacy') expect(policy.may.publish.possible).toBe(false);
    }
  });
});

describe('the catalogue of facts', () => {
  it('knows which published policies use a fact, for those who may read policies', async () => {
    const users = await listRuleUsers(officer);
    expect(users).toContainEqual({
      label: '《知识产权高质量发展扶持政策（示例）》第2版 · 马德里国际注册商标',
      href: expect.stringMatching(/^\/incentives\/policies\//),
      subject: 'madrid',
      text: 'madrid.valid && madrid.memberCount >= 1',
    });
    expect(users.some(({ text }) => text.startsWith('claim.'))).toBe(false);
    expect(await listRuleUsers(await test.as('auditor'))).toEqual([]);
  });
});

describe('a prohibited trigger', () => {
  const granted = { trigger: 'patent-granted' };

  it('is refused when it is saved, naming the notice and the item', async () => {
    const id = await createPolicyDraft(officer, { code: 'grant-aid', title: '授权资助' });
    const error = await refusal(savePolicyDraft(officer, id, { document: one('grant-aid', {}, granted), revision: 1 }));
    expect(error.code).toBe('policies.policy.prohibited');
    expect(sentence(error)).toContain('国知发保字〔2021〕1号');
    expect(error.fieldErrors).toEqual([
      { path: 'items.0.trigger', message: expect.stringContaining('贯标奖励 · 奖补事由') },
    ]);
    await discardPolicyDraft(officer, id);
  });

  it('blocks publishing even where it came in by another way, and the refusal is on record', async () => {
    const { id, revision } = await draftPolicy(officer, one('smuggled'));
    const content = JSON.stringify(one('smuggled', {}, granted));
    await sql`update policies.policy_version set content = ${content}, content_hash = 'other' where id = ${id}`.execute(
      test.services.db,
    );
    const error = await refusal(publishPolicy(director, id, revision));
    expect(error.code).toBe('policies.policy.prohibited');
    expect(sentence(error)).toContain('国知发保字〔2021〕1号');
    const { rows } = await sql<{ result: string }>`select result from platform.audit_entry
      where action = 'policies.policy.publish' and subject_id = ${id}`.execute(test.services.db);
    expect(rows).toEqual([{ result: 'refused' }]);
  });

  it('is refused for a period in the past, too', async () => {
    const id = await createPolicyDraft(officer, { code: 'past-aid', title: '往年资助' });
    const past = {
      effectiveFrom: '2022-01-01',
      effectiveTo: '2023-12-31',
      windows: [{ from: '2022-01-01', to: '2023-01-01' }],
    };
    const document = one('past-aid', past, granted);
    expect((await refusal(savePolicyDraft(officer, id, { document, revision: 1 }))).code).toBe(
      'policies.policy.prohibited',
    );
    await discardPolicyDraft(officer, id);
  });

  it('is kept as history, which is never in force', async () => {
    const history = one(
      'old-aid',
      {
        year: 2022,
        effectiveFrom: '2022-01-01',
        effectiveTo: '2024-12-31',
        windows: [{ from: '2022-01-01', to: '2023-01-01' }],
      },
      { ...granted, legacy: true, examples: [], achieved: { from: '2022-01-01', to: '2022-12-31' } },
    );
    const { id, revision } = await draftPolicy(officer, history);
    expect(await publishPolicy(director, id, revision)).toEqual({ state: 'legacy', ended: [] });
    expect((await listPublished(officer, '2023-06-01')).map((version) => version.code)).toEqual([]);
  });
});

describe('publishing', () => {
  it('refuses a cap below the fixed amount, saying where', async () => {
    const { id, revision } = await draftPolicy(officer, one('low-cap', {}, { capFen: 1_000_000 }));
    expect((await getPolicy(director, id)).may.publish).toEqual({
      possible: false,
      reason: expect.stringContaining('低于定额20,000元'),
    });
    const error = await refusal(publishPolicy(director, id, revision));
    expect(error.code).toBe('policies.policy.blocked');
    expect(error.fieldErrors.map(({ path }) => path)).toContain('items.0.capFen');
    expect(sentence(error)).toContain('单项上限10,000元低于定额20,000元');
  });

  it('is not for whoever wrote it, even among others', async () => {
    const { id, revision } = await draftPolicy(officer, one('apart'));
    const next = await savePolicyDraft(director, id, { document: one('apart'), revision });
    expect((await refusal(publishPolicy(director, id, next.revision))).code).toBe('policies.policy.apart');
    const other = await test.as('director');
    expect(await publishPolicy(other, id, next.revision)).toEqual({ state: 'published', ended: [] });
  });

  it('takes only what the director has read', async () => {
    const { id, revision } = await draftPolicy(officer, one('stale'));
    await savePolicyDraft(officer, id, { document: one('stale', { title: '改过的办法' }), revision });
    expect((await refusal(publishPolicy(director, id, revision))).code).toBe('policies.policy.changed-meanwhile');
    expect((await refusal(savePolicyDraft(officer, id, { document: one('stale'), revision }))).code).toBe(
      'policies.policy.changed-meanwhile',
    );
  });

  it('ends the version before on the eve and leaves its content', async () => {
    const first = await publishedPolicy(officer, director, one('years'));
    const before = await getPolicyVersion(officer, first);
    expect((await refusal(savePolicyDraft(officer, first, { document: one('years'), revision: 2 }))).code).toBe(
      'policies.policy.not-draft',
    );
    const later = one(
      'years',
      { effectiveFrom: '2026-07-01', windows: [{ from: '2026-08-01', to: '2026-12-31' }] },
      {
        amount: { type: 'fixed', fen: 3_000_000 },
        examples: certificateItem().examples.map((example) => ({ ...example, expectFen: 3_000_000 })),
      },
    );
    const { id, revision } = await revisePolicy(officer, first, later);
    expect((await refusal(createPolicyDraft(officer, { from: first }))).code).toBe('policies.policy.draft-exists');
    expect(await publishPolicy(director, id, revision)).toEqual({ state: 'published', ended: [1] });
    const after = await getPolicyVersion(officer, first);
    expect(after).toMatchObject({ state: 'published', effectiveTo: '2026-06-30', contentHash: before.contentHash });
    expect(after.policy).toEqual(before.policy);
    const inForce = async (on: string) =>
      (await listPublished(officer, on))
        .filter((version) => version.code === 'years')
        .map((version) => version.version);
    expect([await inForce('2026-06-30'), await inForce('2026-07-01')]).toEqual([[1], [2]]);

    const compared = await comparePolicies(officer, id);
    expect(compared.general.map((change) => change.field)).toEqual(['有效期', '申报期']);
    expect(compared.items).toEqual([
      {
        code: 'standard',
        name: '贯标奖励',
        kind: 'changed',
        changes: [{ field: '金额', before: '定额2万元', after: '定额3万元' }],
      },
    ]);
  });

  it('replaces a version that began no sooner', async () => {
    const first = await publishedPolicy(officer, director, one('same-day'));
    const { id, revision } = await revisePolicy(officer, first, one('same-day', { title: '更正后的办法' }));
    await publishPolicy(director, id, revision);
    expect(await getPolicyVersion(officer, first)).toMatchObject({ state: 'retired', retireReason: '由第2版替代' });
  });

  it('can be taken back, with a reason', async () => {
    const id = await publishedPolicy(officer, director, one('withdrawn'));
    await retirePolicy(director, id, '上级政策调整');
    expect(await getPolicyVersion(officer, id)).toMatchObject({ state: 'retired', retireReason: '上级政策调整' });
    expect((await refusal(retirePolicy(director, id, '再次'))).code).toBe('policies.policy.not-published');
  });
});

describe('an office', () => {
  it('gets the pack as drafts and publishes no invented amounts', async () => {
    const own = await openTestDatabase([
      factsModule,
      createPartiesModule(rightsPort),
      ipRightsModule,
      ipAgencyModule,
      fundsModule,
      policiesModule,
      disciplineModule,
    ]);
    try {
      const inOffice = (ctx: Ctx): Ctx => ({
        ...ctx,
        services: { ...ctx.services, district: { ...ctx.services.district, demo: false } },
      });
      const boss = inOffice(await own.as('director'));
      expect(await syncPolicies(inOffice(own.system()))).toBe(3);
      const { items } = await listPolicies(boss);
      expect(items.map((item) => [item.code, item.version, item.state])).toEqual([
        ['ip-quality', 1, 'draft'],
        ['ip-use', 1, 'draft'],
        ['patent-grant-aid', 1, 'legacy'],
      ]);
      expect(await listPublished(boss, boss.today)).toEqual([]);
      const error = await refusal(publishPolicy(boss, items[0]?.id ?? '', 1));
      expect(error.code).toBe('policies.policy.example');
      expect((await getPolicy(boss, items[0]?.id ?? '')).may.publish.reason).toBe(sentence(error));
    } finally {
      await own.close();
    }
  });
});

describe('a draft', () => {
  it('is refused with every missing part in words', async () => {
    const id = await createPolicyDraft(officer, { code: 'holes', title: '不完整' });
    const document = {
      ...one('holes'),
      title: '',
      windows: [],
      items: [{ ...certificateItem(), clause: undefined, achieved: { from: '2025年', to: '2025-12-31' } }],
    };
    const error = await refusal(savePolicyDraft(officer, id, { document, revision: 1 }));
    expect(error.code).toBe('policies.policy.incomplete');
    expect(error.fieldErrors).toEqual([
      { path: 'title', message: '名称：还没有填写' },
      { path: 'windows', message: '申报期：至少要有1项' },
      { path: 'items.0.clause', message: '贯标奖励 · 依据条款：还没有填写' },
      { path: 'items.0.achieved.from', message: '贯标奖励 · 成果期 · 起：格式不对，日期应写作 2026-01-31' },
    ]);
    const checked = await checkPolicyDocument(officer, document);
    expect(checked.problems.map((problem) => problem.path)).toEqual(error.fieldErrors.map(({ path }) => path));
  });

  it('tells while it is written which examples fail and which rules cannot be read', async () => {
    const wrong = one('written', {}, { eligibility: 'enterprise.actve', capFen: 100 });
    const checked = await checkPolicyDocument(officer, wrong);
    expect(checked.findings.map(({ code, place }) => [code, place])).toEqual([
      ['cap-below-amount', '贯标奖励 · 单项上限'],
      ['rule-problem', '贯标奖励 · 资格条件'],
    ]);
    expect(checked.items[0]).toMatchObject({ amount: '定额2万元', eligibility: { sentence: null } });
    const short = one('written', {}, { amount: { type: 'fixed', fen: 1_000_000 } });
    expect((await checkPolicyDocument(officer, short)).items[0]?.examples[0]).toMatchObject({
      passes: false,
      gotFen: 1_000_000,
      expectFen: 2_000_000,
    });
  });

  it('refuses days that are none, an end before the beginning and rows that are no facts; drops what cannot be kept', async () => {
    const places = async (draft: object) =>
      (await checkPolicyDocument(officer, { ...one('odd'), ...draft })).problems.map(({ path, text }) => [path, text]);
    expect(await places({ effectiveFrom: '2026-02-31' })).toEqual([
      ['effectiveFrom', '格式不对，日期应写作 2026-01-31'],
    ]);
    expect(await places({ effectiveTo: '2025-01-01' })).toEqual([['effectiveTo', '不能早于生效日期']]);
    const [example] = certificateItem().examples;
    const odd = { ...example, enterprise: { memberships: [null] } };
    expect(await places({ items: [{ ...certificateItem(), examples: [odd] }] })).toEqual([
      ['items.0.examples.0.enterprise.memberships', '填写不正确'],
    ]);
    const id = await createPolicyDraft(officer, { code: 'odd', title: '零\0字符' });
    await savePolicyDraft(officer, id, {
      document: { ...one('odd'), title: '零\0字符\ud800' },
      revision: 1,
      note: '说明\0',
    });
    expect((await getPolicyVersion(officer, id)).policy.title).toBe('零字符\ufffd');
  });

  it('keeps its code, and a code names one policy', async () => {
    const { id, revision } = await draftPolicy(officer, one('fixed'));
    expect((await refusal(savePolicyDraft(officer, id, { document: one('other'), revision }))).code).toBe(
      'policies.policy.code-fixed',
    );
    expect((await refusal(createPolicyDraft(officer, { code: 'fixed', title: '重名' }))).code).toBe(
      'policies.policy.code-taken',
    );
  });
});
