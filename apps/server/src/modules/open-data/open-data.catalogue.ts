import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const openDataPermissions: readonly Permission[] = [];
export const openDataErrors: ErrorCatalogue = {};
export const openDataActions: Readonly<Record<string, Bilingual>> = {};
