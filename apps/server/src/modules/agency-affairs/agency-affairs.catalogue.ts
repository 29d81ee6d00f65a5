import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const agencyAffairPermissions: readonly Permission[] = [];
export const agencyAffairErrors: ErrorCatalogue = {};
export const agencyAffairActions: Readonly<Record<string, Bilingual>> = {};
