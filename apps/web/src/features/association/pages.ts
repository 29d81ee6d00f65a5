import type { PageDeclaration } from '../../lib/page.ts';

export const associationPages: readonly PageDeclaration[] = [];
