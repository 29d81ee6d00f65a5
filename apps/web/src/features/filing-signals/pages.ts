import { permissions } from '../../config/permissions.ts';
import type { PageDeclaration } from '../../lib/page.ts';

const common = { messages: ['filing-signals', 'labels'], permission: permissions.readSignals };

export const filingSignalPages: readonly PageDeclaration[] = [
  { path: '/agencies/signals', load: () => import('./signal-list-page.tsx'), ...common },
  { path: '/agencies/signals/learning', load: () => import('./learning-page.tsx'), ...common },
  { path: '/agencies/signals/:id', load: () => import('./signal-page.tsx'), ...common },
];
