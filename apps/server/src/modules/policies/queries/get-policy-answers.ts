import type { PolicyAnswer, RouteOutput, routes } from '@jince/contract';
import {
  type CompiledItem,
  type CompiledPolicy,
  entitle,
  type ItemAnswer,
  refusalText,
  type SubjectCase,
} from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { subjectEntry, toTraceView } from '../../../platform/facts/index.ts';
import { readPaidKeys } from '../../funds/index.ts';
import type { PolicyVersion } from '../domain/policy-version.ts';
import { getPolicyVersion, listPublished, requireCompiled } from './policy-versions.ts';
import { readSubjectCase } from './subject-cases.ts';
import { toSummary } from './view-policy.ts';

type Answers = RouteOutput<typeof routes.getPolicyAnswers>;
type OfPolicy = Answers['policies'][number];

/** One item's answer as the console draws it. */
export interface Asked {
  readonly facts: SubjectCase['facts'];
  readonly asOf: string;
}

/** What one item gives or refuses a party, with its traces. */
export async function viewAnswer(
  ctx: Ctx,
  compiled: CompiledItem,
  answer: ItemAnswer,
  { facts, asOf, barred }: Asked & { readonly barred: ReadonlySet<string> },
): Promise<PolicyAnswer> {
  const { item, eligibility, achieved } = compiled;
  const entitlements = await Promise.all(
    answer.entitlements.map(async (one) => ({
      key: one.key,
      label: one.label,
      achievedOn: one.achievedOn,
      fen: one.fen,
      steps: [...one.steps],
      eligibility: await toTraceView(ctx, eligibility.rule, one.eligibility),
      achievement: await toTraceView(ctx, achieved.rule, one.achievement),
    })),
  );
  const applies = !item.legacy && item.beneficiaries.includes(String(facts.kind)) && item.eligibility !== 'true';
  return {
    item: item.code,
    name: item.name,
    clause: item.clause,
    trigger: item.trigger,
    fen: entitlements.reduce((sum, one) => sum + one.fen, 0),
    entitlements,
    // What bars the party from the whole policy is said once, above its items.
    refusals: answer.refusals.filter(({ text }) => !barred.has(text)),
    eligibility: applies ? await toTraceView(ctx, eligibility.rule, eligibility.evaluate(facts, asOf).explain()) : null,
    needsClaim: item.achievement.subject === 'claim',
    declared: item.declared.map(({ label }) => label),
  };
}

async function viewPolicy(
  ctx: Ctx,
  version: PolicyVersion,
  answers: readonly ItemAnswer[],
  { facts, asOf }: Asked,
): Promise<OfPolicy> {
  const compiled = requireCompiled(version);
  const barring = compiled.preconditions.filter((one) => one.test(facts, asOf) === 0);
  const barred = new Set(barring.map((one) => refusalText(one, facts)));
  const views = await Promise.all(
    compiled.items.map((item, at) => viewAnswer(ctx, item, answers[at] as ItemAnswer, { facts, asOf, barred })),
  );
  const preconditions = await Promise.all(
    compiled.preconditions.map(async ({ label, article, rule, evaluate }) => ({
      label,
      article,
      trace: await toTraceView(ctx, rule, evaluate(facts, asOf).explain()),
    })),
  );
  return {
    ...toSummary(ctx, version),
    fen: views.reduce((sum, one) => sum + one.fen, 0),
    barred: barring.map((one) => ({ text: refusalText(one, facts), article: one.article })),
    preconditions,
    answers: views,
  };
}

/**
 * What policies give one enterprise and why: amounts before budgets, which are shared among all.
 * @throws AppError platform.not-found · policies.policy.unreadable
 */
export async function getPolicyAnswers(
  ctx: Ctx,
  partyId: string,
  query: { readonly policy?: string | undefined; readonly asOf?: string | undefined },
): Promise<Answers> {
  const asOf = query.asOf ?? ctx.today;
  const versions =
    query.policy === undefined ? await listPublished(ctx, asOf) : [await getPolicyVersion(ctx, query.policy)];
  const compiled = versions.map(requireCompiled);
  const { freshness, ...subject } = await readSubjectCase(ctx, partyId, asOf, compiled);
  const paidKeys = new Set((await readPaidKeys(ctx)).keys());
  const policies = await Promise.all(
    versions.map((version, at) => {
      const answers = entitle(compiled[at] as CompiledPolicy, subject, { asOf, paidKeys });
      return viewPolicy(ctx, version, answers, { facts: subject.facts, asOf });
    }),
  );
  const named = (await subjectEntry(ctx, 'enterprise').subject.describe(ctx, [partyId])).get(partyId);
  return {
    subject: { id: partyId, label: named?.label ?? partyId, href: named?.href ?? null },
    policies,
    freshness,
  };
}
