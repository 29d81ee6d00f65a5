import type { PageDeclaration } from '../../lib/page.ts';

export const inspectionPages: readonly PageDeclaration[] = [];
