import {
  type Candidates,
  type CompiledPolicy,
  candidateKey,
  findCandidates,
  settleCandidates,
  type WhatIf,
} from '@jince/entitlements';
import { type DistrictCases, usedBefore } from './district-cases.ts';

export type Paid = 'count' | 'ignore';

/** Candidates of the policies somebody is working with; moving an amount finds none anew. */
const FOUND_KEPT = 12;
const found = new WeakMap<DistrictCases, Map<string, Candidates>>();

const NO_KEYS: ReadonlySet<string> = new Set();

function candidatesOf(district: DistrictCases, policy: CompiledPolicy, paid: Paid): Candidates {
  const known = found.get(district) ?? new Map<string, Candidates>();
  found.set(district, known);
  const key = `${paid} ${candidateKey(policy.policy)}`;
  const candidates =
    known.get(key) ??
    findCandidates(policy, paid === 'count' ? district.subjects : district.unpaid, {
      asOf: district.asOf,
      paidKeys: paid === 'count' ? district.paidKeys : NO_KEYS,
    });
  known.delete(key);
  known.set(key, candidates);
  for (const old of [...known.keys()].slice(0, Math.max(0, known.size - FOUND_KEPT))) known.delete(old);
  return candidates;
}

export interface Settled extends WhatIf {
  /** Positions of the parties that need a person. */
  readonly unknownAt: readonly number[];
}

/** What a policy would pay over the district. */
export function settleDistrict(district: DistrictCases, policy: CompiledPolicy, paid: Paid): Settled {
  const candidates = candidatesOf(district, policy, paid);
  const used = paid === 'count' ? usedBefore(district, policy) : undefined;
  return { ...settleCandidates(policy, candidates, used), unknownAt: candidates.unknown };
}
