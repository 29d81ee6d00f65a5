import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const trademarkWatchPermissions: readonly Permission[] = [];
export const trademarkWatchErrors: ErrorCatalogue = {};
export const trademarkWatchActions: Readonly<Record<string, Bilingual>> = {};
