import type { WellKnownFile } from '@jince/contract';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { portfolioBase, useMoved } from './life-query.ts';
import { MaterialView } from './material-view.tsx';
import './trademark-portfolio.css';

const materialQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['material', id, language],
    queryFn: ({ signal }) => api.getWellKnownFile({ params: { id } }, signal),
  });

function Close({ file, onClose }: { file: WellKnownFile; onClose: () => void }) {
  const { t } = useTranslation(['trademark-portfolio', 'common']);
  const [reason, setReason] = useState('');
  const moved = useMoved();
  const save = useMutation({
    mutationFn: () => api.closeWellKnownFile({ params: { id: file.id }, body: { reason: reason.trim() } }),
    onSuccess: () => {
      moved();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('material.close')}
      okText={t('material.close')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <Field label={t('material.closeReason')} help={t('material.closeHelp')}>
        {(ids) => <Input {...ids} value={reason} maxLength={300} onChange={(e) => setReason(e.target.value)} />}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
    </Modal>
  );
}

/** One file of material on a well-known mark; the same for its owner and the officer. */
export function Page() {
  const { t, i18n } = useTranslation(['trademark-portfolio', 'labels']);
  const { id = '' } = useParams();
  const [closing, setClosing] = useState(false);
  const query = useQuery(materialQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const file = query.data;
  const index = (format: 'docx' | 'pdf') => urlOf(routes.exportWellKnownFile, { params: { id }, query: { format } });
  return (
    <div className="page">
      <PageHeader
        title={t('material.titleOf', { mark: file.mark })}
        crumbs={[{ label: t('tab.material'), to: `${portfolioBase}?tab=material` }]}
        tags={
          <StatusTag tone={file.have === file.items ? 'good' : 'info'}>
            {t('material.have', { have: file.have, items: file.items })}
          </StatusTag>
        }
        meta={
          <>
            <span>{file.party}</span>
            <span className="mono">{file.registrationNo}</span>
            <span>{t('labels:niceClass', { n: file.niceClass })}</span>
            <span>
              {file.routeLabel}：{file.occasion}
            </span>
            {file.closedOn && <span>{t('material.closed', { on: file.closedOn })}</span>}
          </>
        }
        actions={
          <>
            <Button href={index('docx')} download>
              {t('material.word')}
            </Button>
            <Button href={index('pdf')} download>
              PDF
            </Button>
            {file.mayKeep && <Button onClick={() => setClosing(true)}>{t('material.close')}</Button>}
          </>
        }
      />
      <MaterialView file={file} />
      {closing && <Close file={file} onClose={() => setClosing(false)} />}
    </div>
  );
}
