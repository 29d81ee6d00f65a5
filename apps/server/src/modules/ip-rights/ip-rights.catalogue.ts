import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const PATENT_READ = 'ip-rights.patent.read';
export const TRADEMARK_READ = 'ip-rights.trademark.read';
export const GI_READ = 'ip-rights.gi.read';
export const MADRID_READ = 'ip-rights.madrid.read';

const READERS = [
  'ip-officer',
  'director',
  'reviewer',
  'finance-officer',
  'enforcement-officer',
  'liaison',
  'enterprise',
];

export const ipRightsPermissions: readonly Permission[] = [
  { code: PATENT_READ, label: { zh: '查看专利', en: 'See patents' }, roles: READERS },
  { code: TRADEMARK_READ, label: { zh: '查看商标', en: 'See trademarks' }, roles: READERS },
  { code: GI_READ, label: { zh: '查看地理标志', en: 'See geographical indications' }, roles: READERS },
  { code: MADRID_READ, label: { zh: '查看马德里国际注册', en: 'See Madrid registrations' }, roles: READERS },
];

/** Everything this module refuses is 'platform.not-found': outside the scope and not there are the same answer. */
export const ipRightsErrors: ErrorCatalogue = {};

/** It has no commands: its registers change through imports, which the platform audits. */
export const ipRightsActions: Readonly<Record<string, Bilingual>> = {};
