import type { PolicyAnswer, RouteOutput, routes } from '@jince/contract';
import type { CompiledItem, ItemAnswer, SubjectCase } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type Freshness, subjectEntry, toTraceView } from '../../../platform/facts/index.ts';
import type { PolicyVersion } from '../domain/policy-version.ts';
import { entitleSubject } from './entitle-subject.ts';
import { getPolicyVersion, listPublished, requireCompiled } from './policy-versions.ts';
import { readSubjectCase } from './subject-cases.ts';
import { toSummary } from './view-policy.ts';

type Answers = RouteOutput<typeof routes.getPolicyAnswers>;
type OfPolicy = Answers['policies'][number];

/** One item's answer as the console draws it. */
export async function viewAnswer(
  ctx: Ctx,
  compiled: CompiledItem,
  answer: ItemAnswer,
  {
    facts,
    asOf,
    barred,
  }: { readonly facts: SubjectCase['facts']; readonly asOf: string; readonly barred: ReadonlySet<string> },
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

async function answersOf(
  ctx: Ctx,
  version: PolicyVersion,
  partyId: string,
  asOf: string,
): Promise<{ view: OfPolicy; freshness: Freshness }> {
  const compiled = requireCompiled(version);
  const { facts } = await readSubjectCase(ctx, partyId, asOf, [compiled]);
  const { answers, freshness } = await entitleSubject(ctx, version, partyId, asOf);
  const barring = compiled.preconditions.filter((one) => one.test(facts, asOf) === 0);
  const barred = new Set(barring.map((one) => one.refusal));
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
  const view = {
    ...toSummary(ctx, version),
    fen: views.reduce((sum, one) => sum + one.fen, 0),
    barred: barring.map(({ refusal, article }) => ({ text: refusal, article })),
    preconditions,
    answers: views,
  };
  return { view, freshness };
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
  const found = [];
  for (const version of versions) found.push(await answersOf(ctx, version, partyId, asOf));
  const named = (await subjectEntry(ctx, 'enterprise').subject.describe(ctx, [partyId])).get(partyId);
  if (named === undefined) throw new AppError('platform.not-found');
  return {
    subject: { id: partyId, label: named.label, href: named.href },
    policies: found.map(({ view }) => view),
    freshness: found[0]?.freshness ?? null,
  };
}
