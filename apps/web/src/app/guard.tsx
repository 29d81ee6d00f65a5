import { type ReactNode, useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ForbiddenState } from '../components/page-states.tsx';
import { chapters } from '../config/navigation.ts';
import { isBuilt } from '../lib/built-pages.ts';
import { can, useMe } from '../lib/meta.ts';

/** Where someone starts whose roles do not include the home page (the three administrators). */
function startOf(me: { permissions: string[] }): string | undefined {
  const items = chapters.flatMap((chapter) => chapter.items);
  return items.find((item) => item.permission && isBuilt(item.path) && can(me, item.permission))?.path;
}

/** Accounts of enterprises work in their portal, which is a page of its own. */
function ToPortal() {
  useEffect(() => location.replace('/portal/'), []);
  return null;
}

/** Draws its children only for someone who may; the server refuses in any case. */
export function Guard({ permission, children }: { permission: string | undefined; children: ReactNode }) {
  const me = useMe();
  const { pathname } = useLocation();
  if (can(me, permission)) return children;
  if (me.roles.length > 0 && me.roles.every((role) => role.placeKind === 'party')) return <ToPortal />;
  const start = pathname === '/' ? startOf(me) : undefined;
  return start ? <Navigate to={start} replace /> : <ForbiddenState />;
}
