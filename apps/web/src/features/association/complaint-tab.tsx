import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { ActDialog } from './act-dialog.tsx';
import { type Complaint, complaintHref, KEY, type Overview, toneOfComplaint } from './association-query.ts';

const STATES = ['filed', 'accepted', 'answered', 'breach', 'no-breach', 'settled', 'refused', 'withdrawn'];

function useColumns(): Column<Complaint>[] {
  const { t } = useTranslation('association');
  return [
    {
      key: 'number',
      title: t('complaint.title'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={complaintHref(row.id)}>
            {row.respondent}
          </Link>
          <span className="cell-sub">
            {row.number} · {t('complaint.by', { name: row.complainant })}
          </span>
        </>
      ),
    },
    { key: 'clause', title: t('complaint.clause'), render: (row) => row.clause ?? <span className="muted">—</span> },
    {
      key: 'received',
      title: t('complaint.received'),
      width: 120,
      render: (row) => <span className="mono">{row.receivedOn}</span>,
    },
    {
      key: 'state',
      title: t('complaint.state'),
      width: 120,
      render: (row) => <StatusTag tone={toneOfComplaint(row)}>{row.stateLabel}</StatusTag>,
    },
  ];
}

export function ComplaintTab({ may }: { may: Overview['may'] }) {
  const { t, i18n } = useTranslation('association');
  const navigate = useNavigate();
  const [filing, setFiling] = useState(false);
  const state = useListState({ filters: ['state'] });
  const query = useQuery({
    queryKey: [KEY, 'complaints', state.query, i18n.language],
    queryFn: ({ signal }) => api.listComplaints({ query: addressQuery<'listComplaints'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      {may.complain && (
        <p className="tab-act">
          <Button type="primary" onClick={() => setFiling(true)}>
            {t('complaint.file')}
          </Button>
        </p>
      )}
      <DataTable
        id="association-complaints"
        label={t('tab.complaints')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => complaintHref(row.id)}
        filters={
          <FilterBar state={state}>
            <ChoiceFilter
              state={state}
              name="state"
              label={t('complaint.state')}
              options={STATES.map((value) => ({ value, label: t(`complaintState.${value}`) }))}
            />
          </FilterBar>
        }
      />
      {filing && (
        <ActDialog
          title={t('complaint.file')}
          note={t('complaint.note')}
          ok={t('complaint.file')}
          fields={[
            ...(may.complainForOthers
              ? [{ name: 'complainantId', label: t('complaint.complainant'), type: 'agency' as const, members: true }]
              : []),
            { name: 'respondentId', label: t('complaint.respondent'), type: 'agency', members: true },
            { name: 'clause', label: t('complaint.clause'), type: 'text', optional: true },
            { name: 'facts', label: t('complaint.facts'), type: 'long', least: 10 },
            { name: 'request', label: t('complaint.request'), type: 'text', least: 2 },
          ]}
          run={({ complainantId, respondentId = '', clause, facts = '', request = '' }) =>
            api.fileComplaint({
              body: { complainantId: complainantId ?? null, respondentId, clause: clause || null, facts, request },
            })
          }
          onDone={(answer) => navigate(complaintHref((answer as { id: string }).id))}
          onClose={() => setFiling(false)}
        />
      )}
    </>
  );
}
