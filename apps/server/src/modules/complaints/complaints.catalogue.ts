import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const complaintPermissions: readonly Permission[] = [];
export const complaintErrors: ErrorCatalogue = {};
export const complaintActions: Readonly<Record<string, Bilingual>> = {};
