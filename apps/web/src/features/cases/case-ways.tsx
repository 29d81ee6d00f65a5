import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { MenuButton } from '../../components/menu-button.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, type useMe } from '../../lib/meta.ts';

const WAYS = [
  { way: 'handOver', to: '/coordination/hand-overs', permission: permissions.prepareHandOvers },
  { way: 'crossRegion', to: '/protection/cross-region', permission: permissions.handleCrossRegion },
  { way: 'matter', to: '/coordination/matters', permission: permissions.editMatters },
] as const;

/** What else can be begun from a case: each opens the form of another page with the case named in it. */
export function CaseWays({ id, me }: { id: string; me: ReturnType<typeof useMe> }) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const open = WAYS.filter(({ permission }) => can(me, permission));
  if (open.length === 0) return null;
  return (
    <MenuButton
      className="case-ways no-print"
      label={t('ways.title')}
      entries={open.map(({ way, to }) => ({
        key: way,
        label: t(`ways.${way}`),
        onChoose: () => navigate(`${to}?case=${id}`),
      }))}
    />
  );
}
