import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { NewCampaign } from './new-campaign.tsx';

/** Special actions, running ones first, each with how far it has come. */
export function CampaignsTab() {
  const { t, i18n } = useTranslation('inspections');
  const [making, setMaking] = useState(false);
  const query = useQuery({
    queryKey: ['inspection-campaigns', i18n.language],
    queryFn: ({ signal }) => api.listInspectionCampaigns({}, signal),
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={6} />;
  const { items, mayEdit } = query.data;
  return (
    <>
      {mayEdit && (
        <div className="insp-tools">
          <Button type="primary" onClick={() => setMaking(true)}>
            {t('campaign.new')}
          </Button>
        </div>
      )}
      {items.length === 0 && <EmptyState title={t('campaign.none')}>{t('campaign.noneText')}</EmptyState>}
      <ul className="insp-cards">
        {items.map((one) => {
          const of = one.targetCount ?? one.tasks;
          return (
            <li key={one.id} className="panel">
              <Link to={`/protection/inspections/campaigns/${one.id}`}>
                <b>{one.title}</b>
                <StatusTag tone={one.state === 'running' ? 'info' : 'plain'}>{t(`campaign.${one.state}`)}</StatusTag>
                <span className="muted">{[one.kindLabel, one.documentNo].filter(Boolean).join(' · ')}</span>
                <span className="mono">
                  {one.fromOn} – {one.toOn}
                </span>
                <span className="insp-bar" aria-hidden="true">
                  <i style={{ width: `${of === 0 ? 0 : Math.min(1, one.checked / of) * 100}%` }} />
                </span>
                <small>
                  {t('campaign.progress', {
                    checked: one.checked,
                    of,
                    failed: one.failed,
                    correcting: one.correcting,
                    cases: one.cases,
                  })}
                </small>
              </Link>
            </li>
          );
        })}
      </ul>
      {making && <NewCampaign onClose={() => setMaking(false)} />}
    </>
  );
}
