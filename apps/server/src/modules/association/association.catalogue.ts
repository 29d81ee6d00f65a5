import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const associationPermissions: readonly Permission[] = [];
export const associationErrors: ErrorCatalogue = {};
export const associationActions: Readonly<Record<string, Bilingual>> = {};
