import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const evidencePermissions: readonly Permission[] = [];
export const evidenceErrors: ErrorCatalogue = {};
export const evidenceActions: Readonly<Record<string, Bilingual>> = {};
