import type { RoleGrant } from '../access/access.ts';
import { findRole } from '../access/role-rules.ts';
import type { Services } from '../context/context.ts';
import type { Language } from '../i18n/language.ts';

/** Name of the place of a grant; undefined when the directory does not know it. Parties are named by their id. */
export function findPlaceLabel(services: Services, { placeKind, placeCode }: RoleGrant): string | undefined {
  const { places, district } = services;
  switch (placeKind) {
    case 'district':
      return placeCode === district.code ? district.name : undefined;
    case 'zone':
      return places.zoneName(placeCode) ?? undefined;
    case 'town':
      return places.townName(placeCode) ?? undefined;
    case 'organisation':
      return places.organisationName(placeCode) ?? undefined;
    case 'party':
      return /^[0-9a-f-]{36}$/i.test(placeCode) ? placeCode : undefined;
  }
}

export interface LabelledGrant extends RoleGrant {
  readonly label: string;
  readonly placeLabel: string;
}

/** Grants with the names a person reads; a role or place that no longer exists shows its code. */
export function labelGrants(services: Services, grants: readonly RoleGrant[], language: Language): LabelledGrant[] {
  return grants.map((grant) => ({
    ...grant,
    label: findRole(grant.role)?.label[language] ?? grant.role,
    placeLabel: findPlaceLabel(services, grant) ?? grant.placeCode,
  }));
}
