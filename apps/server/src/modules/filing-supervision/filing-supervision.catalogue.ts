import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const filingSupervisionPermissions: readonly Permission[] = [];
export const filingSupervisionErrors: ErrorCatalogue = {};
export const filingSupervisionActions: Readonly<Record<string, Bilingual>> = {};
