import type { RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatDistance } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import type { Body } from './body-tree.ts';

type Officer = RouteOutput<typeof routes.listOfficers>['items'][number];

const certificateStates = ['valid', 'expiring', 'expired', 'none'] as const;
const tones: Record<Officer['certificateState'], Tone> = {
  valid: 'good',
  expiring: 'warn',
  expired: 'late',
  none: 'plain',
};

function useColumns(): Column<Officer>[] {
  const { t } = useTranslation('organisation');
  const nothing = <span className="muted">—</span>;
  return [
    { key: 'name', title: t('name'), phone: 'title', render: (row) => <b className="cell-title">{row.name}</b> },
    { key: 'body', title: t('body'), phone: 'wide', render: (row) => row.organisationName ?? nothing },
    { key: 'post', title: t('post'), render: (row) => row.post ?? nothing },
    { key: 'region', title: t('region'), optional: true, render: (row) => row.region ?? nothing },
    {
      key: 'state',
      title: t('certificate'),
      render: (row) => (
        <>
          <StatusTag tone={tones[row.certificateState]}>{t(`certificateState.${row.certificateState}`)}</StatusTag>
          {row.certificateTo && row.certificateState !== 'valid' && (
            <span className="cell-sub">{formatDistance(row.certificateTo)}</span>
          )}
        </>
      ),
    },
    {
      key: 'certificate',
      title: t('certificateNo'),
      render: (row) =>
        row.certificateNo ? (
          <>
            <span className="mono">{row.certificateNo}</span>
            <span className="cell-sub">{row.certificateKind}</span>
          </>
        ) : (
          nothing
        ),
    },
    {
      key: 'period',
      title: t('period'),
      phone: 'wide',
      render: (row) =>
        row.certificateFrom || row.certificateTo ? (
          <span className="mono">
            {row.certificateFrom ?? '…'} – {row.certificateTo ?? '…'}
          </span>
        ) : (
          nothing
        ),
    },
    { key: 'phone', title: t('phone'), render: (row) => <span className="mono">{row.phone ?? '—'}</span> },
  ];
}

/** Officers with their certificates. Who may see them unmasked leaves an entry in the log. */
export function OfficerList({ bodies }: { bodies: readonly Body[] }) {
  const { t, i18n } = useTranslation('organisation');
  const state = useListState({ filters: ['q', 'organisation', 'certificate'] });
  const query = useQuery({
    queryKey: ['officers', state.query, i18n.language],
    queryFn: ({ signal }) => api.listOfficers({ query: state.query as never }, signal),
    placeholderData: keepPreviousData,
  });
  const masked = query.data?.items.some((row) => row.name.includes('*') || row.phone?.includes('*'));
  return (
    <>
      <p className="soft officer-note">{t(masked ? 'masked' : 'unmasked')}</p>
      <DataTable
        id="officers"
        label={t('tab.officers')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('searchOfficer')} />
            <ChoiceFilter
              state={state}
              name="organisation"
              label={t('body')}
              options={bodies.map((body) => ({ value: body.id, label: body.name }))}
            />
            <ChoiceFilter
              state={state}
              name="certificate"
              label={t('certificate')}
              options={certificateStates.map((value) => ({ value, label: t(`certificateState.${value}`) }))}
            />
          </FilterBar>
        }
        empty={{ title: t('noOfficers'), text: t('noOfficersText') }}
      />
    </>
  );
}
