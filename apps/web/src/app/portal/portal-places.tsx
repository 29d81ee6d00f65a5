import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { keepInSight } from '../../lib/keep-in-sight.ts';

const PLACES = {
  enterprise: [
    { key: 'home', to: '/' },
    { key: 'entitlements', to: '/entitlements' },
    { key: 'applications', to: '/applications' },
    { key: 'rights', to: '/rights' },
    { key: 'marks', to: '/trademark-search' },
    { key: 'markAssets', to: '/marks' },
    { key: 'aid', to: '/aid' },
    { key: 'checks', to: '/inspections' },
    { key: 'pledges', to: '/pledges' },
    { key: 'ratings', to: '/ratings' },
    { key: 'account', to: '/account' },
  ],
  agency: [
    { key: 'home', to: '/' },
    { key: 'file', to: '/file' },
    { key: 'reports', to: '/annual-reports' },
    { key: 'inquiries', to: '/inquiries' },
    { key: 'services', to: '/services' },
    { key: 'marks', to: '/trademark-search' },
    { key: 'credit', to: '/credit' },
    { key: 'association', to: '/association' },
    { key: 'myAccount', to: '/my-account' },
  ],
} as const;

/** The places of the portal for one role, above the page and, on a phone, along its lower edge. */
export function PortalPlaces({ role }: { role: keyof typeof PLACES }) {
  const { t } = useTranslation('shell');
  return PLACES[role].map(({ key, to }) => (
    <NavLink
      key={key}
      to={to}
      end={to === '/'}
      className={({ isActive }) => (isActive ? 'here' : '')}
      ref={(node) => keepInSight(node)}
    >
      {t(`portal.${key}`)}
    </NavLink>
  ));
}
