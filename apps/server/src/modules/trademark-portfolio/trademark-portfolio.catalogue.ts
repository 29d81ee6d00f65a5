import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const trademarkPortfolioPermissions: readonly Permission[] = [];
export const trademarkPortfolioErrors: ErrorCatalogue = {};
export const trademarkPortfolioActions: Readonly<Record<string, Bilingual>> = {};
