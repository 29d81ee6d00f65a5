import type { PageDeclaration } from '../../lib/page.ts';

export const agencyAffairPages: readonly PageDeclaration[] = [];
