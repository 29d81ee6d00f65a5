import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { ExpertForm } from './expert-form.tsx';
import { base, type Expert, expertHref } from './project-query.ts';
import './projects.css';

function useColumns(): Column<Expert>[] {
  const { t } = useTranslation('projects');
  return [
    {
      key: 'name',
      title: t('expert.name'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={expertHref(row.id)}>
            {row.name}
          </Link>{' '}
          {row.demo && <ExampleMark />}
          <span className="cell-sub">{row.title}</span>
        </>
      ),
    },
    { key: 'employer', title: t('expert.employer'), phone: 'wide', render: (row) => row.employer },
    { key: 'fields', title: t('expert.fields'), phone: 'wide', render: (row) => row.fields.join('、') },
    {
      key: 'ties',
      title: t('expert.ties'),
      render: (row) => (
        <>
          {row.agencies.length === 0 && row.declared === 0 && <span className="muted">—</span>}
          {row.agencies.join('、')}
          {row.declared > 0 && <span className="cell-sub">{t('expert.declaredCount', { count: row.declared })}</span>}
        </>
      ),
    },
    { key: 'assigned', title: t('expert.assigned'), align: 'right', render: (row) => formatExact(row.assigned) },
    { key: 'scored', title: t('expert.scored'), align: 'right', render: (row) => formatExact(row.scored) },
    {
      key: 'deviation',
      title: t('expert.deviation'),
      align: 'right',
      render: (row) =>
        row.deviation === null ? (
          <span className="muted">—</span>
        ) : (
          `${row.deviation > 0 ? '+' : ''}${row.deviation.toFixed(1)}`
        ),
    },
    {
      key: 'active',
      title: t('expert.state'),
      width: 90,
      render: (row) => (
        <StatusTag tone={row.active ? 'good' : 'plain'}>
          {t(row.active ? 'expert.active' : 'expert.inactive')}
        </StatusTag>
      ),
    },
  ];
}

/** Experts who may review, with their ties and how their scores lie to those of the others. */
export function Page() {
  const { t, i18n } = useTranslation('projects');
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const state = useListState({ filters: ['q', 'active'] });
  const query = useQuery({
    queryKey: ['experts', state.query, i18n.language],
    queryFn: ({ signal }) => api.listExperts({ query: addressQuery<'listExperts'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('expert.title')}
        crumbs={[{ label: t('title'), to: base }]}
        meta={<span>{t('expert.meta')}</span>}
        actions={
          can(me, permissions.editExperts) && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('expert.add')}
            </Button>
          )
        }
      />
      <DataTable
        id="experts"
        label={t('expert.title')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => expertHref(row.id)}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('expert.search')} />
            <FlagFilter
              state={state}
              name="active"
              label={t('expert.state')}
              yes={t('expert.active')}
              no={t('expert.inactive')}
            />
          </FilterBar>
        }
      />
      {adding && <ExpertForm onClose={() => setAdding(false)} />}
    </div>
  );
}
