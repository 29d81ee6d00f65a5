import type { PageDeclaration } from '../../lib/page.ts';

export const coordinationPages: readonly PageDeclaration[] = [];
