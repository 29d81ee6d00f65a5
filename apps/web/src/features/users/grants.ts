import type { PlaceKind, Role } from './users-query.ts';

export interface Grant {
  readonly key: string;
  readonly role: string | undefined;
  readonly placeKind: PlaceKind | undefined;
  readonly placeCode: string | undefined;
}
export type CompleteGrant = { role: string; placeKind: PlaceKind; placeCode: string };

let counter = 0;
const nextKey = () => {
  counter += 1;
  return `grant-${counter}`;
};

export const emptyGrant = (): Grant => ({
  key: nextKey(),
  role: undefined,
  placeKind: undefined,
  placeCode: undefined,
});

export const grantsOf = (roles: readonly CompleteGrant[]): Grant[] =>
  roles.map(({ role, placeKind, placeCode }) => ({ key: nextKey(), role, placeKind, placeCode }));

export function complete(grants: readonly Grant[]): CompleteGrant[] {
  return grants.flatMap(({ role, placeKind, placeCode }) =>
    role && placeKind && placeCode ? [{ role, placeKind, placeCode }] : [],
  );
}

/** The grant after another role was chosen: a role with one kind of place, and the whole district, need no further choice. */
export function chooseRole(grant: Grant, role: Role, districtCode: string): Grant {
  const placeKind = role.placeKinds.length === 1 ? role.placeKinds[0] : undefined;
  return { ...grant, role: role.role, placeKind, placeCode: placeKind === 'district' ? districtCode : undefined };
}

export type GrantProblem = 'incomplete' | 'repeated' | { readonly first: string; readonly second: string };

/**
 * What the server would refuse, said while choosing: something missing, the same grant twice, or duties that must be in
 * different hands (an administrator holds no second administrator's role and no business role; GB/T 22239-2019).
 */
export function problemOf(grants: readonly Grant[], roles: readonly Role[]): GrantProblem | undefined {
  const byName = new Map(roles.map((role) => [role.role, role]));
  const held = grants.flatMap((grant) => byName.get(grant.role ?? '') ?? []);
  const other = held.find((role) => role.family !== held[0]?.family);
  if (held[0] && other) return { first: held[0].label, second: other.label };
  if (complete(grants).length < grants.length) return 'incomplete';
  const keys = grants.map(({ role, placeKind, placeCode }) => `${role} ${placeKind} ${placeCode}`);
  return new Set(keys).size < keys.length ? 'repeated' : undefined;
}
