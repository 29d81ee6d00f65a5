import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { sendFile } from '../../lib/send-form.ts';
import { type Papers, useMoved } from './papers-query.ts';

function useScans(papers: Papers) {
  const { t } = useTranslation(['case-papers', 'common']);
  const { message } = App.useApp();
  const moved = useMoved();
  const onError = (error: unknown) => {
    const text = describeError(error, t);
    message.error(text.detail ?? text.title);
  };
  const send = useMutation({
    mutationFn: async ({ files, title, section }: { files: readonly File[]; title: string; section: string }) => {
      const url = urlOf(routes.addCaseScan, { params: { id: papers.caseId } });
      for (const file of files) await sendFile(url, file, { title: title || file.name, section });
    },
    onSettled: moved,
    onError,
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => api.withdrawCaseScan({ params: { id } }),
    onSuccess: moved,
    onError,
  });
  return { send, withdraw };
}

/** Scans of signed papers and papers of others: they go into the archive, too. */
export function ScanPart({ papers }: { papers: Papers }) {
  const { t } = useTranslation('case-papers');
  const id = useId();
  const [title, setTitle] = useState('');
  const [section, setSection] = useState('');
  const { sections } = papers.archiveOrder;
  const placeOf = (code: string | null) => sections.find((one) => one.section === code)?.label;
  const { send, withdraw } = useScans(papers);
  return (
    <Section title={t('scan.title')} note={t('scan.note')}>
      {papers.uploads.length === 0 && <p className="soft">{t('scan.none')}</p>}
      <ul className="service-list">
        {papers.uploads.map((scan) => (
          <li key={scan.id} className="scan-row">
            <a className="link" href={urlOf(routes.downloadCaseScan, { params: { id: scan.id } })} download>
              {scan.title}
            </a>
            <small>
              {[placeOf(scan.section), formatBytes(scan.size), scan.addedBy, formatMoment(scan.addedAt)]
                .filter(Boolean)
                .join(' · ')}
            </small>
            {papers.may.archive && (
              <Button
                type="text"
                size="small"
                onClick={() => withdraw.mutate(scan.id)}
                aria-label={`${t('scan.withdraw')} ${scan.title}`}
              >
                {t('scan.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {papers.may.archive && (
        <div className="scan-add no-print">
          <Input
            value={title}
            maxLength={200}
            placeholder={t('scan.name')}
            aria-label={t('scan.name')}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Select
            className="scan-place"
            value={section}
            aria-label={t('scan.place')}
            options={[
              { value: '', label: t('scan.anyPlace') },
              ...sections.map((one) => ({ value: one.section, label: one.label })),
            ]}
            onChange={setSection}
          />
          <Button loading={send.isPending} onClick={() => document.getElementById(id)?.click()}>
            {t('scan.add')}
          </Button>
          <input
            id={id}
            type="file"
            multiple
            className="sr-only"
            tabIndex={-1}
            accept="image/*,application/pdf"
            aria-label={t('scan.add')}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              if (files.length > 0) send.mutate({ files, title: files.length === 1 ? title.trim() : '', section });
              setTitle('');
              event.target.value = '';
            }}
          />
        </div>
      )}
    </Section>
  );
}
