import { entitle, type ItemAnswer, type SubjectCase } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Freshness } from '../../../platform/facts/index.ts';
import { readPaidKeys } from '../../funds/index.ts';
import type { PolicyVersion } from '../domain/policy-version.ts';
import { requireCompiled } from './policy-versions.ts';
import { readSubjectCase } from './subject-cases.ts';

export interface SubjectAnswers {
  /** One per item, in the policy's order, with steps and traces; amounts in fen, before budgets. */
  readonly answers: readonly ItemAnswer[];
  /** The day the facts are of. */
  readonly factsAsOf: string;
  readonly freshness: Freshness;
}

/**
 * What a version gives one party, and why not more.
 * @param claims what the party states, by item code, for items whose achievement no register knows
 * @throws AppError platform.not-found · policies.policy.unreadable
 */
export async function entitleSubject(
  ctx: Ctx,
  version: PolicyVersion,
  partyId: string,
  asOf: string,
  claims?: SubjectCase['claims'],
): Promise<SubjectAnswers> {
  const compiled = requireCompiled(version);
  const subject = await readSubjectCase(ctx, partyId, asOf, [compiled]);
  const given = claims === undefined ? subject : { ...subject, claims };
  const answers = entitle(compiled, given, { asOf, paidKeys: new Set((await readPaidKeys(ctx)).keys()) });
  return { answers, factsAsOf: subject.freshness.asOf, freshness: subject.freshness };
}
