import type { ConsortiumRole } from '@jince/wujiang';

export interface MemberOfConsortium {
  readonly role: string;
  readonly partyId: string | null;
  readonly name: string;
  /** Kind of the party in the register; null for bodies from elsewhere. */
  readonly partyKind: string | null;
}

/** Roles with fewer members than the kind of project asks for. */
export function missingRoles(roles: readonly ConsortiumRole[], members: readonly { readonly role: string }[]) {
  return roles.filter((role) => members.filter((member) => member.role === role.role).length < role.least);
}

export type ConsortiumFault =
  | { readonly code: 'missing'; readonly label: string }
  | { readonly code: 'unknown-role'; readonly name: string }
  | { readonly code: 'not-in-register' | 'wrong-kind'; readonly name: string; readonly label: string }
  | { readonly code: 'lead' | 'twice'; readonly name: string; readonly label: string };

/** Everything that is wrong with a consortium: the first member leads. */
export function faultsOfConsortium(
  roles: readonly ConsortiumRole[],
  members: readonly MemberOfConsortium[],
): readonly ConsortiumFault[] {
  const faults: ConsortiumFault[] = missingRoles(roles, members).map(({ label }) => ({ code: 'missing', label }));
  const seen = new Set<string>();
  for (const [at, { role: wanted, partyId, name, partyKind }] of members.entries()) {
    const role = roles.find((one) => one.role === wanted);
    if (role === undefined) {
      faults.push({ code: 'unknown-role', name });
      continue;
    }
    const { label } = role;
    if (role.register && partyId === null) faults.push({ code: 'not-in-register', name, label });
    if (partyKind !== null && role.kinds.length > 0 && !role.kinds.includes(partyKind))
      faults.push({ code: 'wrong-kind', name, label });
    if (at === 0 && !role.lead) faults.push({ code: 'lead', name, label });
    const key = partyId ?? name;
    if (seen.has(key)) faults.push({ code: 'twice', name, label });
    seen.add(key);
  }
  return faults;
}
