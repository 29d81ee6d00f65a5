import { policySchema } from '@jince/entitlements';
import type { PackPolicy } from '@jince/wujiang';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { contentHash } from '../domain/canonical.ts';
import { eveOf } from '../domain/eve-of.ts';
import type { PolicyState } from '../domain/policy-version.ts';
import { endVersion, insertVersion, lockVersions } from '../repositories/policy-repository.ts';

/** Examples come into force in a trial only; an office checks and publishes what its pack brings. */
function stateOf(ctx: Ctx, policy: PackPolicy): PolicyState {
  return policy.state === 'published' && !ctx.services.district.demo ? 'draft' : policy.state;
}

async function takeIn(tx: Tx, ctx: Ctx, given: readonly PackPolicy[]): Promise<number> {
  const code = (given[0] as PackPolicy).code;
  const known = await lockVersions(tx, ctx.district, code);
  // A code the office works on is the office's: the pack only begins it.
  if (known.length > 0) return 0;
  let previous: string | undefined;
  let version = 0;
  for (const [at, one] of given.entries()) {
    const state = stateOf(ctx, one);
    // Only one draft of a code: of several years the latest is the one to be checked.
    if (state === 'draft' && at < given.length - 1) continue;
    const policy = policySchema.parse(one.content);
    const id = uuidv7();
    version += 1;
    await insertVersion(tx, ctx, {
      id,
      version,
      state,
      source: 'pack',
      policy,
      contentHash: contentHash(policy),
      note: null,
    });
    if (previous !== undefined) await endVersion(tx, ctx, previous, eveOf(policy.effectiveFrom));
    previous = state === 'published' ? id : undefined;
  }
  return version;
}

/**
 * Takes in the policies of the jurisdiction pack whose code the district does not know yet. Idempotent.
 * @returns number of versions taken in
 */
export async function syncPolicies(ctx: Ctx): Promise<number> {
  const byCode = Map.groupBy(ctx.services.jurisdiction.policies, (policy) => policy.code);
  return inTransaction(ctx, async (tx) => {
    let taken = 0;
    for (const given of byCode.values()) taken += await takeIn(tx, ctx, given);
    if (taken > 0) await writeAudit(tx, ctx, { action: 'policies.policy.sync', details: { versions: taken } });
    return taken;
  });
}
