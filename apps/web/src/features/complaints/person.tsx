import type { MatterView } from '@jince/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Caution } from '../../components/caution.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';

const SHORTEST = 4;

/** Who wrote is asked for with a reason, each time anew; nothing of it stays on the page. */
function Ask({ id }: { id: string }) {
  const { t } = useTranslation('complaints');
  const [reason, setReason] = useState('');
  const ask = useMutation({
    mutationFn: () => api.revealComplaintPerson({ params: { id }, body: { reason: reason.trim() } }),
    gcTime: 0,
  });
  if (ask.data)
    return (
      <>
        <Descriptions
          items={(['name', 'phone', 'email', 'address'] as const).map((key) => ({
            key,
            label: t(`person.${key}`),
            value: ask.data[key],
          }))}
        />
        <Button onClick={() => ask.reset()}>{t('person.hide')}</Button>
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
      <Caution>{t('person.caution')}</Caution>
      <div className="matter-ask">
        <Input
          value={reason}
          maxLength={300}
          placeholder={t('person.reason')}
          aria-label={t('person.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button htmlType="submit" disabled={reason.trim().length < SHORTEST} loading={ask.isPending}>
          {t('person.reveal')}
        </Button>
      </div>
      {ask.error && <ErrorBox error={ask.error} />}
    </form>
  );
}

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
    return matter.mayReveal ? <Ask id={matter.id} /> : <p className="soft">{t('person.sealed')}</p>;
  };
  return (
    <Section title={t(`person.title-${matter.sort}`)} note={matter.anonymous ? undefined : matter.person}>
      {body()}
    </Section>
  );
}
