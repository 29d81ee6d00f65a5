import type { PageDeclaration } from '../../lib/page.ts';

export const caseStatisticPages: readonly PageDeclaration[] = [];
