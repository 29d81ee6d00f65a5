import type { PageDeclaration } from '../../lib/page.ts';

export const trademarkWatchPages: readonly PageDeclaration[] = [];
