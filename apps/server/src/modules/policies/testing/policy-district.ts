import type { PolicyDocument } from '@jince/contract';
import { type Policy, policySchema } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { createPolicyDraft } from '../commands/create-policy-draft.ts';
import { publishPolicy } from '../commands/publish-policy.ts';
import { savePolicyDraft } from '../commands/save-policy-draft.ts';

/** A certificate of 2025 brings 20,000 yuan; `draft` changes parts. */
export function certificatePolicy(draft: Partial<Record<keyof Policy, unknown>> = {}): PolicyDocument {
  return policySchema.parse({
    code: 'certificates',
    title: '贯标奖励办法',
    issuer: '区市场监督管理局',
    fund: '知识产权专项资金',
    year: 2026,
    effectiveFrom: '2026-01-01',
    windows: [{ from: '2026-06-01', to: '2026-12-31' }],
    items: [certificateItem()],
    ...draft,
  });
}

export function certificateItem(draft: object = {}): Policy['items'][number] {
  return {
    code: 'standard',
    name: '贯标奖励',
    clause: '第三条',
    text: '取得2023版认证证书的，奖励2万元。',
    trigger: 'standard-certification',
    beneficiaries: ['enterprise', 'co-operative'],
    eligibility: 'enterprise.active',
    achievement: {
      subject: 'membership',
      collection: 'memberships',
      rule: "membership.kind == 'standard-certified' && membership.edition == '2023'",
      dateFact: 'validFrom',
      keyFact: 'certificateNo',
      label: '认证证书',
      repeat: 'once',
    },
    declared: [],
    checks: [],
    achieved: { from: '2025-01-01', to: '2025-12-31' },
    amount: { type: 'fixed', fen: 2_000_000 },
    capFen: null,
    subjectYearCapFen: null,
    budgetFen: null,
    stacking: { rule: 'stackable', group: null },
    sourceLevel: 'district',
    deductHigher: false,
    materials: [],
    publicityWorkingDays: 7,
    legacy: false,
    examples: [
      {
        label: '一张证书',
        enterprise: { kind: 'enterprise', active: true },
        achievements: [{ kind: 'standard-certified', edition: '2023', certificateNo: 'A-1', validFrom: '2025-03-01' }],
        expectFen: 2_000_000,
      },
    ],
    ...draft,
  };
}

/** Drafts a policy as one person and saves it whole. */
export async function draftPolicy(ctx: Ctx, document: PolicyDocument): Promise<{ id: string; revision: number }> {
  const id = await createPolicyDraft(ctx, { code: document.code, title: document.title });
  const { revision } = await savePolicyDraft(ctx, id, { document, revision: 1 });
  return { id, revision };
}

/** Begins the next version of a policy with another content. */
export async function revisePolicy(ctx: Ctx, from: string, document: PolicyDocument) {
  const id = await createPolicyDraft(ctx, { from });
  const { revision } = await savePolicyDraft(ctx, id, { document, revision: 1 });
  return { id, revision };
}

/** Drafts as one and publishes as another. */
export async function publishedPolicy(officer: Ctx, director: Ctx, document: PolicyDocument): Promise<string> {
  const { id, revision } = await draftPolicy(officer, document);
  await publishPolicy(director, id, revision);
  return id;
}
