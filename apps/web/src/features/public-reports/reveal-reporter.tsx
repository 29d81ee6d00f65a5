import { useTranslation } from 'react-i18next';
import { AskPerson } from '../../components/ask-person.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';

function Ask({ id }: { id: string }) {
  const { t } = useTranslation('public-reports');
  const words = {
    caution: t('reporter.caution'),
    reason: t('reporter.reason'),
    reveal: t('reporter.reveal'),
    hide: t('reporter.hide'),
    label: (key: string) => t(`reporter.${key}`),
  };
  const reveal = (reason: string) => api.revealReporter({ params: { id }, body: { reason } });
  return <AskPerson keys={['name', 'phone', 'email']} words={words} reveal={reveal} />;
}

export function Reporter({ id, anonymous, mayReveal }: { id: string; anonymous: boolean; mayReveal: boolean }) {
  const { t } = useTranslation('public-reports');
  return (
    <Section title={t('reporter.title')}>
      {anonymous ? (
        <p className="soft">{t('reporter.anonymous')}</p>
      ) : mayReveal ? (
        <Ask id={id} />
      ) : (
        <p className="soft">{t('reporter.sealed')}</p>
      )}
    </Section>
  );
}
