import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const words = ['subsidies', 'objections', 'labels', 'plan', 'cultivation', 'procedures'];

export const subsidyPages: readonly PageDeclaration[] = [
  {
    path: '/incentives/entitlements',
    load: () => import('./entitlements/entitlement-list-page.tsx'),
    messages: ['entitlements', ...words],
    permission: permissions.readEntitlements,
  },
  {
    path: '/incentives/applications',
    load: () => import('./claims/claim-list-page.tsx'),
    messages: ['claims', ...words],
    permission: permissions.readClaims,
  },
  {
    path: '/incentives/applications/new',
    load: () => import('./claims/new-claim-page.tsx'),
    messages: ['claims', ...words],
    permission: permissions.fileClaims,
  },
  {
    path: '/incentives/applications/:id',
    load: () => import('./claims/claim-page.tsx'),
    messages: ['claims', ...words],
    permission: permissions.readClaims,
  },
  {
    path: '/incentives/publicity',
    load: () => import('./publicity/publicity-page.tsx'),
    messages: ['publicity', ...words],
    permission: permissions.readPublicity,
  },
  {
    path: '/incentives/publicity/:id',
    load: () => import('./publicity/publicity-list-page.tsx'),
    messages: ['publicity', ...words],
    permission: permissions.readPublicity,
  },
];
