import type { PolicyItemView, PolicySummary } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { PolicyVersion } from '../domain/policy-version.ts';
import { policiesVersionOf } from '../repositories/policy-repository.ts';
import { listPublished } from './policy-versions.ts';
import { toSummary, viewAnalysis } from './view-policy.ts';

/** A policy in force as everyone may read it. Who wrote and published it stays in the console. */
export interface PublicPolicy
  extends Pick<
    PolicySummary,
    | 'code'
    | 'version'
    | 'title'
    | 'docNo'
    | 'issuer'
    | 'fund'
    | 'year'
    | 'effectiveFrom'
    | 'effectiveTo'
    | 'window'
    | 'example'
  > {
  readonly note: string | null;
  readonly windows: readonly { readonly from: string; readonly to: string }[];
  readonly items: readonly PolicyItemView[];
  readonly preconditions: readonly {
    readonly label: string;
    readonly sentence: string | null;
    readonly article: string | null;
  }[];
  readonly terms: readonly { readonly label: string; readonly text: string }[];
}

function publicView(ctx: Ctx, version: PolicyVersion): PublicPolicy {
  const { code, title, docNo, issuer, fund, year, effectiveFrom, effectiveTo, window, example } = toSummary(
    ctx,
    version,
  );
  const { items, preconditions, terms } = viewAnalysis(ctx, version.policy, version);
  return {
    ...{
      code,
      version: version.version,
      title,
      docNo,
      issuer,
      fund,
      year,
      effectiveFrom,
      effectiveTo,
      window,
      example,
    },
    note: version.policy.note,
    windows: version.policy.windows,
    items,
    preconditions: preconditions.map(({ label, rule, article }) => ({ label, sentence: rule.sentence, article })),
    terms,
  };
}

/** Policies in force today, in order of code. */
export async function listPublicPolicies(ctx: Ctx): Promise<PublicPolicy[]> {
  return (await listPublished(ctx, ctx.today)).map((version) => publicView(ctx, version));
}

/** The version of a policy that is in force today. @throws AppError platform.not-found */
export async function getPublicPolicy(ctx: Ctx, code: string): Promise<PublicPolicy> {
  const version = (await listPublished(ctx, ctx.today)).find((one) => one.code === code);
  if (version === undefined) throw new AppError('platform.not-found');
  return publicView(ctx, version);
}

/** Changes whenever a policy does; what caches of them are kept by. */
export const policiesVersion = (ctx: Ctx): Promise<string> => policiesVersionOf(ctx.db, ctx.district);
