import type { Bilingual } from '../i18n/language.ts';

export type PlaceKind = 'district' | 'zone' | 'town' | 'organisation' | 'party';

/** The three separated administrators handle no business; business roles administer nothing (GB/T 22239-2019, 三员). */
export type RoleFamily = 'system' | 'security' | 'audit' | 'business';

export interface Role {
  readonly role: string;
  readonly label: Bilingual;
  readonly family: RoleFamily;
  readonly placeKinds: readonly PlaceKind[];
}

export const roles: readonly Role[] = [
  {
    role: 'system-admin',
    label: { zh: '系统管理员', en: 'System administrator' },
    family: 'system',
    placeKinds: ['district'],
  },
  {
    role: 'security-admin',
    label: { zh: '安全管理员', en: 'Security administrator' },
    family: 'security',
    placeKinds: ['district'],
  },
  {
    role: 'audit-admin',
    label: { zh: '审计管理员', en: 'Audit administrator' },
    family: 'audit',
    placeKinds: ['district'],
  },
  { role: 'ip-officer', label: { zh: '知识产权科员', en: 'IP officer' }, family: 'business', placeKinds: ['district'] },
  { role: 'director', label: { zh: '负责人', en: 'Director' }, family: 'business', placeKinds: ['district'] },
  { role: 'reviewer', label: { zh: '审核人员', en: 'Reviewer' }, family: 'business', placeKinds: ['district'] },
  {
    role: 'finance-officer',
    label: { zh: '财务人员', en: 'Finance officer' },
    family: 'business',
    placeKinds: ['district'],
  },
  {
    role: 'enforcement-officer',
    label: { zh: '执法人员', en: 'Enforcement officer' },
    family: 'business',
    placeKinds: ['district', 'zone', 'town', 'organisation'],
  },
  {
    role: 'section-head',
    label: { zh: '办案机构负责人', en: 'Head of section' },
    family: 'business',
    placeKinds: ['district', 'organisation'],
  },
  {
    role: 'legal-reviewer',
    label: { zh: '法制审核人员', en: 'Legal reviewer' },
    family: 'business',
    placeKinds: ['district'],
  },
  {
    role: 'liaison',
    label: { zh: '区镇联络员', en: 'Town liaison' },
    family: 'business',
    placeKinds: ['zone', 'town'],
  },
  {
    role: 'department',
    label: { zh: '协同部门', en: 'Partner department' },
    family: 'business',
    placeKinds: ['organisation'],
  },
  { role: 'enterprise', label: { zh: '企业', en: 'Enterprise' }, family: 'business', placeKinds: ['party'] },
  { role: 'agency', label: { zh: '服务机构', en: 'Service agency' }, family: 'business', placeKinds: ['party'] },
  {
    role: 'association',
    label: { zh: '行业协会', en: 'Industry association' },
    family: 'business',
    placeKinds: ['organisation'],
  },
];

/** One thing that may be allowed: `module.thing.verb`, with the roles that have it by default. */
export interface Permission {
  readonly code: string;
  readonly label: Bilingual;
  readonly roles: readonly string[];
  /** Shows no business data, so administrators and business roles may both hold it. */
  readonly shared?: boolean;
}

export interface RoleGrant {
  readonly role: string;
  readonly placeKind: PlaceKind;
  readonly placeCode: string;
}

/** Which records a permission reaches. Towns already include those of the granted zones. */
export type Scope =
  | { readonly kind: 'district' }
  | {
      readonly kind: 'places';
      readonly towns: readonly string[];
      readonly organisations: readonly string[];
      readonly parties: readonly string[];
    };

/** What no grant reaches. */
export const nothing: Scope = { kind: 'places', towns: [], organisations: [], parties: [] };

export interface PlaceDirectory {
  townsOfZone(zoneCode: string): readonly string[];
  /** Bodies that govern a town or zone: whoever is granted there acts for them. */
  bodiesOf?(kind: 'town' | 'zone', code: string): readonly string[];
}

/**
 * The union of the places in which the actor's grants hold a permission; {@link nothing} when none does.
 * @param holders roles that hold the permission
 */
export function scopeOf(grants: readonly RoleGrant[], holders: ReadonlySet<string>, places: PlaceDirectory): Scope {
  const relevant = grants.filter((grant) => holders.has(grant.role));
  if (relevant.some((grant) => grant.placeKind === 'district')) return { kind: 'district' };
  const codes = (kind: PlaceKind) => relevant.filter((g) => g.placeKind === kind).map((g) => g.placeCode);
  const governing = (['town', 'zone'] as const).flatMap((kind) =>
    codes(kind).flatMap((code) => places.bodiesOf?.(kind, code) ?? []),
  );
  return {
    kind: 'places',
    towns: [...new Set([...codes('town'), ...codes('zone').flatMap((zone) => places.townsOfZone(zone))])],
    organisations: [...new Set([...codes('organisation'), ...governing])],
    parties: [...new Set(codes('party'))],
  };
}
