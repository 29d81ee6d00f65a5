import type { PageDeclaration } from '../../lib/page.ts';

export const disciplinePages: readonly PageDeclaration[] = [];
