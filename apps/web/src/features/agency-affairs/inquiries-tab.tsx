import type { InquirySummary } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { NewInquiry } from './new-inquiry.tsx';
import { toneOfStanding } from './tones.ts';
import './agency-affairs.css';

const STATES = ['sent', 'answered', 'supplement', 'unanswered', 'closed', 'withdrawn'];
const hrefOf = (row: InquirySummary) => `/agencies/affairs/inquiries/${row.id}`;

function useColumns(): Column<InquirySummary>[] {
  const { t } = useTranslation('agency-affairs');
  return [
    {
      key: 'title',
      title: t('inquiry.title'),
      phone: 'title',
      sort: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={hrefOf(row)}>
            {row.title}
          </Link>
          <span className="cell-sub">{row.number}</span>
        </>
      ),
    },
    {
      key: 'agency',
      title: t('col.agency'),
      sort: 'agency',
      phone: 'wide',
      render: (row) => (
        <>
          {row.agency}
          <span className="cell-sub">{row.town}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('col.state'),
      sort: 'state',
      width: 130,
      render: (row) => (
        <StatusTag tone={row.overdue ? 'late' : toneOfStanding(row.standing)}>
          {row.overdue ? t('inquiry.overdue') : row.stateLabel}
        </StatusTag>
      ),
    },
    {
      key: 'sentOn',
      title: t('col.sentOn'),
      sort: 'sentOn',
      width: 110,
      render: (row) => <span className="mono">{row.sentOn}</span>,
    },
    {
      key: 'dueOn',
      title: t('col.dueOn'),
      sort: 'dueOn',
      width: 110,
      render: (row) => <span className={row.overdue ? 'mono late' : 'mono'}>{row.dueOn ?? '—'}</span>,
    },
    {
      key: 'answeredOn',
      title: t('col.answeredOn'),
      width: 130,
      render: (row) => (
        <>
          <span className="mono">{row.answeredOn ?? '—'}</span>
          {row.lateDays !== null && <span className="cell-sub late">{t('inquiry.late', { days: row.lateDays })}</span>}
        </>
      ),
    },
  ];
}

/** Inquiries to agencies, newest first, with who is late. */
export function InquiriesTab() {
  const { t, i18n } = useTranslation('agency-affairs');
  const me = useMe();
  const { towns } = usePlaceOptions();
  const [asking, setAsking] = useState(false);
  const state = useListState({ filters: ['q', 'state', 'town', 'overdue', 'agency'], sort: '-number' }, 'i.');
  const query = useQuery({
    queryKey: ['agency-inquiries', state.query, i18n.language],
    queryFn: ({ signal }) => api.listInquiries({ query: addressQuery<'listInquiries'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="affair-tab">
      {can(me, permissions.sendInquiries) && (
        <div className="affair-tools">
          <Button type="primary" onClick={() => setAsking(true)}>
            {t('inquiry.new')}
          </Button>
        </div>
      )}
      <DataTable
        id="agency-inquiries"
        label={t('tab.inquiries')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={hrefOf}
        exportUrl={urlOf(routes.exportInquiries, { query: addressQuery<'exportInquiries'>(state.filters) })}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('filter.q')} />
            <ChoiceFilter
              state={state}
              name="state"
              label={t('col.state')}
              options={STATES.map((value) => ({ value, label: t(`inquiryState.${value}`) }))}
            />
            <ChoiceFilter state={state} name="town" label={t('col.town')} options={towns} />
            <FlagFilter
              state={state}
              name="overdue"
              label={t('inquiry.overdue')}
              yes={t('inquiry.overdueYes')}
              no={t('inquiry.overdueNo')}
            />
          </FilterBar>
        }
        empty={{ title: t('inquiry.empty'), text: t('inquiry.emptyText') }}
      />
      {asking && <NewInquiry onClose={() => setAsking(false)} />}
    </div>
  );
}
