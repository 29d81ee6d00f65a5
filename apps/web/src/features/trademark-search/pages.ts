import type { PageDeclaration } from '../../lib/page.ts';

export const trademarkSearchPages: readonly PageDeclaration[] = [];
