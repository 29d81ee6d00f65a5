import type { PageDeclaration } from '../../lib/page.ts';

export const complaintPages: readonly PageDeclaration[] = [];
