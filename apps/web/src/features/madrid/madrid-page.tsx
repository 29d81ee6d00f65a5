import type { RouteOutput } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { OfParty } from '../../components/of-party.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SourcePanel } from '../../components/source-panel.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { api, type routes } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import './madrid.css';

type Registration = RouteOutput<typeof routes.listMadrid>['items'][number];

const designationTones: Record<string, Tone> = {
  pending: 'info',
  protected: 'good',
  'partly-protected': 'good',
  'provisionally-refused': 'warn',
  refused: 'late',
  invalidated: 'late',
  cancelled: 'late',
};

function Designations({ row }: { row: Registration }) {
  const { t } = useTranslation('madrid');
  return (
    <span className="designations">
      {row.designations.map((one) => (
        <StatusTag
          key={one.member}
          tone={designationTones[one.status] ?? 'plain'}
          title={[one.on, one.refusalDueOn && t('refusalDue', { date: one.refusalDueOn })].filter(Boolean).join(' · ')}
        >
          {one.memberLabel} {one.statusLabel}
        </StatusTag>
      ))}
    </span>
  );
}

function useColumns(onSource: (id: string) => void): Column<Registration>[] {
  const { t } = useTranslation(['madrid', 'common', 'labels']);
  return [
    {
      key: 'name',
      title: t('name'),
      phone: 'title',
      render: (row) => (
        <>
          <button type="button" className="cell-title link-plain" onClick={() => onSource(row.id)}>
            {row.name}
          </button>
          <span className="cell-sub mono">{row.irNo}</span>
        </>
      ),
    },
    {
      key: 'holder',
      phone: 'wide',
      title: t('holder'),
      render: (row) =>
        row.partyId ? (
          <Link className="cell-link" to={`/enterprises/${row.partyId}`}>
            {row.holderName}
          </Link>
        ) : (
          <span className="soft">{row.holderName}</span>
        ),
    },
    {
      key: 'classes',
      title: t('classes'),
      render: (row) => <span className="nowrap">{row.niceClasses.join(' · ')}</span>,
    },
    { key: 'designations', phone: 'wide', title: t('designations'), render: (row) => <Designations row={row} /> },
    {
      key: 'dependency',
      title: t('dependency'),
      render: (row) =>
        row.dependencyEndsOn ? (
          <span title={row.baseRegistrationNo ? t('base', { number: row.baseRegistrationNo }) : undefined}>
            <StatusTag tone={row.dependent ? 'warn' : 'good'}>
              {t(row.dependent ? 'dependent' : 'independent')}
            </StatusTag>{' '}
            <span className="mono muted">{row.dependencyEndsOn}</span>
          </span>
        ) : (
          <span className="muted">—</span>
        ),
    },
    {
      key: 'registeredOn',
      title: t('registeredOn'),
      phone: 'hide',
      render: (row) => <span className="mono">{row.registeredOn}</span>,
    },
    { key: 'expiresOn', title: t('expiresOn'), render: (row) => <span className="mono">{row.expiresOn}</span> },
    { key: 'base', title: t('baseNo'), optional: true, render: (row) => row.baseRegistrationNo },
  ];
}

/** International registrations with their designations and the five years of dependency. */
export function Page() {
  const { t, i18n } = useTranslation('madrid');
  const state = useListState({ filters: ['q', 'party'] });
  const [source, setSource] = useState<string>();
  const query = useQuery({
    queryKey: ['madrid', state.query, i18n.language],
    queryFn: ({ signal }) => api.listMadrid({ query: state.query }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={state.filters.party ? <OfParty state={state} /> : <span>{t('about')}</span>}
      />
      <DataTable
        id="madrid"
        label={t('title')}
        columns={useColumns(setSource)}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('searchHint')} width={280} />
          </FilterBar>
        }
      />
      <SourcePanel
        open={source !== undefined}
        onClose={() => setSource(undefined)}
        queryKey={['madrid-sources', source ?? '', i18n.language]}
        fetchSources={(signal) => api.listMadridSources({ params: { id: source ?? '' } }, signal)}
      />
    </div>
  );
}
