import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['agencies'];

export const agencyPages: readonly PageDeclaration[] = [
  {
    path: '/agencies/register',
    load: () => import('./agency-list-page.tsx'),
    messages,
    permission: permissions.readAgencies,
  },
  {
    path: '/agencies/register/:id',
    load: () => import('./agency-page.tsx'),
    messages,
    permission: permissions.readAgencies,
  },
  {
    path: '/agencies/people',
    load: () => import('./people-page.tsx'),
    messages,
    permission: permissions.readAgencyPeople,
  },
  {
    path: '/agencies/names',
    load: () => import('./names-page.tsx'),
    messages,
    permission: permissions.readAgencyNames,
  },
  {
    path: '/agencies/figures',
    load: () => import('./figures-page.tsx'),
    messages,
    permission: permissions.readAgencyFigures,
  },
];
