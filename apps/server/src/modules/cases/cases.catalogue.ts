import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const casePermissions: readonly Permission[] = [];
export const caseErrors: ErrorCatalogue = {};
export const caseActions: Readonly<Record<string, Bilingual>> = {};
