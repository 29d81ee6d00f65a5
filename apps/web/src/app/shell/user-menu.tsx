import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { MenuButton } from '../../components/menu-button.tsx';
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
  const head = (
    <div className="user-card">
      <b>{me.displayName}</b>
      <span>{me.organisation?.name ?? me.district.name}</span>
      {me.roles.map((role) => (
        <span key={`${role.role}${role.placeCode}`}>
          {role.label} · {role.placeLabel}
        </span>
      ))}
    </div>
  );
  const entries = [
    ...(isBuilt(securityPath)
      ? [{ key: 'security', label: t('user.security'), onChoose: () => void navigate(securityPath) }]
      : []),
    { key: 'sign-out', label: t('user.signOut'), onChoose: () => void signOut() },
  ];
  return (
    <div className="user-tools">
      <button type="button" className="language" lang={other} onClick={() => void switchLanguage(other)}>
        {t('otherLanguage')}
      </button>
      <MenuButton
        className="user-button"
        head={head}
        entries={entries}
        label={
          <>
            <b>{me.displayName}</b>
            <span>{me.organisation?.name ?? me.roles[0]?.label}</span>
          </>
        }
      />
    </div>
  );
}
