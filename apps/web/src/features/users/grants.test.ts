import { describe, expect, it } from 'vitest';
import { chooseRole, complete, emptyGrant, grantsOf, problemOf } from './grants.ts';
import type { Role } from './users-query.ts';

const role = (name: string, family: string, placeKinds: Role['placeKinds']): Role => ({
  role: name,
  label: name,
  family,
  placeKinds,
  permissions: [],
});
const roles = [
  role('system-admin', 'system', ['district']),
  role('audit-admin', 'audit', ['district']),
  role('officer', 'business', ['district']),
  role('liaison', 'business', ['zone', 'town']),
];
const at = (name: string, placeCode = '320509') => ({ role: name, placeKind: 'district' as const, placeCode });

describe('grants', () => {
  it('fills in the only possible place', () => {
    expect(chooseRole(emptyGrant(), roles[0] as Role, '320509')).toMatchObject({
      placeKind: 'district',
      placeCode: '320509',
    });
    expect(chooseRole(emptyGrant(), roles[3] as Role, '320509').placeKind).toBeUndefined();
  });

  it('separates the three administrators from each other and from business', () => {
    expect(problemOf(grantsOf([at('system-admin'), at('audit-admin')]), roles)).toEqual({
      first: 'system-admin',
      second: 'audit-admin',
    });
    expect(problemOf(grantsOf([at('officer'), at('system-admin')]), roles)).toMatchObject({ second: 'system-admin' });
    expect(problemOf(grantsOf([at('officer')]), roles)).toBeUndefined();
  });

  it('sees what is missing or said twice', () => {
    expect(problemOf([emptyGrant()], roles)).toBe('incomplete');
    expect(problemOf(grantsOf([at('officer'), at('officer')]), roles)).toBe('repeated');
    expect(complete([emptyGrant(), ...grantsOf([at('officer')])])).toEqual([at('officer')]);
  });
});
