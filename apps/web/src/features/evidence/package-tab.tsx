import type { EvidencePackage, JobRun } from '@jince/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { evidenceKey, evidencePageQuery } from '../../components/evidence-list/evidence-query.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { useJobStream } from '../../lib/job-stream.ts';
import { packagesQuery } from './measure-query.ts';
import { SealForm } from './seal-form.tsx';
import './measures.css';

function Making({ one, lost }: { one: EvidencePackage; lost: boolean }) {
  const job = useQuery<JobRun>({
    queryKey: ['job', one.runId],
    queryFn: ({ signal }) => api.getJob({ params: { id: one.runId } }, signal),
  });
  return <JobProgress job={job.data} lost={lost} steps />;
}

function PackageRow({ fileId, one, lost }: { fileId: string; one: EvidencePackage; lost: boolean }) {
  const { t } = useTranslation('evidence');
  return (
    <li className="package">
      <div className="package-head">
        <b>{one.title}</b>
        <code>{one.number}</code>
        <StatusTag tone={one.state === 'ready' ? 'good' : one.state === 'failed' ? 'late' : 'info'}>
          {t(`package.${one.state}`)}
        </StatusTag>
        {one.state === 'ready' && (
          <Button
            type="primary"
            size="small"
            href={urlOf(routes.downloadPackage, { params: { id: fileId, packageId: one.id } })}
            download
          >
            {t('package.download', { size: formatBytes(one.size ?? 0) })}
          </Button>
        )}
      </div>
      <p className="muted">
        {t('package.facts', {
          evidence: one.evidence,
          papers: one.papers,
          by: one.orderedBy,
          at: formatMoment(one.sealedAt ?? one.orderedAt),
        })}
      </p>
      {one.state === 'making' && <Making one={one} lost={lost} />}
      {one.failure !== null && <p className="late">{one.failure}</p>}
      {one.sha256 !== null && (
        <div className="package-receipt">
          <span className="muted">{t('package.receipt')}</span>
          <code className="hash">{one.sha256}</code>
          <code className="package-command">{`node verify-package.mjs ${one.number}.zip --sha256 ${one.sha256}`}</code>
        </div>
      )}
    </li>
  );
}

/** Sealed packages of a file, how far those under way are, and a new one. */
export function PackageTab({ fileId }: { fileId: string }) {
  const { t, i18n } = useTranslation('evidence');
  const queries = useQueryClient();
  const query = useQuery(packagesQuery(fileId));
  const items = useQuery(evidencePageQuery(fileId, { page: 1, pageSize: 1 }, i18n.language));
  const [adding, setAdding] = useState(false);
  const making = query.data?.items.some((one) => one.state === 'making') ?? false;
  const stream = useJobStream((job) => {
    if (job.finishedAt !== null && query.data?.items.some((one) => one.runId === job.id))
      void queries.invalidateQueries({ queryKey: [...evidenceKey(fileId), 'packages'] });
  }, making);
  if (query.error) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={6} />;
  const add = items.data?.may.seal && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('package.add')}
    </Button>
  );
  return (
    <Section title={t('package.title')} note={t('package.note')} extra={query.data.items.length > 0 && add}>
      {query.data.items.length === 0 ? (
        <EmptyState title={t('package.empty')} action={add}>
          {t('package.emptyText')}
        </EmptyState>
      ) : (
        <ul className="packages">
          {query.data.items.map((one) => (
            <PackageRow key={one.id} fileId={fileId} one={one} lost={stream === 'lost'} />
          ))}
        </ul>
      )}
      {adding && (
        <SealForm
          fileId={fileId}
          papers={query.data.papers}
          evidence={items.data?.total ?? 0}
          bytes={items.data?.bytes ?? 0}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
