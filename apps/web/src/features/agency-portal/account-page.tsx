import { useTranslation } from 'react-i18next';
import { Descriptions } from '../../components/descriptions.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { useMe } from '../../lib/meta.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import './agency-portal.css';

/** Who is signed in, for which agencies, and where the password is changed. */
export function Page() {
  const { t } = useTranslation('agency-affairs');
  const me = useMe();
  const { parties } = useOwnParty();
  return (
    <div className="page agency-portal">
      <PageHeader title={t('portal.account')} />
      <Section
        title={t('portal.signedIn')}
        extra={
          <a className="link" href="/account/security">
            {t('portal.security')}
          </a>
        }
      >
        <Descriptions
          items={[
            { key: 'name', label: t('portal.accountName'), value: me.displayName },
            { key: 'for', label: t('portal.accountFor'), value: parties.map((party) => party.name).join('、') },
            {
              key: 'roles',
              label: t('portal.roles'),
              value: [...new Set(me.roles.map((role) => role.label))].join('、'),
            },
          ]}
        />
        <p className="soft">{t('portal.accountText')}</p>
      </Section>
    </div>
  );
}
