import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { type MeetingRow, meetingBase } from './coordination-query.ts';
import { MeetingForm } from './meeting-form.tsx';
import './coordination.css';

function useColumns(): Column<MeetingRow>[] {
  const { t } = useTranslation('coordination');
  return [
    {
      key: 'title',
      title: t('meeting.title'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`${meetingBase}/${row.id}`}>
            {row.title}
          </Link>
          <span className="cell-sub">{row.bodies.map((one) => one.shortName).join('、')}</span>
        </>
      ),
    },
    {
      key: 'heldOn',
      title: t('meeting.heldOn'),
      width: 120,
      render: (row) => <span className="mono">{row.heldOn}</span>,
    },
    { key: 'chair', title: t('meeting.chair'), width: 140, render: (row) => row.chair.shortName },
    {
      key: 'decisions',
      title: t('meeting.decisions'),
      phone: 'wide',
      width: 240,
      render: (row) => (
        <span className="decision-cell">
          <i aria-hidden="true" style={{ '--done': row.decisions === 0 ? 0 : row.done / row.decisions } as never} />
          <span>{t('meeting.done', { done: row.done, all: row.decisions })}</span>
          {row.late > 0 && <StatusTag tone="late">{t('meeting.late', { count: row.late })}</StatusTag>}
        </span>
      ),
    },
  ];
}

/** Meetings of bodies and what came of their decisions. */
export function Page() {
  const { t, i18n } = useTranslation('coordination');
  const me = useMe();
  const [open, setOpen] = useState(false);
  const state = useListState({ filters: ['q', 'open'] });
  const query = useQuery({
    queryKey: ['meetings', state.query, i18n.language],
    queryFn: ({ signal }) => api.listMeetings({ query: addressQuery<'listMeetings'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('meeting.page')}
        meta={<span>{t('meeting.meta')}</span>}
        actions={
          can(me, permissions.editMeetings) && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('meeting.new')}
            </Button>
          )
        }
      />
      <DataTable
        id="meetings"
        label={t('meeting.page')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `${meetingBase}/${row.id}`}
        empty={{ title: t('meeting.empty'), text: t('meeting.emptyText') }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('meeting.search')} />
            <FlagFilter
              state={state}
              name="open"
              label={t('meeting.open')}
              yes={t('meeting.open')}
              no={t('meeting.allDone')}
            />
          </FilterBar>
        }
      />
      {open && <MeetingForm onClose={() => setOpen(false)} />}
    </div>
  );
}
