import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Caution } from '../../components/caution.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';

const SHORTEST = 4;

/** Who reported is asked for with a reason, each time anew; nothing of it is kept on this page. */
function Ask({ id }: { id: string }) {
  const { t } = useTranslation('public-reports');
  const [reason, setReason] = useState('');
  const ask = useMutation({
    mutationFn: () => api.revealReporter({ params: { id }, body: { reason: reason.trim() } }),
    gcTime: 0,
  });
  if (ask.data)
    return (
      <>
        <Descriptions
          items={(['name', 'phone', 'email'] as const).map((key) => ({
            key,
            label: t(`reporter.${key}`),
            value: ask.data[key],
          }))}
        />
        <Button onClick={() => ask.reset()}>{t('reporter.hide')}</Button>
      </>
    );
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim().length >= SHORTEST) ask.mutate();
      }}
    >
      <Caution>{t('reporter.caution')}</Caution>
      <Input
        value={reason}
        maxLength={300}
        placeholder={t('reporter.reason')}
        aria-label={t('reporter.reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      {ask.error && <ErrorBox error={ask.error} />}
      <div className="row">
        <Button htmlType="submit" disabled={reason.trim().length < SHORTEST} loading={ask.isPending}>
          {t('reporter.reveal')}
        </Button>
      </div>
    </form>
  );
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
