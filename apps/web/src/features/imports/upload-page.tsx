import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { useUploads } from '../../lib/use-uploads.ts';
import '../../components/record-layout.css';
import './imports.css';
import { DropZone } from './drop-zone.tsx';
import { type ImportKind, type ImportSummary, kindsQuery } from './import-query.ts';
import { uploadFile } from './upload-file.ts';
import { UploadList } from './upload-list.tsx';

interface Choice {
  readonly kind: string | undefined;
  readonly sender: string | undefined;
  readonly asOf: string | undefined;
}

function Choices({
  kinds,
  choice,
  onChange,
}: {
  kinds: readonly ImportKind[];
  choice: Choice;
  onChange: (choice: Choice) => void;
}) {
  const { t } = useTranslation('imports');
  const senders = kinds.find((kind) => kind.kind === choice.kind)?.senders ?? [];
  return (
    <div className="upload-choices">
      <label htmlFor="upload-kind">
        <span>{t('field.kind')}</span>
        <Select
          id="upload-kind"
          value={choice.kind ?? ''}
          onChange={(kind) => onChange({ ...choice, kind: kind || undefined, sender: undefined })}
          options={[
            { value: '', label: t('upload.guess') },
            ...kinds.map((kind) => ({ value: kind.kind, label: kind.label })),
          ]}
        />
      </label>
      <label htmlFor="upload-sender">
        <span>{t('field.sender')}</span>
        <Select
          id="upload-sender"
          value={choice.sender ?? ''}
          disabled={!choice.kind}
          onChange={(sender) => onChange({ ...choice, sender: sender || undefined })}
          options={[
            { value: '', label: t('upload.guess') },
            ...senders.map((one) => ({ value: one.code, label: one.label })),
          ]}
        />
      </label>
      <label htmlFor="upload-as-of">
        <span>{t('field.asOf')}</span>
        <DatePicker
          id="upload-as-of"
          placeholder={t('upload.asOfHint')}
          onChange={(day) => onChange({ ...choice, asOf: day?.isValid() ? day.format('YYYY-MM-DD') : undefined })}
        />
      </label>
      <p className="muted">{t('upload.choicesNote')}</p>
    </div>
  );
}

/** What the platform reads, with the columns each kind needs. */
function Kinds({ kinds }: { kinds: readonly ImportKind[] }) {
  const { t } = useTranslation('imports');
  return (
    <ul className="kind-list">
      {kinds.map((kind) => {
        const required = kind.fields.filter((field) => field.required).map((field) => field.label);
        return (
          <li key={kind.kind}>
            <b>{kind.label}</b>
            <span>{kind.description}</span>
            <small className="muted">
              {required.length > 0 && `${t('upload.needs', { fields: required.join(t('comma')) })} · `}
              {t('upload.understands', { count: kind.fields.length })}
              {kind.senders.length > 0 &&
                ` · ${t('upload.senders', { senders: kind.senders.map((one) => one.label).join(t('comma')) })}`}
            </small>
          </li>
        );
      })}
    </ul>
  );
}

const steps = ['upload', 'recognise', 'check', 'preview', 'commit'] as const;

/** Give files to the platform. Nothing is written before the preview is confirmed. */
export function Page() {
  const { t, i18n } = useTranslation('imports');
  const query = useQuery(kindsQuery(i18n.language));
  const [choice, setChoice] = useState<Choice>({ kind: undefined, sender: undefined, asOf: undefined });
  const maxBytes = query.data?.limits.maxBytes;
  const queries = useQueryClient();
  const onSent = () => void queries.invalidateQueries({ queryKey: ['imports'] });
  const { uploads, add, stop, remove, again } = useUploads<ImportSummary>({ maxBytes, onSent });
  const give = (files: readonly File[]) => add(files, (file, sending) => uploadFile(file, { ...choice, ...sending }));
  return (
    <div className="page">
      <PageHeader title={t('upload.title')} crumbs={[{ label: t('title'), to: '/imports' }]} />
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      <div className="record">
        <div>
          <section className="panel panel-body stack">
            <Choices kinds={query.data?.kinds ?? []} choice={choice} onChange={setChoice} />
            <DropZone onFiles={give} maxBytes={maxBytes} />
            <UploadList uploads={uploads} onStop={stop} onRemove={remove} onAgain={(item) => again([item])} />
          </section>
          <Section title={t('upload.kinds')} note={t('upload.kindsNote')}>
            <Kinds kinds={query.data?.kinds ?? []} />
          </Section>
        </div>
        <div>
          <Section title={t('upload.what')}>
            <ol className="what-happens">
              {steps.map((step) => (
                <li key={step}>
                  <b>{t(`step.${step}`)}</b>
                  <span>{t(`upload.step.${step}`)}</span>
                </li>
              ))}
            </ol>
          </Section>
          <Section title={t('upload.formats')}>
            <ul className="plain-list">
              {(['files', 'encodings', 'layout', 'values', 'same'] as const).map((key) => (
                <li key={key}>{t(`upload.format.${key}`)}</li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </div>
  );
}
