import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { useMe } from '../../lib/meta.ts';
import { sessionStore } from '../../lib/session-store.ts';
import { OneTimeCode } from './one-time-code.tsx';
import { PasswordForm } from './password-form.tsx';
import './session-security.css';

/** Leaves this session, here and on the server. */
function useLeave() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await api.signOut().catch(() => undefined);
    sessionStore.closed();
    navigate('/sign-in', { replace: true });
    queries.clear();
  };
}

function Session() {
  const { t } = useTranslation('session-security');
  const me = useMe();
  const leave = useLeave();
  return (
    <Section title={t('session.title')} extra={<Button onClick={() => void leave()}>{t('session.leave')}</Button>}>
      <Descriptions
        items={[
          { key: 'name', label: t('session.name'), value: `${me.displayName}（${me.username}）` },
          { key: 'body', label: t('session.body'), value: me.organisation?.name },
          { key: 'district', label: t('session.district'), value: me.district.name },
          {
            key: 'until',
            label: t('session.until'),
            value: <span className="mono">{formatMoment(me.sessionExpiresAt)}</span>,
          },
          {
            key: 'roles',
            label: t('session.roles'),
            wide: true,
            value: me.roles.map((role) => (
              <span key={role.role + role.placeCode} className="own-role">
                {role.label} · {role.placeLabel}
              </span>
            )),
          },
        ]}
      />
      <p className="soft session-note">{t('session.note')}</p>
    </Section>
  );
}

/** One's own password, one-time code and session. */
export function Page() {
  const { t } = useTranslation('session-security');
  return (
    <div className="page security">
      <PageHeader title={t('title')} meta={t('meta')} />
      <div className="security-grid">
        <PasswordForm />
        <OneTimeCode />
        <div className="wide">
          <Session />
        </div>
      </div>
    </div>
  );
}
