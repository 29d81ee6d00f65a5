import type { MatterView } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AskPerson } from '../../components/ask-person.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';

/** The person behind a letter: masked, sealed, and asked for where one may. */
export function Person({ matter }: { matter: MatterView }) {
  const { t } = useTranslation('complaints');
  const body = () => {
    if (matter.anonymous) return <p className="soft">{t('person.anonymous')}</p>;
    if (matter.found)
      return (
        <p className="soft">
          {t('person.found')}{' '}
          {matter.sourceLink && (
            <Link className="link" to={matter.sourceLink.href}>
              {t('person.toOrigin', { label: matter.sourceLink.label })}
            </Link>
          )}
        </p>
      );
    if (matter.identityElsewhere)
      return (
        <p className="soft">
          {t('person.elsewhere')}{' '}
          <Link className="link" to={matter.identityElsewhere.href}>
            {t('person.toSource')}
          </Link>
        </p>
      );
    if (!matter.mayReveal) return <p className="soft">{t('person.sealed')}</p>;
    const words = {
      caution: t('person.caution'),
      reason: t('person.reason'),
      reveal: t('person.reveal'),
      hide: t('person.hide'),
      label: (key: string) => t(`person.${key}`),
    };
    const reveal = (reason: string) => api.revealComplaintPerson({ params: { id: matter.id }, body: { reason } });
    return <AskPerson keys={['name', 'phone', 'email', 'address']} words={words} reveal={reveal} />;
  };
  return (
    <Section title={t(`person.title-${matter.sort}`)} note={matter.anonymous ? undefined : matter.person}>
      {body()}
    </Section>
  );
}
