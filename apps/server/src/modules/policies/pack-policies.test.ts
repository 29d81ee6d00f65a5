import { checkPolicy, policySchema } from '@jince/entitlements';
import * as pack from '@jince/wujiang';
import { describe, expect, it } from 'vitest';
import { createModules } from '../../modules.ts';
import { createFactRegistry } from '../../platform/facts/fact-registry.ts';
import { nationalProhibitions } from './domain/prohibitions.ts';

const { catalogue } = createFactRegistry(createModules().modules.flatMap((module) => module.facts ?? []));
const prohibitions = nationalProhibitions();
const asOf = '2026-11-22';

describe("the pack's policies", () => {
  it.each(pack.policies.map((one) => [`${one.code} ${one.effectiveFrom}`, one] as const))(
    '%s is sound',
    (_name, one) => {
      const policy = policySchema.parse(one.content);
      expect(checkPolicy(policy, { catalogue, prohibitions, asOf })).toEqual([]);
      expect(policy.example).toBe(true);
      expect(policy.note).toContain('示例');
      const live = policy.items.filter((item) => !item.legacy);
      expect(live.length === 0).toBe(one.state === 'legacy');
      for (const item of live) {
        const paid = item.examples.map((example) => example.expectFen > 0);
        expect(paid, item.name).toContain(true);
        expect(paid, item.name).toContain(false);
        expect(
          item.materials.some((material) => material.fromRegister),
          item.name,
        ).toBe(true);
      }
    },
  );
});
