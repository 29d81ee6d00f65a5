import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['agency-affairs', 'procedures', 'labels'];

export const agencyAffairPages: readonly PageDeclaration[] = [
  {
    path: '/agencies/affairs',
    load: () => import('./affairs-page.tsx'),
    messages,
    permission: permissions.readAgencyRequests,
  },
  {
    path: '/agencies/affairs/requests/:id',
    load: () => import('./request-page.tsx'),
    messages,
    permission: permissions.readAgencyRequests,
  },
  {
    path: '/agencies/affairs/reports/:id',
    load: () => import('./report-page.tsx'),
    messages,
    permission: permissions.readAnnualReports,
  },
  {
    path: '/agencies/affairs/inquiries/:id',
    load: () => import('./inquiry-page.tsx'),
    messages,
    permission: permissions.readInquiries,
  },
  {
    path: '/agencies/affairs/services/:id',
    load: () => import('./services-page.tsx'),
    messages,
    permission: permissions.readDisclosures,
  },
  {
    path: '/agencies/census',
    load: () => import('./census-list-page.tsx'),
    messages,
    permission: permissions.readCensuses,
  },
  {
    path: '/agencies/census/:id',
    load: () => import('./census-page.tsx'),
    messages,
    permission: permissions.readCensuses,
  },
  {
    path: '/agencies/census/items/:id',
    load: () => import('./census-item-page.tsx'),
    messages,
    permission: permissions.readCensuses,
  },
];
