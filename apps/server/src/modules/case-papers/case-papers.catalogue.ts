import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const casePaperPermissions: readonly Permission[] = [];
export const casePaperErrors: ErrorCatalogue = {};
export const casePaperActions: Readonly<Record<string, Bilingual>> = {};
