import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const trademarkSearchPermissions: readonly Permission[] = [];
export const trademarkSearchErrors: ErrorCatalogue = {};
export const trademarkSearchActions: Readonly<Record<string, Bilingual>> = {};
