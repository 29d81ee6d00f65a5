import type { PageDeclaration } from '../../lib/page.ts';

export const agencyCreditPages: readonly PageDeclaration[] = [];
