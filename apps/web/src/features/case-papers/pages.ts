import type { PageDeclaration } from '../../lib/page.ts';

export const casePaperPages: readonly PageDeclaration[] = [];
