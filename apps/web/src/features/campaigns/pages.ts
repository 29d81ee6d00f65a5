import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['campaigns', 'cultivation', 'clauses', 'labels'];

export const campaignPages: readonly PageDeclaration[] = [
  {
    path: '/cultivation/campaigns',
    load: () => import('./campaign-list-page.tsx'),
    messages,
    permission: permissions.readCampaigns,
  },
  {
    path: '/cultivation/campaigns/new',
    load: () => import('./new-campaign-page.tsx'),
    messages,
    permission: permissions.editCampaigns,
  },
  {
    path: '/cultivation/campaigns/:id',
    load: () => import('./campaign-page.tsx'),
    messages,
    permission: permissions.readCampaigns,
  },
  {
    path: '/cultivation/campaigns/:id/rule',
    load: () => import('./change-rule-page.tsx'),
    messages,
    permission: permissions.editCampaigns,
  },
  {
    path: '/cultivation/campaigns/:id/worklist',
    load: () => import('./worklist-page.tsx'),
    messages,
    permission: permissions.readTargets,
  },
];
