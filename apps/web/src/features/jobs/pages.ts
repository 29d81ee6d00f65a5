import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

export const jobPages: readonly PageDeclaration[] = [
  { path: '/jobs', load: () => import('./job-list-page.tsx'), messages: ['jobs'], permission: permissions.readJobs },
];
