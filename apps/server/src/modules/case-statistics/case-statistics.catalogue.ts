import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const caseStatisticPermissions: readonly Permission[] = [];
export const caseStatisticErrors: ErrorCatalogue = {};
export const caseStatisticActions: Readonly<Record<string, Bilingual>> = {};
