import type { PageDeclaration } from '../../lib/page.ts';

export const publicReportPages: readonly PageDeclaration[] = [];
