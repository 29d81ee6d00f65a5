import type { Language } from '../i18n/language.ts';
import { type Permission, type Role, type RoleFamily, type RoleGrant, roles } from './access.ts';

const byName: ReadonlyMap<string, Role> = new Map(roles.map((role) => [role.role, role]));

export function findRole(name: string): Role | undefined {
  return byName.get(name);
}

/** The families a set of grants belongs to. */
export function familiesOf(grants: readonly Pick<RoleGrant, 'role'>[]): ReadonlySet<RoleFamily> {
  return new Set(grants.flatMap((grant) => byName.get(grant.role)?.family ?? []));
}

/** Why a set of grants may not be held by one person; `code` is of the error catalogue. */
export interface GrantProblem {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Whether a place exists; answered by the directory of the jurisdiction. */
export type KnowsPlace = (grant: RoleGrant) => boolean;

function problemOfOne(grant: RoleGrant, knowsPlace: KnowsPlace, language: Language): GrantProblem | undefined {
  const role = byName.get(grant.role);
  if (role === undefined) return { code: 'identity.roles.unknown', params: { role: grant.role } };
  const label = role.label[language];
  if (!role.placeKinds.includes(grant.placeKind)) {
    return { code: 'identity.roles.place-kind', params: { role: label, placeKind: grant.placeKind } };
  }
  if (!knowsPlace(grant)) return { code: 'identity.roles.place-unknown', params: { placeCode: grant.placeCode } };
  return undefined;
}

/**
 * The first rule a set of grants breaks: unknown role or place, a place of the wrong kind, the same grant twice, or
 * duties that must be in different hands (GB/T 22239-2019, 三员): an administrator holds no second administrator's role
 * and no business role.
 */
export function findGrantProblem(
  grants: readonly RoleGrant[],
  knowsPlace: KnowsPlace,
  language: Language,
): GrantProblem | undefined {
  const seen = new Set<string>();
  for (const grant of grants) {
    const problem = problemOfOne(grant, knowsPlace, language);
    if (problem !== undefined) return problem;
    const key = `${grant.role} ${grant.placeKind} ${grant.placeCode}`;
    const label = (byName.get(grant.role) as Role).label[language];
    if (seen.has(key)) return { code: 'identity.roles.repeated', params: { role: label } };
    seen.add(key);
  }
  const held = grants.map((grant) => byName.get(grant.role) as Role);
  const other = held.find((role) => role.family !== held[0]?.family);
  if (other === undefined) return undefined;
  return {
    code: 'identity.roles.families-mixed',
    params: { first: (held[0] as Role).label[language], second: other.label[language] },
  };
}

/**
 * Permissions whose default roles break the separation: administrators hold only permissions of the platform, and a
 * permission is not given both to administrators and to business roles unless it is declared `shared`.
 */
export function findSeparationProblems(permissions: readonly Permission[]): string[] {
  return permissions.flatMap((permission) => {
    const families = familiesOf(permission.roles.map((role) => ({ role })));
    const business = families.has('business');
    const administrators = families.size - (business ? 1 : 0);
    if (administrators === 0 || permission.shared === true) return [];
    if (business) return [`${permission.code}: held by administrators and by business roles`];
    return permission.code.startsWith('platform.')
      ? []
      : [`${permission.code}: administrators hold a business permission`];
  });
}
