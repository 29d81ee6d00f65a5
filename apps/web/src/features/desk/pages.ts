import type { PageDeclaration } from '../../lib/page.ts';

export const deskPages: readonly PageDeclaration[] = [];
