import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const dataQualityPages: readonly PageDeclaration[] = [
  {
    path: '/data-quality',
    load: () => import('./data-quality-page.tsx'),
    messages: ['data-quality', 'labels'],
    permission: permissions.readDataQuality,
  },
];
