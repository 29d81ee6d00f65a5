import type { EntitlementView } from '@jince/contract';
import { describe, expect, it } from 'vitest';
import { byPolicy, isChosen, othersOf, toggleChoice, toOrder } from './claim-choice.ts';
import type { ClaimableItem } from './claim-query.ts';

const policy = (versionId: string) => ({ versionId, code: 'p', version: 1, title: versionId, example: true });
const entitlement = (id: string, versionId: string, item: string, state: EntitlementView['state'] = 'offered') =>
  ({ id, policy: policy(versionId), item, state }) as EntitlementView;

describe('what goes into one claim', () => {
  it('adds and takes away parts of one version', () => {
    const one = toggleChoice(undefined, { way: 'found', versionId: 'v1', id: 'a' });
    const two = toggleChoice(one, { way: 'found', versionId: 'v1', id: 'b' });
    expect(two).toEqual({ way: 'found', versionId: 'v1', ids: ['a', 'b'] });
    expect(isChosen(two, 'found', 'v1', 'b')).toBe(true);
    expect(isChosen(two, 'own', 'v1', 'b')).toBe(false);
    expect(toggleChoice(one, { way: 'found', versionId: 'v1', id: 'a' })).toBeUndefined();
  });

  it('begins anew with another version or the other way', () => {
    const one = toggleChoice(undefined, { way: 'found', versionId: 'v1', id: 'a' });
    expect(toggleChoice(one, { way: 'found', versionId: 'v2', id: 'c' })?.ids).toEqual(['c']);
    expect(toggleChoice(one, { way: 'own', versionId: 'v1', id: 'item' })).toMatchObject({ way: 'own', ids: ['item'] });
  });

  it('asks the server for entitlements or for lines with what was stated, never for both', () => {
    expect(toOrder({ way: 'found', versionId: 'v1', ids: ['a'] }, {})).toEqual({ entitlementIds: ['a'] });
    expect(toOrder({ way: 'own', versionId: 'v1', ids: ['premium', 'gi'] }, { premium: { paidFen: 100 } })).toEqual({
      versionId: 'v1',
      lines: [
        { item: 'premium', declared: { paidFen: 100 } },
        { item: 'gi', declared: {} },
      ],
    });
  });

  it('groups by version and leaves out of own applications what was found already', () => {
    const found = [entitlement('a', 'v1', 'madrid'), entitlement('b', 'v2', 'award', 'claimed')];
    expect(byPolicy(found).map((group) => [group.versionId, group.parts.length])).toEqual([
      ['v1', 1],
      ['v2', 1],
    ]);
    const items = [
      { policy: policy('v1'), item: 'madrid' },
      { policy: policy('v2'), item: 'award' },
    ] as ClaimableItem[];
    expect(othersOf(items, found).map((item) => item.item)).toEqual(['award']);
  });
});
