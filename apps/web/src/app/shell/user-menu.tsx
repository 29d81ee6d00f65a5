import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isBuilt } from '../../lib/built-pages.ts';
import { type Language, switchLanguage } from '../../lib/i18n.ts';
import { useMe } from '../../lib/meta.ts';
import { useSignOut } from '../session/use-sign-out.ts';

const securityPath = '/account/security';

/** Language switch and the person's own menu. */
export function UserMenu() {
  const { t, i18n } = useTranslation('shell');
  const me = useMe();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const other: Language = i18n.language === 'en' ? 'zh-CN' : 'en';
  const items = [
    {
      key: 'who',
      type: 'group' as const,
      label: (
        <div className="user-card">
          <b>{me.displayName}</b>
          <span>{me.organisation?.name ?? me.district.name}</span>
          {me.roles.map((role) => (
            <span key={`${role.role}${role.placeCode}`}>
              {role.label} · {role.placeLabel}
            </span>
          ))}
        </div>
      ),
    },
    { type: 'divider' as const },
    ...(isBuilt(securityPath) ? [{ key: 'security', label: t('user.security') }] : []),
    { key: 'sign-out', label: t('user.signOut') },
  ];
  const act = (key: string) => {
    if (key === 'sign-out') void signOut();
    if (key === 'security') navigate(securityPath);
  };
  return (
    <div className="user-tools">
      <button type="button" className="language" lang={other} onClick={() => void switchLanguage(other)}>
        {t('otherLanguage')}
      </button>
      <Dropdown menu={{ items, onClick: ({ key }) => act(key) }} trigger={['click']} placement="bottomRight">
        <button type="button" className="user-button" aria-haspopup="menu">
          <b>{me.displayName}</b>
          <span>{me.organisation?.name ?? me.roles[0]?.label}</span>
        </button>
      </Dropdown>
    </div>
  );
}
