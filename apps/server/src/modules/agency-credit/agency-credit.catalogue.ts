import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const agencyCreditPermissions: readonly Permission[] = [];
export const agencyCreditErrors: ErrorCatalogue = {};
export const agencyCreditActions: Readonly<Record<string, Bilingual>> = {};
