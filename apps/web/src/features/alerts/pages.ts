import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const messages = ['alerts', 'cultivation', 'labels'];

export const alertPages: readonly PageDeclaration[] = [
  { path: '/alerts', load: () => import('./alerts-page.tsx'), messages, permission: permissions.readAlerts },
  { path: '/alerts/digest', load: () => import('./digest-page.tsx'), messages, permission: permissions.readAlerts },
];
