import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['coordination', 'procedures', 'labels'];

export const coordinationPages: readonly PageDeclaration[] = [
  {
    path: '/coordination/hand-overs',
    load: () => import('./hand-over-list-page.tsx'),
    messages,
    permission: permissions.readHandOvers,
  },
  {
    path: '/coordination/hand-overs/:id',
    load: () => import('./hand-over-page.tsx'),
    messages: [...messages, 'evidence', 'plan'],
    permission: permissions.readHandOvers,
  },
  {
    path: '/coordination/joint-tasks',
    load: () => import('./task-list-page.tsx'),
    messages,
    permission: permissions.readJointTasks,
  },
  {
    path: '/coordination/joint-tasks/:id',
    load: () => import('./task-page.tsx'),
    messages,
    permission: permissions.readJointTasks,
  },
  {
    path: '/coordination/meetings',
    load: () => import('./meeting-list-page.tsx'),
    messages,
    permission: permissions.readMeetings,
  },
  {
    path: '/coordination/meetings/:id',
    load: () => import('./meeting-page.tsx'),
    messages,
    permission: permissions.readMeetings,
  },
  {
    path: '/coordination/matters',
    load: () => import('./matter-list-page.tsx'),
    messages,
    permission: permissions.readMatters,
  },
  {
    path: '/coordination/matters/:id',
    load: () => import('./matter-page.tsx'),
    messages,
    permission: permissions.readMatters,
  },
  {
    path: '/coordination/partners',
    load: () => import('./partners-page.tsx'),
    messages,
    permission: permissions.readPartnerBodies,
  },
];
