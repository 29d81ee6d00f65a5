import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const publicSitePermissions: readonly Permission[] = [];
export const publicSiteErrors: ErrorCatalogue = {};
export const publicSiteActions: Readonly<Record<string, Bilingual>> = {};
