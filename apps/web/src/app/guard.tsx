import type { ReactNode } from 'react';
import { ForbiddenState } from '../components/page-states.tsx';
import { can, useMe } from '../lib/meta.ts';

/** Draws its children only for someone who may; the server refuses in any case. */
export function Guard({ permission, children }: { permission: string | undefined; children: ReactNode }) {
  const me = useMe();
  return can(me, permission) ? children : <ForbiddenState />;
}
