import quality2025 from '../data/policies/ip-quality-2025.json' with { type: 'json' };
import quality2026 from '../data/policies/ip-quality-2026.json' with { type: 'json' };
import use2026 from '../data/policies/ip-use-2026.json' with { type: 'json' };
import grantAid2021 from '../data/policies/patent-grant-aid-2021.json' with { type: 'json' };
import { PackDataError, readFields, readOneOf, readText } from './shape.ts';

/** How a policy of the pack comes into the district: examples of a trial in force, a real one as a draft to be checked. */
export const PACK_POLICY_STATES = ['published', 'draft', 'legacy'] as const;

export interface PackPolicy {
  readonly code: string;
  readonly state: (typeof PACK_POLICY_STATES)[number];
  readonly effectiveFrom: string;
  /** The policy as packages/entitlements reads it; the server checks all of it when it takes it in. */
  readonly content: Readonly<Record<string, unknown>>;
}

export function readPolicies(files: readonly unknown[]): PackPolicy[] {
  const policies = files.map((file, at): PackPolicy => {
    const fields = readFields(file, `policies[${at}]`);
    const content = readFields(fields.policy, `policies[${at}].policy`);
    const code = readText(content.code, `policies[${at}].policy.code`);
    const state = readOneOf(fields.state, `${code}.state`, PACK_POLICY_STATES);
    if (content.example === true && typeof content.note !== 'string')
      throw new PackDataError(`${code}.note: 示例应注明金额从何而来`);
    return {
      code,
      state,
      effectiveFrom: readText(content.effectiveFrom, `${code}.effectiveFrom`, /^\d{4}-\d{2}-\d{2}$/),
      content,
    };
  });
  return policies.sort((a, b) => (a.code === b.code ? (a.effectiveFrom < b.effectiveFrom ? -1 : 1) : 0));
}

/** Policies of the district: later ones of a code are its later versions, so they stand in order of their first day. */
export const policies: readonly PackPolicy[] = readPolicies([quality2025, quality2026, use2026, grantAid2021]);
