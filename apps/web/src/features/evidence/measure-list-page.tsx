import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { TONE_OF } from './measure-query.ts';

type Row = Awaited<ReturnType<typeof api.listMeasureClocks>>['items'][number];
const hrefOf = (row: Row) => `/protection/cases/${row.fileId}/evidence?tab=measures`;

/** Every measure under way that I may see, those due first; and the way from a label to its thing. */
export function Page() {
  const { t, i18n } = useTranslation(['evidence', 'common']);
  const navigate = useNavigate();
  const state = useListState({ filters: ['overdue'] });
  const query = useQuery({
    queryKey: ['measure-clocks', state.query, i18n.language],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.listMeasureClocks({ query: addressQuery<'listMeasureClocks'>(state.query) }, signal),
  });
  const columns: readonly Column<Row>[] = [
    {
      key: 'number',
      title: t('measure.number'),
      phone: 'title',
      render: (row) => (
        <Link className="cell-title" to={hrefOf(row)}>
          {row.kindLabel} {row.number}
        </Link>
      ),
    },
    {
      key: 'standing',
      title: t('measure.standing'),
      render: (row) => <StatusTag tone={TONE_OF[row.standing]}>{t(`standing.${row.standing}`)}</StatusTag>,
    },
    { key: 'dueOn', title: t('measure.dueOn'), width: 116, render: (row) => row.dueOn ?? '—' },
    { key: 'sentence', title: t('measure.sentence'), phone: 'wide', render: (row) => row.sentence },
    { key: 'file', title: t('measure.file'), phone: 'wide', render: (row) => `${row.fileNumber} ${row.fileLabel}` },
    { key: 'holder', title: t('measure.holder'), render: (row) => row.holder },
    { key: 'things', title: t('measure.thingCount'), align: 'right', render: (row) => row.things },
  ];
  return (
    <div className="page">
      <PageHeader title={t('measure.list')} meta={<span>{t('measure.listNote')}</span>} />
      <DataTable
        id="measure-clocks"
        label={t('measure.list')}
        columns={columns}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={hrefOf}
        empty={{ title: t('measure.noneRunning'), text: t('measure.noneRunningText') }}
        filters={
          <FilterBar state={state}>
            <ChoiceFilter
              state={state}
              name="overdue"
              label={t('measure.standing')}
              single
              options={[{ value: 'true', label: t('measure.overdueOnly') }]}
            />
            <Input.Search
              style={{ width: 240 }}
              placeholder={t('thing.search')}
              aria-label={t('thing.search')}
              onSearch={(code) => code.trim() && navigate(`/protection/things/${encodeURIComponent(code.trim())}`)}
            />
          </FilterBar>
        }
      />
    </div>
  );
}
