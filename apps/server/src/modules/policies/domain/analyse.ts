import { type CompiledPolicy, checkPolicy, compilePolicy, type Finding, type Policy } from '@jince/entitlements';
import type { Catalogue } from '@jince/rules';
import { contentHash } from './canonical.ts';
import { nationalProhibitions } from './prohibitions.ts';

export interface Analysis {
  readonly findings: readonly Finding[];
  readonly compiled: CompiledPolicy | undefined;
}

/** Versions that stay at hand; each is a few parsed rules. */
const KEPT = 200;
const kept = new WeakMap<Catalogue, Map<string, Analysis>>();

/**
 * What a policy's rules come to and what analysis finds in it, on a day. The same content is analysed once.
 * @param hash of the content, where it is known
 */
export function analyse(policy: Policy, catalogue: Catalogue, asOf: string, hash = contentHash(policy)): Analysis {
  const known = kept.get(catalogue) ?? new Map<string, Analysis>();
  kept.set(catalogue, known);
  const key = `${hash}@${asOf}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const result = compilePolicy(policy, catalogue);
  const analysis: Analysis = {
    findings: checkPolicy(policy, { catalogue, prohibitions: nationalProhibitions(), asOf }),
    compiled: result.ok ? result.policy : undefined,
  };
  if (known.size >= KEPT) known.delete(known.keys().next().value as string);
  known.set(key, analysis);
  return analysis;
}
