import type { PolicySummary, RouteOutput, routes } from '@jince/contract';
import type { Finding, Policy } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { placeOf } from '../domain/place-of.ts';
import { isInForce, type PolicyVersion } from '../domain/policy-version.ts';
import { sentenceOf, viewItem } from '../domain/view-item.ts';
import { termWords } from '../domain/words.ts';

type Analysis = Pick<RouteOutput<typeof routes.checkPolicyDocument>, 'findings' | 'items' | 'preconditions' | 'terms'>;

const viewFinding = (finding: Finding, document: unknown, ctx: Ctx): Analysis['findings'][number] => ({
  code: finding.code,
  severity: finding.severity,
  path: finding.path,
  place: placeOf(document, finding.path, ctx.language),
  text: finding.problem?.[ctx.language] ?? finding.text,
  advice: finding.advice,
  article: finding.article ?? null,
  problem:
    finding.problem === undefined
      ? null
      : { from: finding.problem.from, to: finding.problem.to, suggestion: finding.problem.suggestion ?? null },
});

/** What a policy says in words and what analysis finds in it, as a reader sees it. */
export function viewAnalysis(
  ctx: Ctx,
  policy: Policy,
  { findings, compiled }: Pick<PolicyVersion, 'findings' | 'compiled'>,
): Analysis {
  const { language } = ctx;
  const { catalogue } = ctx.services.facts;
  const reading = { catalogue, language, asOf: ctx.today, compiled };
  return {
    findings: findings.map((finding) => viewFinding(finding, policy, ctx)),
    items: policy.items.map((item, at) => viewItem(item, at, reading)),
    preconditions: policy.preconditions.map(({ code, label, rule, article }) => ({
      code,
      label,
      rule: { text: rule, sentence: sentenceOf(rule, reading) },
      article,
    })),
    terms: termWords(policy, language),
  };
}

/** The window that is open on the day, else the next one. */
function windowOf({ policy, state }: PolicyVersion, on: string): PolicySummary['window'] {
  if (state !== 'published' && state !== 'draft') return null;
  const next = policy.windows.filter(({ to }) => to >= on).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  return next === undefined ? null : { ...next, open: next.from <= on };
}

export function toSummary(ctx: Ctx, version: PolicyVersion): PolicySummary {
  const { policy, findings } = version;
  const blocks = findings.filter(({ severity }) => severity === 'block').length;
  return {
    id: version.id,
    code: version.code,
    version: version.version,
    state: version.state,
    source: version.source,
    title: policy.title,
    docNo: policy.docNo,
    issuer: policy.issuer,
    fund: policy.fund,
    year: policy.year,
    effectiveFrom: version.effectiveFrom,
    effectiveTo: version.effectiveTo,
    inForce: isInForce(version, ctx.today),
    window: windowOf(version, ctx.today),
    items: policy.items.length,
    blocks,
    warnings: findings.length - blocks,
    example: policy.example,
    editedBy: version.editedBy,
    editedAt: version.editedAt,
    publishedBy: version.publishedBy,
    publishedAt: version.publishedAt,
    retiredBy: version.retiredBy,
    retiredAt: version.retiredAt,
    retireReason: version.retireReason,
  };
}
