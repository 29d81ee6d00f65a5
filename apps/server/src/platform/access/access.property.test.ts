import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlaceKind, type RoleGrant, roles, scopeOf } from './access.ts';
import { familiesOf, findGrantProblem, findSeparationProblems } from './role-rules.ts';

const ZONES: Readonly<Record<string, readonly string[]>> = { north: ['t1', 't2'], south: ['t3'], empty: [] };
const TOWNS = ['t1', 't2', 't3', 't4'];
const PLACES: Readonly<Record<PlaceKind, readonly string[]>> = {
  district: ['320509'],
  zone: Object.keys(ZONES),
  town: TOWNS,
  organisation: ['o1', 'o2'],
  party: ['p1', 'p2'],
};
const places = { townsOfZone: (zone: string) => ZONES[zone] ?? [] };

const kind = fc.constantFrom<PlaceKind>('district', 'zone', 'town', 'organisation', 'party');
/** Any role at any place, allowed or not. */
const anyGrant: fc.Arbitrary<RoleGrant> = fc
  .tuple(fc.constantFrom(...roles), kind)
  .chain(([role, placeKind]) =>
    fc.constantFrom(...PLACES[placeKind]).map((placeCode) => ({ role: role.role, placeKind, placeCode })),
  );
const grants = fc.array(anyGrant, { maxLength: 6 });
const holders = fc.subarray(roles.map((role) => role.role)).map((names) => new Set(names));

/** Whether one grant by itself reaches a record in this town, of this body, of this party. */
function reaches(grant: RoleGrant, record: { town: string; organisation: string; party: string }): boolean {
  switch (grant.placeKind) {
    case 'district':
      return true;
    case 'zone':
      return (ZONES[grant.placeCode] ?? []).includes(record.town);
    case 'town':
      return grant.placeCode === record.town;
    case 'organisation':
      return grant.placeCode === record.organisation;
    case 'party':
      return grant.placeCode === record.party;
  }
}

const record = fc.record({
  town: fc.constantFrom(...TOWNS),
  organisation: fc.constantFrom('o1', 'o2', 'o3'),
  party: fc.constantFrom('p1', 'p2', 'p3'),
});

describe('scope of a permission: roles × places × permissions', () => {
  it('reaches a record exactly when some grant of a role that holds the permission reaches it', () => {
    fc.assert(
      fc.property(grants, holders, record, (held, names, one) => {
        const scope = scopeOf(held, names, places);
        const inScope =
          scope.kind === 'district' ||
          scope.towns.includes(one.town) ||
          scope.organisations.includes(one.organisation) ||
          scope.parties.includes(one.party);
        expect(inScope).toBe(held.some((grant) => names.has(grant.role) && reaches(grant, one)));
      }),
      { numRuns: 2000 },
    );
  });

  it('never shrinks with another grant and never depends on their order', () => {
    fc.assert(
      fc.property(grants, anyGrant, holders, record, (held, more, names, one) => {
        const reached = (set: readonly RoleGrant[]) => {
          const scope = scopeOf(set, names, places);
          return scope.kind === 'district' || scope.towns.includes(one.town);
        };
        if (reached(held)) expect(reached([...held, more])).toBe(true);
        expect(reached(held.toReversed())).toBe(reached(held));
      }),
    );
  });
});

describe('what one person may hold', () => {
  const knows = (grant: RoleGrant) => PLACES[grant.placeKind].includes(grant.placeCode);

  it('is one family only, at known places of kinds the role allows, each once', () => {
    fc.assert(
      fc.property(grants, (held) => {
        const problem = findGrantProblem(held, knows, 'zh');
        const placed = held.every((g) => roles.find((r) => r.role === g.role)?.placeKinds.includes(g.placeKind));
        const distinct = new Set(held.map((g) => JSON.stringify(g))).size === held.length;
        const separate = familiesOf(held).size <= 1;
        expect(problem === undefined).toBe(placed && distinct && separate);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['system-admin', 'security-admin'],
    ['system-admin', 'audit-admin'],
    ['security-admin', 'audit-admin'],
    ['system-admin', 'ip-officer'],
    ['audit-admin', 'director'],
  ])('is not %s together with %s', (first, second) => {
    const both = [first, second].map((role) => ({ role, placeKind: 'district', placeCode: '320509' }) as const);
    expect(findGrantProblem(both, knows, 'zh')?.code).toBe('identity.roles.families-mixed');
  });

  it('is nothing unknown', () => {
    const grant = { role: 'emperor', placeKind: 'district', placeCode: '320509' } as const;
    expect(findGrantProblem([grant], knows, 'zh')).toEqual({
      code: 'identity.roles.unknown',
      params: { role: 'emperor' },
    });
    const elsewhere = { role: 'liaison', placeKind: 'town', placeCode: 't9' } as const;
    expect(findGrantProblem([elsewhere], knows, 'zh')?.code).toBe('identity.roles.place-unknown');
  });
});

describe('default roles of permissions', () => {
  const label = { zh: '', en: '' };

  it('keep administrators away from business data', () => {
    expect(findSeparationProblems([{ code: 'parties.party.read', label, roles: ['system-admin'] }])).toHaveLength(1);
    expect(
      findSeparationProblems([{ code: 'platform.job.read', label, roles: ['system-admin', 'director'] }]),
    ).toHaveLength(1);
  });

  it('allow what is administration, business, or declared to show no business data', () => {
    const fine = [
      { code: 'platform.account.read', label, roles: ['system-admin', 'audit-admin'] },
      { code: 'parties.party.read', label, roles: ['ip-officer', 'liaison'] },
      { code: 'platform.job.read', label, roles: ['system-admin', 'director'], shared: true },
    ];
    expect(findSeparationProblems(fine)).toEqual([]);
  });
});

it('whoever is granted at a town or zone acts for the body that governs it', () => {
  const governed = {
    ...places,
    bodiesOf: (kind: 'town' | 'zone', code: string) => (code === 't1' || code === 'north' ? [`${kind}-${code}`] : []),
  };
  const at = (placeKind: PlaceKind, placeCode: string) =>
    scopeOf([{ role: 'liaison', placeKind, placeCode }], new Set(['liaison']), governed);
  expect(at('town', 't1')).toMatchObject({ towns: ['t1'], organisations: ['town-t1'] });
  expect(at('town', 't2')).toMatchObject({ towns: ['t2'], organisations: [] });
  expect(at('zone', 'north')).toMatchObject({ towns: ['t1', 't2'], organisations: ['zone-north'] });
});
