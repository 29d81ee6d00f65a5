import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const reportPermissions: readonly Permission[] = [];
export const reportErrors: ErrorCatalogue = {};
export const reportActions: Readonly<Record<string, Bilingual>> = {};
