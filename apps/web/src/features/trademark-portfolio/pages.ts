import type { PageDeclaration } from '../../lib/page.ts';

export const trademarkPortfolioPages: readonly PageDeclaration[] = [];
