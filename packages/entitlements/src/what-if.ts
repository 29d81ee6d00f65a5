import type { CompiledPolicy } from './compile-policy.ts';
import type { EntitleOptions, SubjectCase } from './entitle.ts';
import { findCandidates } from './find-candidates.ts';
import { settleCandidates, type WhatIf } from './settle-candidates.ts';
import type { UsedBefore } from './share-budget.ts';

/**
 * Whom a policy would pay, over a whole district and without traces; amounts equal those of {@link entitle} to the fen.
 * Who moves amounts, caps or budgets alone finds the candidates once and settles them again.
 * @param subjects facts as of `options.asOf`, collections included
 */
export function whatIf(
  policy: CompiledPolicy,
  subjects: readonly SubjectCase[],
  options: EntitleOptions & { readonly used?: UsedBefore },
): WhatIf {
  return settleCandidates(policy, findCandidates(policy, subjects, options), options.used);
}
