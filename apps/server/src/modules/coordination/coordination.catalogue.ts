import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const coordinationPermissions: readonly Permission[] = [];
export const coordinationErrors: ErrorCatalogue = {};
export const coordinationActions: Readonly<Record<string, Bilingual>> = {};
