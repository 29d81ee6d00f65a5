import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { LANES, type MatterRow, matterBase } from './coordination-query.ts';
import { NewMatter } from './new-matter.tsx';
import './coordination.css';

function useColumns(): Column<MatterRow>[] {
  const { t } = useTranslation('coordination');
  return [
    {
      key: 'title',
      title: t('matter.title'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`${matterBase}/${row.id}`}>
            {row.title}
          </Link>
          <span className="cell-sub">{row.right}</span>
        </>
      ),
    },
    { key: 'holder', title: t('matter.holder'), phone: 'wide', render: (row) => row.holder },
    {
      key: 'lanes',
      title: t('matter.lanes'),
      phone: 'wide',
      width: 260,
      render: (row) => (
        <span className="lane-marks">
          {LANES.map((lane) => (
            <i key={lane} className={row.lanes.includes(lane) ? `on ${lane}` : lane}>
              {t(`lane.${lane}`)}
            </i>
          ))}
        </span>
      ),
    },
    { key: 'entries', title: t('matter.entries'), align: 'right', width: 90, render: (row) => row.entries },
    {
      key: 'lastOn',
      title: t('matter.lastOn'),
      width: 120,
      render: (row) => <span className="mono">{row.lastOn ?? row.openedOn}</span>,
    },
  ];
}

/** Matters from the holder's own steps to the courts. */
export function Page() {
  const { t, i18n } = useTranslation('coordination');
  const me = useMe();
  const [params] = useSearchParams();
  const edits = can(me, permissions.editMatters);
  const [open, setOpen] = useState(params.get('case') !== null && edits);
  const state = useListState({ filters: ['q'] });
  const query = useQuery({
    queryKey: ['matter', 'list', state.query, i18n.language],
    queryFn: ({ signal }) => api.listMatters({ query: addressQuery<'listMatters'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('matter.page')}
        meta={<span>{t('matter.meta')}</span>}
        actions={
          edits && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('matter.new')}
            </Button>
          )
        }
      />
      <DataTable
        id="matters"
        label={t('matter.page')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `${matterBase}/${row.id}`}
        empty={{ title: t('matter.empty'), text: t('matter.emptyText') }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('matter.search')} />
          </FilterBar>
        }
      />
      {open && <NewMatter caseId={params.get('case')} onClose={() => setOpen(false)} />}
    </div>
  );
}
