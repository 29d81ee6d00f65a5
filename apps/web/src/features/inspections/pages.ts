import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['inspections', 'procedures', 'labels'];

export const inspectionPages: readonly PageDeclaration[] = [
  {
    path: '/protection/inspections',
    load: () => import('./inspections-page.tsx'),
    messages,
    permission: permissions.readInspections,
  },
  {
    path: '/protection/inspections/field',
    load: () => import('./field-page.tsx'),
    messages,
    permission: permissions.workInspections,
  },
  {
    path: '/protection/inspections/campaigns/:id',
    load: () => import('./campaign-page.tsx'),
    messages,
    permission: permissions.readInspections,
  },
  {
    path: '/protection/inspections/draws/:id',
    load: () => import('./draw-page.tsx'),
    messages,
    permission: permissions.readInspections,
  },
  {
    path: '/protection/inspections/tasks/:id',
    load: () => import('./task-page.tsx'),
    messages,
    permission: permissions.readInspections,
  },
  {
    path: '/protection/printers',
    load: () => import('./printer-list-page.tsx'),
    messages,
    permission: permissions.readPrinters,
  },
  {
    path: '/protection/printers/:id',
    load: () => import('./printer-page.tsx'),
    messages,
    permission: permissions.readPrinters,
  },
  {
    path: '/protection/markets',
    load: () => import('./pledge-list-page.tsx'),
    messages,
    permission: permissions.readPledges,
  },
  {
    path: '/protection/markets/:id',
    load: () => import('./pledge-page.tsx'),
    messages,
    permission: permissions.readPledges,
  },
];

/** What a business sees of its own: checks and orders, ledgers, pledges. */
export const inspectionPortalPages: readonly PageDeclaration[] = [
  { path: '/inspections', load: () => import('./own-inspections-page.tsx'), messages },
  { path: '/printers/:id', load: () => import('./own-printer-page.tsx'), messages },
  { path: '/pledges', load: () => import('./own-pledge-list-page.tsx'), messages },
  { path: '/pledges/:id', load: () => import('./own-pledge-page.tsx'), messages },
];
