import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StandingState } from '../../components/clock-cell.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { Nominate } from './nominate.tsx';
import { choicesQuery, type MarkRow, marksBase, watchBase } from './watch-query.ts';
import './trademark-watch.css';

function useColumns(): Column<MarkRow>[] {
  const { t } = useTranslation('trademark-watch');
  return [
    {
      key: 'name',
      title: t('mark.name'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`${marksBase}/${row.id}`}>
            {row.name}
          </Link>
          <span className="cell-sub">
            <span className="mono">{row.registrationNo}</span> {t('mark.classes', { classes: row.classes.join('、') })}
          </span>
        </>
      ),
    },
    {
      key: 'holder',
      title: t('mark.holder'),
      phone: 'wide',
      render: (row) => (
        <>
          {row.holder}
          {row.originName !== null && <span className="cell-sub">{t('mark.from', { name: row.originName })}</span>}
        </>
      ),
    },
    {
      key: 'criteria',
      title: t('mark.criteria'),
      phone: 'hide',
      render: (row) => row.criteria.map((one) => one.label).join('、') || <span className="muted">—</span>,
    },
    { key: 'state', title: t('mark.state'), width: 150, render: (row) => <StandingState row={row} /> },
    {
      key: 'until',
      title: t('mark.until'),
      width: 120,
      render: (row) => <span className="mono">{row.untilOn ?? '—'}</span>,
    },
    {
      key: 'hits',
      title: t('mark.openHits'),
      align: 'right',
      width: 110,
      render: (row) => (
        <NumberLink value={row.openHits} unit="" label={t('mark.openHits')} href={`${watchBase}?mark=${row.id}`} />
      ),
    },
  ];
}

/** The directory of protected marks. */
export function Page() {
  const { t, i18n } = useTranslation('trademark-watch');
  const me = useMe();
  const [open, setOpen] = useState(false);
  const state = useListState({ filters: ['q', 'origin', 'state', 'criterion', 'open'] });
  const choices = useQuery(choicesQuery(i18n.language));
  const query = useQuery({
    queryKey: ['protected-marks', state.query, i18n.language],
    queryFn: ({ signal }) => api.listProtectedMarks({ query: addressQuery<'listProtectedMarks'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('mark.title')}
        meta={<span>{choices.data?.note ?? t('mark.meta')}</span>}
        actions={
          can(me, permissions.editProtectedMarks) && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('nominate.open')}
            </Button>
          )
        }
      />
      <DataTable
        id="protected-marks"
        label={t('mark.title')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `${marksBase}/${row.id}`}
        empty={{ title: t('mark.empty'), text: t('mark.emptyText') }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('mark.search')} />
            <ChoiceFilter
              state={state}
              name="origin"
              label={t('mark.origin')}
              options={['own', 'alliance'].map((value) => ({ value, label: t(`origin.${value}`) }))}
            />
            <ChoiceFilter
              state={state}
              name="criterion"
              label={t('mark.criteria')}
              options={(choices.data?.criteria ?? []).map((one) => ({ value: one.code, label: one.label }))}
            />
            <FlagFilter state={state} name="open" label={t('mark.open')} yes={t('mark.open')} no={t('mark.ended')} />
          </FilterBar>
        }
      />
      {open && <Nominate onClose={() => setOpen(false)} />}
    </div>
  );
}
