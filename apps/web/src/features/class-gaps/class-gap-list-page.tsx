import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { useNiceOptions, usePlaceOptions } from '../../lib/options.ts';
import type { ClassGapRow } from './class-gap-query.ts';
import './class-gaps.css';

function Numbers({ of, tone, none }: { of: readonly number[]; tone: 'own' | 'missing'; none: string }) {
  const { t } = useTranslation(['class-gaps', 'labels']);
  if (of.length === 0) return <span className="muted">{none}</span>;
  return (
    <span className={`class-numbers ${tone}`}>
      {of.map((n) => (
        <span key={n} title={t('labels:niceClass', { n })}>
          {n}
        </span>
      ))}
    </span>
  );
}

function useColumns(): Column<ClassGapRow>[] {
  const { t } = useTranslation('class-gaps');
  return [
    {
      key: 'name',
      title: t('name'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/cultivation/class-gaps/${row.partyId}`}>
            {row.name}
          </Link>
          <span className="cell-sub">{row.industry}</span>
        </>
      ),
    },
    { key: 'town', title: t('town'), width: 100, render: (row) => row.town ?? <span className="muted">—</span> },
    {
      key: 'registered',
      title: t('registered'),
      render: (row) => <Numbers of={row.registered} tone="own" none={t('registeredNone')} />,
    },
    {
      key: 'missing',
      title: t('missing'),
      render: (row) => <Numbers of={row.missing} tone="missing" none="—" />,
    },
    {
      key: 'strongest',
      title: t('strongest'),
      phone: 'wide',
      render: (row) => <span className="soft">{row.strongest}</span>,
    },
  ];
}

/** Enterprises whose marks leave out classes that their business points to. */
export function Page() {
  const { t, i18n } = useTranslation('class-gaps');
  const state = useListState({ filters: ['q', 'town', 'niceClass'] });
  const { towns } = usePlaceOptions();
  const classes = useNiceOptions();
  const query = useQuery({
    queryKey: ['class-gaps', state.query, i18n.language],
    queryFn: ({ signal }) => api.listClassGaps({ query: addressQuery<'listClassGaps'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={<span>{t('meta')}</span>} />
      <p className="caution">{t('caution')}</p>
      <DataTable
        id="class-gaps"
        label={t('title')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.partyId}
        rowHref={(row) => `/cultivation/class-gaps/${row.partyId}`}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('search')} />
            <ChoiceFilter state={state} name="town" label={t('town')} options={towns} />
            <ChoiceFilter state={state} name="niceClass" label={t('missing')} options={classes} />
          </FilterBar>
        }
        empty={{ title: t('empty'), text: t('emptyText') }}
      />
    </div>
  );
}
