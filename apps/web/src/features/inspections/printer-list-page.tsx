import type { PrinterSummary } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { PrinterForm } from './printer-form.tsx';
import './inspections.css';

const hrefOf = (row: PrinterSummary) => `/protection/printers/${row.id}`;
export const licenceTones = { valid: 'good', ended: 'late', missing: 'late' } as const;

function useColumns(): Column<PrinterSummary>[] {
  const { t } = useTranslation('inspections');
  return [
    {
      key: 'name',
      title: t('printer.name'),
      phone: 'title',
      sort: 'name',
      render: (row) => (
        <>
          <Link className="cell-title" to={hrefOf(row)}>
            {row.name}
          </Link>
          <span className="cell-sub">{[row.uscc, row.address].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { key: 'town', title: t('col.town'), sort: 'town', width: 120, render: (row) => row.town ?? '—' },
    {
      key: 'licence',
      title: t('printer.licence'),
      sort: 'licenceTo',
      width: 170,
      render: (row) => (
        <>
          <StatusTag tone={licenceTones[row.licence]}>{t(`licence.${row.licence}`)}</StatusTag>
          <span className="cell-sub mono">{row.licenceTo}</span>
        </>
      ),
    },
    {
      key: 'checkedOn',
      title: t('printer.checkedOn'),
      sort: 'checkedOn',
      width: 140,
      render: (row) => (
        <>
          <span className="mono">{row.checkedOn ?? '—'}</span>
          {!row.checkedThisYear && (
            <span className="cell-sub">
              <span className="warn">{t('printer.notThisYear')}</span>
            </span>
          )}
        </>
      ),
    },
    { key: 'people', title: t('printer.people'), align: 'right', width: 110, render: (row) => row.people },
    { key: 'entries', title: t('printer.entries'), align: 'right', width: 110, render: (row) => row.entries },
    {
      key: 'gaps',
      title: t('printer.gaps'),
      sort: 'gaps',
      align: 'right',
      width: 130,
      render: (row) => (row.gaps > 0 ? <b className="warn">{row.gaps}</b> : <span className="muted">0</span>),
    },
  ];
}

/** Register of mark printers. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const { towns } = usePlaceOptions();
  const [making, setMaking] = useState(false);
  const state = useListState({ filters: ['q', 'town', 'licence', 'checked', 'gaps', 'ended'] });
  const query = useQuery({
    queryKey: ['inspection-printers', state.query, i18n.language],
    queryFn: ({ signal }) => api.listPrinters({ query: addressQuery<'listPrinters'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('printer.heading')}
        meta={<span>{t('printer.meta')}</span>}
        actions={
          query.data?.mayEdit && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t('printer.new')}
            </Button>
          )
        }
      />
      <DataTable<PrinterSummary>
        id="mark-printers"
        label={t('printer.heading')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={hrefOf}
        exportUrl={urlOf(routes.exportPrinters, { query: addressQuery<'exportPrinters'>(state.filters) })}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('printer.find')} />
            <ChoiceFilter state={state} name="town" label={t('col.town')} options={towns} />
            <ChoiceFilter
              state={state}
              name="licence"
              label={t('printer.licence')}
              options={(['valid', 'ended', 'missing'] as const).map((value) => ({
                value,
                label: t(`licence.${value}`),
              }))}
            />
            <FlagFilter
              state={state}
              name="checked"
              label={t('printer.thisYear')}
              yes={t('printer.checkedYes')}
              no={t('printer.checkedNo')}
            />
            <FlagFilter
              state={state}
              name="gaps"
              label={t('printer.gaps')}
              yes={t('printer.gapsYes')}
              no={t('printer.gapsNo')}
            />
            <FlagFilter
              state={state}
              name="ended"
              label={t('printer.ended')}
              yes={t('printer.endedYes')}
              no={t('printer.endedNo')}
            />
          </FilterBar>
        }
        empty={{ title: t('printer.empty'), text: t('printer.emptyText') }}
      />
      {making && <PrinterForm onClose={() => setMaking(false)} />}
    </div>
  );
}
