import type { PageDeclaration } from '../../lib/page.ts';

export const evidencePages: readonly PageDeclaration[] = [];
