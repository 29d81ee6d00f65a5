import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { type EntrySummary, entryHref, type Lists, toneOfEntry } from './discipline-query.ts';

function useColumns(): Column<EntrySummary>[] {
  const { t } = useTranslation('discipline');
  return [
    {
      key: 'subjectName',
      title: t('list.subject'),
      phone: 'title',
      sort: 'subjectName',
      render: (row) => (
        <>
          <Link className="cell-title" to={entryHref(row.id)}>
            {row.subjectName}
          </Link>
          <span className="cell-sub">
            {t(`subject.${row.subjectKind}`)}
            {row.code && <span className="mono"> {row.code}</span>}
          </span>
        </>
      ),
    },
    { key: 'list', title: t('list.list'), phone: 'wide', render: (row) => row.listLabel },
    {
      key: 'state',
      title: t('list.state'),
      width: 120,
      render: (row) => <StatusTag tone={toneOfEntry(row)}>{row.stateLabel}</StatusTag>,
    },
    {
      key: 'fromOn',
      title: t('list.from'),
      sort: 'fromOn',
      width: 110,
      render: (row) => <span className="mono">{row.fromOn ?? '—'}</span>,
    },
    {
      key: 'untilOn',
      title: t('list.until'),
      sort: 'untilOn',
      width: 130,
      render: (row) =>
        row.endedOn ? (
          <span>
            <span className="mono">{row.endedOn}</span> {t('list.removed')}
          </span>
        ) : row.untilOn ? (
          <span className="mono">{row.untilOn}</span>
        ) : (
          <span className="muted">{row.fromOn ? t('list.open') : '—'}</span>
        ),
    },
    {
      key: 'effects',
      title: t('list.effects'),
      phone: 'wide',
      render: (row) =>
        row.effects.length === 0 ? (
          <span className="muted">{t('list.noEffect')}</span>
        ) : (
          row.effects.map((effect) => effect.targetLabel).join('、')
        ),
    },
    {
      key: 'town',
      title: t('list.town'),
      phone: 'hide',
      render: (row) => row.town ?? <span className="muted">—</span>,
    },
    {
      key: 'decisionNo',
      title: t('list.decision'),
      phone: 'hide',
      optional: true,
      render: (row) => row.decisionNo ?? <span className="muted">—</span>,
    },
  ];
}

/** The register of entries, whoever they are about. */
export function EntryTable({ lists }: { lists: Lists | undefined }) {
  const { t, i18n } = useTranslation('discipline');
  const state = useListState({ filters: ['q', 'standing', 'list', 'subject', 'party', 'agency'], sort: '-fromOn' });
  const query = useQuery({
    queryKey: ['discipline', state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listDisciplineEntries({ query: addressQuery<'listDisciplineEntries'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <DataTable
      id="discipline"
      label={t('tab.entries')}
      columns={useColumns()}
      query={query}
      state={state}
      rowKey={(row) => row.id}
      rowHref={(row) => entryHref(row.id)}
      exportUrl={urlOf(routes.exportDisciplineEntries, { query: state.filters })}
      filters={
        <FilterBar state={state}>
          <TextFilter state={state} name="q" label={t('list.search')} />
          <ChoiceFilter
            state={state}
            name="standing"
            label={t('list.standing')}
            options={['in-force', 'under-way', 'ended', 'dropped'].map((value) => ({
              value,
              label: t(`standing.${value}`),
            }))}
          />
          <ChoiceFilter
            state={state}
            name="list"
            label={t('list.list')}
            options={(lists?.items ?? []).map((one) => ({ value: one.list, label: one.label }))}
          />
          <ChoiceFilter
            state={state}
            name="subject"
            label={t('list.kind')}
            options={['party', 'agency', 'person'].map((value) => ({ value, label: t(`subject.${value}`) }))}
          />
        </FilterBar>
      }
    />
  );
}
