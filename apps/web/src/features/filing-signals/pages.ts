import type { PageDeclaration } from '../../lib/page.ts';

export const filingSignalPages: readonly PageDeclaration[] = [];
