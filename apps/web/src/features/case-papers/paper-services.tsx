import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { sendFile } from '../../lib/send-form.ts';
import { type Paper, papersQuery, type Service, useMoved } from './papers-query.ts';
import { ServeDialog } from './serve-dialog.tsx';

const TONES: Readonly<Record<Service['outcome'], Tone>> = { served: 'good', 'under-way': 'warn', failed: 'plain' };

function Receipt({ service, may }: { service: Service; may: boolean }) {
  const { t } = useTranslation(['case-papers', 'common']);
  const { message } = App.useApp();
  const moved = useMoved();
  const id = useId();
  const send = useMutation({
    mutationFn: (file: File) => sendFile(urlOf(routes.addServiceReceipt, { params: { id: service.id } }), file, {}),
    onSuccess: moved,
    onError: (error) => {
      const text = describeError(error, t);
      message.error(text.detail ?? text.title);
    },
  });
  return (
    <span className="paper-receipt no-print">
      {service.receiptName && (
        <a className="link" href={urlOf(routes.downloadServiceReceipt, { params: { id: service.id } })} download>
          {t('service.receipt', { name: service.receiptName })}
        </a>
      )}
      {may && (
        <>
          <Button size="small" loading={send.isPending} onClick={() => document.getElementById(id)?.click()}>
            {t(service.receiptName ? 'service.replaceReceipt' : 'service.addReceipt')}
          </Button>
          <input
            id={id}
            type="file"
            className="sr-only"
            tabIndex={-1}
            accept="image/*,application/pdf"
            aria-label={t('service.addReceipt')}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) send.mutate(file);
              event.target.value = '';
            }}
          />
        </>
      )}
    </span>
  );
}

function Conclude({ service }: { service: Service }) {
  const { t } = useTranslation('case-papers');
  const moved = useMoved();
  const [servedOn, setServedOn] = useState(service.dueOn ?? '');
  const [failed, setFailed] = useState('');
  const conclude = useMutation({
    mutationFn: (body: { servedOn: string | null; failedReason: string | null }) =>
      api.concludeService({ params: { id: service.id }, body }),
    onSuccess: moved,
  });
  return (
    <div className="service-conclude no-print">
      <Field label={t('service.servedOn')}>
        {(ids) => <Input {...ids} type="date" value={servedOn} onChange={(event) => setServedOn(event.target.value)} />}
      </Field>
      <Button
        disabled={servedOn === ''}
        loading={conclude.isPending}
        onClick={() => conclude.mutate({ servedOn, failedReason: null })}
      >
        {t('service.arrived')}
      </Button>
      <Field label={t('service.failedReason')}>
        {(ids) => <Input {...ids} value={failed} maxLength={500} onChange={(event) => setFailed(event.target.value)} />}
      </Field>
      <Button
        disabled={failed.trim() === ''}
        onClick={() => conclude.mutate({ servedOn: null, failedReason: failed.trim() })}
      >
        {t('service.failed')}
      </Button>
      {conclude.error && <ErrorBox error={conclude.error} />}
    </div>
  );
}

function Row({ service, may }: { service: Service; may: boolean }) {
  const { t } = useTranslation('case-papers');
  const details = (
    [
      ['receiver', service.receiver],
      ['address', service.address],
      ['reason', service.reason],
      ['witness', service.witness],
      ['tracking', service.tracking],
      ['through', service.through],
      ['announcedOn', service.announcedOn],
      ['officers', service.officers],
      ['failedReason', service.failedReason],
    ] as const
  ).filter(([, value]) => value);
  return (
    <li>
      <p>
        <b>{service.modeLabel}</b>
        <StatusTag tone={TONES[service.outcome]}>{t(`service.outcome.${service.outcome}`)}</StatusTag>
        <span className="mono">{service.servedOn ?? ''}</span>
        {service.outcome === 'under-way' && service.dueOn && <span>{t('service.dueOn', { on: service.dueOn })}</span>}
      </p>
      <p className="soft">
        {service.recipient}
        {details.map(([key, value]) => ` · ${t(`service.${key}`)}：${value}`)}
      </p>
      <small>{service.article}</small>
      <Receipt service={service} may={may} />
      {service.outcome === 'under-way' && may && <Conclude service={service} />}
    </li>
  );
}

/** How the paper was brought to whom, with the receipts; a further service can always be recorded. */
export function PaperServices({ paper }: { paper: Paper }) {
  const { t, i18n } = useTranslation('case-papers');
  const [open, setOpen] = useState(false);
  const papers = useQuery(papersQuery(paper.caseId, i18n.language)).data;
  return (
    <Section
      title={t('service.title')}
      extra={
        paper.may.serve && (
          <Button type={paper.services.length === 0 ? 'primary' : 'default'} onClick={() => setOpen(true)}>
            {t('service.record')}
          </Button>
        )
      }
    >
      {paper.services.length === 0 && <p className="soft">{t('service.none')}</p>}
      <ul className="service-list">
        {paper.services.map((service) => (
          <Row key={service.id} service={service} may={paper.may.serve} />
        ))}
      </ul>
      {open && papers && <ServeDialog paper={paper} papers={papers} onClose={() => setOpen(false)} />}
    </Section>
  );
}
