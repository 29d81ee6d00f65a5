import type { ReportGroup } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FilterBar, FlagFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import './public-reports.css';

const TONES = { open: 'late', released: 'good', 'set-aside': 'plain' } as const;

function useColumns(): Column<ReportGroup>[] {
  const { t } = useTranslation('public-reports');
  return [
    {
      key: 'reports',
      title: t('group.of'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/agencies/reports/held/${row.id}`}>
            {t('group.count', { n: row.reports })}
          </Link>
          <span className="cell-sub">{row.subjects.join(t('comma'))}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('column.state'),
      render: (row) => <StatusTag tone={TONES[row.state]}>{t(`group.state.${row.state}`)}</StatusTag>,
    },
    { key: 'kinds', title: t('column.kind'), phone: 'wide', render: (row) => row.kinds.join(t('comma')) },
    { key: 'papers', title: t('column.papers'), align: 'right', render: (row) => row.papers },
    {
      key: 'from',
      title: t('group.period'),
      render: (row) => (
        <span className="mono">
          {formatMoment(row.openedAt)} – {formatMoment(row.lastAt)}
        </span>
      ),
    },
    {
      key: 'decided',
      title: t('group.decided'),
      phone: 'wide',
      render: (row) =>
        row.decidedAt === null ? (
          <span className="muted">—</span>
        ) : (
          <>
            {row.decidedBy} <span className="cell-sub">{row.reason}</span>
          </>
        ),
    },
  ];
}

/** Reports held of one sender each: one review for all of them. */
export function Page() {
  const { t, i18n } = useTranslation('public-reports');
  const state = useListState({ filters: ['open'] });
  const query = useQuery({
    queryKey: ['report-groups', state.query, i18n.language],
    queryFn: ({ signal }) => api.listReportGroups({ query: addressQuery<'listReportGroups'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('group.title')}
        crumbs={[{ label: t('title'), to: '/agencies/reports' }]}
        meta={<span>{t('group.intro')}</span>}
      />
      <DataTable
        id="report-groups"
        label={t('group.title')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `/agencies/reports/held/${row.id}`}
        filters={
          <FilterBar state={state}>
            <FlagFilter
              state={state}
              name="open"
              label={t('column.state')}
              yes={t('group.state.open')}
              no={t('group.reviewed')}
            />
          </FilterBar>
        }
        empty={{ title: t('group.empty'), text: t('group.emptyText') }}
      />
    </div>
  );
}
