import type { PageDeclaration } from '../../lib/page.ts';

export const agencyPages: readonly PageDeclaration[] = [];
