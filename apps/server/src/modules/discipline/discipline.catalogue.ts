import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const disciplinePermissions: readonly Permission[] = [];
export const disciplineErrors: ErrorCatalogue = {};
export const disciplineActions: Readonly<Record<string, Bilingual>> = {};
