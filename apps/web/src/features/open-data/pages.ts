import type { PageDeclaration } from '../../lib/page.ts';

export const openDataPages: readonly PageDeclaration[] = [];
