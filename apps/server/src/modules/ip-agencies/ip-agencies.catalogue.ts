import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const ipAgencyPermissions: readonly Permission[] = [];
export const ipAgencyErrors: ErrorCatalogue = {};
export const ipAgencyActions: Readonly<Record<string, Bilingual>> = {};
