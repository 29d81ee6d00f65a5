import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const inspectionPermissions: readonly Permission[] = [];
export const inspectionErrors: ErrorCatalogue = {};
export const inspectionActions: Readonly<Record<string, Bilingual>> = {};
