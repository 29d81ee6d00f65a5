import { lazy, Suspense } from 'react';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { agencyHome } from '../../features/agency-portal/pages.ts';
import { enterpriseHome } from '../../features/portal/pages.ts';
import { i18next } from '../../lib/i18n.ts';
import type { PageDeclaration } from '../../lib/page.ts';
import { useOwnRole } from './own-role.ts';

const drawnLater = (page: PageDeclaration) =>
  lazy(async () => {
    const [{ Page: Drawn }] = await Promise.all([page.load(), i18next.loadNamespaces([...page.messages])]);
    return { default: Drawn };
  });
const homes = { agency: drawnLater(agencyHome), enterprise: drawnLater(enterpriseHome) };

/** The portal's first page: which one, the role of the account says. */
export function Page() {
  const Home = homes[useOwnRole()];
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Home />
    </Suspense>
  );
}
