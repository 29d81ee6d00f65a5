import type { CampaignDetail } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataTable } from '../../components/data-table.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { campaignQuery } from './campaign-query.ts';
import { TownFilterMap } from './town-filter-map.tsx';
import { useWorkColumns } from './work-columns.tsx';
import { WorkFilters, workFilterNames } from './work-filters.tsx';
import './campaigns.css';
import './worklist.css';

function List({ campaign, state }: { campaign: CampaignDetail; state: ListState }) {
  const { t, i18n } = useTranslation(['campaigns', 'cultivation']);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [assigning, setAssigning] = useState<'picked' | 'unassigned'>();
  const query = useQuery({
    queryKey: ['work-items', campaign.id, state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listWorkItems({ params: { id: campaign.id }, query: addressQuery<'listWorkItems'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  const mayAssign = campaign.mayAssign && campaign.state === 'running';
  return (
    <div className="worklist">
      <div>
        <DataTable
          id="worklist"
          label={t('worklist.label')}
          columns={useWorkColumns()}
          query={query}
          state={state}
          rowKey={(row) => row.id}
          rowHref={(row) => `/cultivation/targets/${row.id}`}
          exportUrl={urlOf(routes.exportWorkItems, { params: { id: campaign.id }, query: state.filters })}
          filters={<WorkFilters state={state} campaign={campaign} />}
          empty={{ title: t('worklist.empty'), text: t('worklist.emptyText') }}
          {...(mayAssign
            ? {
                selection: { keys: picked, onChange: setPicked },
                bulk: (
                  <>
                    <Button size="small" type="primary" onClick={() => setAssigning('picked')}>
                      {t('assign.open')}
                    </Button>
                    <Button size="small" type="text" onClick={() => setPicked(new Set())}>
                      {t('assign.clear')}
                    </Button>
                  </>
                ),
              }
            : {})}
        />
      </div>
      <aside>
        <TownFilterMap campaign={campaign} state={state} />
        {mayAssign && (
          <div className="panel assign-all">
            <b>{t('assign.allTitle')}</b>
            <p className="soft">{t('assign.allText')}</p>
            <Button onClick={() => setAssigning('unassigned')}>{t('assign.all')}</Button>
          </div>
        )}
      </aside>
      {assigning && (
        <AssignDialog
          campaign={campaign}
          targets={assigning === 'picked' ? [...picked] : undefined}
          onClose={() => setAssigning(undefined)}
          onDone={() => {
            setAssigning(undefined);
            setPicked(new Set());
          }}
        />
      )}
    </div>
  );
}

/** The list of a campaign: who is to be visited, by whom, and where each stands. */
export function Page() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation(['campaigns', 'cultivation']);
  const state = useListState({ filters: workFilterNames });
  const query = useQuery(campaignQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const campaign = query.data;
  return (
    <div className="page">
      <PageHeader
        title={t('worklist.title', { title: campaign.title })}
        crumbs={[
          { label: t('title'), to: '/cultivation/campaigns' },
          { label: campaign.title, to: `/cultivation/campaigns/${id}` },
        ]}
        meta={
          <>
            <FreshnessLine of={campaign.freshness} />
            <span>{t('cultivation:byImport')}</span>
          </>
        }
      />
      <List campaign={campaign} state={state} />
    </div>
  );
}
