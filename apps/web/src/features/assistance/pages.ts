import type { PageDeclaration } from '../../lib/page.ts';

export const assistancePages: readonly PageDeclaration[] = [];
