import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['projects', 'procedures', 'cultivation', 'plan', 'labels'];

export const projectPages: readonly PageDeclaration[] = [
  {
    path: '/cultivation/projects',
    load: () => import('./project-list-page.tsx'),
    messages,
    permission: permissions.readProjects,
  },
  {
    path: '/cultivation/projects/calls/new',
    load: () => import('./edit-call-page.tsx'),
    messages,
    permission: permissions.editCalls,
  },
  {
    path: '/cultivation/projects/calls/:id',
    load: () => import('./call-page.tsx'),
    messages,
    permission: permissions.readCalls,
  },
  {
    path: '/cultivation/projects/calls/:id/edit',
    load: () => import('./edit-call-page.tsx'),
    messages,
    permission: permissions.editCalls,
  },
  {
    path: '/cultivation/projects/experts',
    load: () => import('./expert-list-page.tsx'),
    messages,
    permission: permissions.readExperts,
  },
  {
    path: '/cultivation/projects/experts/:id',
    load: () => import('./expert-page.tsx'),
    messages,
    permission: permissions.readExperts,
  },
  {
    path: '/cultivation/projects/:id',
    load: () => import('./project-page.tsx'),
    messages,
    permission: permissions.readProjects,
  },
  {
    path: '/cultivation/projects/:id/application',
    load: () => import('./application-page.tsx'),
    messages,
    permission: permissions.fileProjects,
  },
];
