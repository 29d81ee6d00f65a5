import type { DatasetSummary } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { formatExact, formatMoment } from '../../lib/format.ts';
import { useJobStream } from '../../lib/job-stream.ts';
import { can, useMe } from '../../lib/meta.ts';
import './open-data.css';

function Card({ dataset }: { dataset: DatasetSummary }) {
  const { t } = useTranslation('open-data');
  const { current } = dataset;
  return (
    <li className="dataset panel">
      <h2>
        <Link to={`/system/open-data/${dataset.code}`}>{dataset.title}</Link>
      </h2>
      <p className="soft">{dataset.description}</p>
      {current === null ? (
        <p className="muted">{t('notYet')}</p>
      ) : (
        <dl className="dataset-facts">
          <div>
            <dt>{t('current')}</dt>
            <dd>{t('versionNo', { n: current.no })}</dd>
          </div>
          <div>
            <dt>{t('rows')}</dt>
            <dd>{formatExact(current.rows)}</dd>
          </div>
          <div>
            <dt>{t('publishedAt')}</dt>
            <dd className="mono">{formatMoment(current.readAt)}</dd>
          </div>
        </dl>
      )}
      {dataset.newestWithdrawn && <StatusTag tone="warn">{t('newestWithdrawn')}</StatusTag>}
    </li>
  );
}

function PublishNow() {
  const { t } = useTranslation('open-data');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const publish = useMutation({ mutationFn: () => api.publishDatasets({}) });
  const jobId = publish.data?.jobId;
  const job = useQuery({
    queryKey: ['job', jobId ?? ''],
    queryFn: ({ signal }) => api.getJob({ params: { id: jobId ?? '' } }, signal),
    enabled: jobId !== undefined,
  });
  useJobStream((event) => {
    if (event.id !== jobId || event.state !== 'succeeded') return;
    message.success(t('published'));
    queries.invalidateQueries({ queryKey: ['datasets'] });
  });
  return (
    <>
      {publish.error && <ErrorBox error={publish.error} />}
      {job.data && job.data.state !== 'succeeded' && <JobProgress job={job.data} small />}
      <Button onClick={() => publish.mutate()} loading={publish.isPending}>
        {t('publishNow')}
      </Button>
    </>
  );
}

/** What is published as open data, and the version of each that stands. */
export function Page() {
  const { t, i18n } = useTranslation('open-data');
  const me = useMe();
  const query = useQuery({
    queryKey: ['datasets', i18n.language],
    queryFn: ({ signal }) => api.listDatasets({}, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={<span>{t('intro')}</span>}
        actions={
          <>
            {can(me, permissions.publishOpenData) && <PublishNow />}
            <a className="link" href="/public/data" target="_blank" rel="noreferrer">
              {t('publicSite')}
            </a>
          </>
        }
      />
      <ul className="datasets">
        {query.data.items.map((dataset) => (
          <Card key={dataset.code} dataset={dataset} />
        ))}
      </ul>
    </div>
  );
}
