import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['complaints', 'procedures', 'labels'];

export const complaintPages: readonly PageDeclaration[] = [
  {
    path: '/protection/complaints',
    load: () => import('./list-page.tsx'),
    messages,
    permission: permissions.readComplaints,
  },
  {
    path: '/protection/complaints/new',
    load: () => import('./register-page.tsx'),
    messages,
    permission: permissions.registerComplaints,
  },
  {
    path: '/protection/complaints/:id',
    load: () => import('./matter-page.tsx'),
    messages,
    permission: permissions.readComplaints,
  },
];
