import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const assistancePermissions: readonly Permission[] = [];
export const assistanceErrors: ErrorCatalogue = {};
export const assistanceActions: Readonly<Record<string, Bilingual>> = {};
