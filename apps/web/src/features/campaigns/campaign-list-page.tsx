import type { CampaignSummary } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { campaignsQuery } from './campaign-query.ts';
import { CampaignRow } from './campaign-row.tsx';
import { TemplateGallery } from './template-gallery.tsx';
import './campaigns.css';

const states = ['running', 'draft', 'closed', 'all'] as const;
type Shown = (typeof states)[number];

function Rows({ items, shown }: { items: readonly CampaignSummary[]; shown: Shown }) {
  const { t } = useTranslation('campaigns');
  const rows = shown === 'all' ? items : items.filter((one) => one.state === shown);
  return (
    <section className="panel campaign-rows" aria-label={t('list.label')}>
      {rows.length === 0 ? (
        <EmptyState title={t(`list.empty.${shown}`)}>{t('list.emptyText')}</EmptyState>
      ) : (
        <ul>
          {rows.map((campaign) => (
            <CampaignRow key={campaign.id} campaign={campaign} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The district's campaigns with their progress, and the templates to start another from. */
export function Page() {
  const { t, i18n } = useTranslation(['campaigns', 'cultivation']);
  const me = useMe();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const query = useQuery(campaignsQuery(i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items, templates } = query.data;
  const shown = states.find((one) => one === params.get('state')) ?? 'running';
  const count = (state: Shown) => (state === 'all' ? items : items.filter((one) => one.state === state)).length;
  const mayEdit = can(me, permissions.editCampaigns);
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={<span>{t('cultivation:byImport')}</span>}
        actions={
          mayEdit && (
            <Button type="primary" onClick={() => navigate('/cultivation/campaigns/new')}>
              {t('new')}
            </Button>
          )
        }
      />
      <div className="campaign-filter">
        <Switcher
          label={t('list.state')}
          value={shown}
          onChange={(state) => setParams(state === 'running' ? {} : { state }, { replace: true })}
          options={states.map((state) => ({ value: state, label: `${t(`list.show.${state}`)} ${count(state)}` }))}
        />
        <span className="campaign-legend" aria-hidden="true">
          <i className="contacted" /> {t('figure.contacted')} <i className="succeeded" /> {t('figure.succeeded')} <u />{' '}
          {t('figure.goal')}
        </span>
      </div>
      <Rows items={items} shown={shown} />
      <TemplateGallery templates={templates} mayEdit={mayEdit} />
    </div>
  );
}
