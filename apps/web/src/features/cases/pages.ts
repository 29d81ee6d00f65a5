import type { PageDeclaration } from '../../lib/page.ts';

export const casePages: readonly PageDeclaration[] = [];
