import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const documentTemplatePages: readonly PageDeclaration[] = [
  {
    path: '/document-templates',
    load: () => import('./document-templates-page.tsx'),
    messages: ['document-templates'],
    permission: permissions.readDocumentTemplates,
  },
];
