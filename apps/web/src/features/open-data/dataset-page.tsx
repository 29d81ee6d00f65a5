import type { DatasetVersion } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { can, useMe } from '../../lib/meta.ts';
import { Difference } from './difference.tsx';
import { VersionLine } from './version-line.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './open-data.css';

/** One dataset: every version with what it changed, its proof and, where it was taken back, why. */
export function Page() {
  const { t, i18n } = useTranslation('open-data');
  const { code = '' } = useParams();
  const me = useMe();
  const [shown, setShown] = useState<number>();
  const [withdrawing, setWithdrawing] = useState<DatasetVersion>();
  const query = useQuery({
    queryKey: ['dataset', code, i18n.language],
    queryFn: ({ signal }) => api.getDataset({ params: { code } }, signal),
  });
  const dataset = query.data;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!dataset) return <PageSkeleton />;
  const mayWithdraw = can(me, permissions.withdrawOpenData);
  return (
    <div className="page dataset-page">
      <PageHeader
        title={dataset.title}
        crumbs={[{ label: t('title'), to: '/system/open-data' }]}
        meta={
          <>
            <MetaItem label={t('code')}>{dataset.code}</MetaItem>
            <MetaItem label={t('versions')}>{dataset.versions}</MetaItem>
            <span>{t(dataset.history ? 'historyKept' : 'historyNone')}</span>
          </>
        }
        actions={
          <a className="link" href={`/public/data/${dataset.code}`} target="_blank" rel="noreferrer">
            {t('publicPage')}
          </a>
        }
      />
      <Section title={t('versions')} note={t('versionsText')} flush>
        {dataset.all.length === 0 ? (
          <p className="section-body muted">{t('notYet')}</p>
        ) : (
          <ol className="versions">
            {dataset.all.map((version) => (
              <VersionLine
                key={version.no}
                code={code}
                version={version}
                current={dataset.current?.no === version.no}
                open={shown === version.no}
                onDifference={() => setShown(shown === version.no ? undefined : version.no)}
                onWithdraw={mayWithdraw && version.withdrawnAt === null ? () => setWithdrawing(version) : undefined}
              >
                {shown === version.no && <Difference code={code} no={version.no} />}
              </VersionLine>
            ))}
          </ol>
        )}
      </Section>
      <Section title={t('columns')} note={t('keyOf', { key: dataset.key.join(' + ') })}>
        <dl className="dataset-columns">
          {dataset.columns.map((column) => (
            <div key={column.name}>
              <dt className="mono">{column.name}</dt>
              <dd>
                {column.title} <span className="muted">{t(`type.${column.type}`)}</span>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      {withdrawing && <WithdrawDialog code={code} version={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </div>
  );
}
