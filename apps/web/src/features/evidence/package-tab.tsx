import type { EvidencePackage } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { evidencePageQuery } from '../../components/evidence-list/evidence-query.ts';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { routes, urlOf } from '../../lib/api.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { packagesQuery } from './measure-query.ts';
import { SealForm } from './seal-form.tsx';
import './measures.css';

/** How far the job is: first every hash is proven, then the archive is written. */
function Making({ one }: { one: EvidencePackage }) {
  const { t } = useTranslation('evidence');
  const share = one.steps ? one.done / one.steps : 0;
  return (
    <>
      <div className="upload-bar" role="progressbar" aria-label={one.title} aria-valuenow={Math.round(share * 100)}>
        <i style={{ width: `${share * 100}%` }} />
      </div>
      <p className="muted">
        {one.steps ? t('package.steps', { done: one.done, steps: one.steps }) : t('package.queued')}
      </p>
    </>
  );
}

function PackageRow({ fileId, one }: { fileId: string; one: EvidencePackage }) {
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
      {one.state === 'making' && <Making one={one} />}
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
  const query = useQuery(packagesQuery(fileId));
  const items = useQuery(evidencePageQuery(fileId, { page: 1, pageSize: 1 }, i18n.language));
  const [adding, setAdding] = useState(false);
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
            <PackageRow key={one.id} fileId={fileId} one={one} />
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
