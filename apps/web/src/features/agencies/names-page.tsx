import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { agencyHref, REGISTER, type WrittenName } from './agency-query.ts';
import { IdentityReviews } from './identity-reviews.tsx';
import { NameChoice } from './name-choice.tsx';
import './agencies.css';

const DECISIONS = ['review', 'none', 'person', 'auto'];
const TONES: Readonly<Record<WrittenName['decision'], Tone>> = {
  auto: 'good',
  person: 'good',
  review: 'warn',
  none: 'plain',
};

function Standing({ row }: { row: WrittenName }) {
  const { t } = useTranslation('agencies');
  return (
    <>
      <StatusTag tone={TONES[row.decision]}>{t(`decision.${row.decision}`)}</StatusTag>
      <span className="cell-sub">
        {row.decided ? t('decidedBy', { by: row.decided.by, note: row.decided.note ?? '' }) : row.reasons.join('；')}
      </span>
    </>
  );
}

function useColumns(): Column<WrittenName>[] {
  const { t } = useTranslation('agencies');
  const me = useMe();
  const columns: Column<WrittenName>[] = [
    {
      key: 'written',
      title: t('written'),
      phone: 'title',
      render: (row) => <b className="cell-title">{row.written}</b>,
    },
    {
      key: 'rights',
      title: t('usedBy'),
      unit: t('unit.pieces'),
      align: 'right',
      width: 110,
      render: (row) => (
        <span title={t('usedByText', { patents: row.patents, trademarks: row.trademarks })}>
          {formatExact(row.patents + row.trademarks)}
        </span>
      ),
    },
    { key: 'decision', title: t('standing'), width: 230, phone: 'wide', render: (row) => <Standing row={row} /> },
    {
      key: 'agency',
      title: t('standsFor'),
      phone: 'wide',
      render: (row) =>
        row.agencyId ? (
          <Link className="cell-link" to={agencyHref(row.agencyId)}>
            {row.agency}
          </Link>
        ) : (
          <span className="soft">{t(row.decision === 'person' ? 'noneOfRegister' : 'notLinked')}</span>
        ),
    },
    { key: 'act', title: t('decide'), width: 120, render: (row) => <NameChoice row={row} /> },
  ];
  return can(me, permissions.decideAgencyNames) ? columns : columns.filter((column) => column.key !== 'act');
}

/** Names of agencies as files write them: what each stands for, why, and what a person must say. */
export function Page() {
  const { t, i18n } = useTranslation('agencies');
  const state = useListState({ filters: ['q', 'decision'] });
  const query = useQuery({
    queryKey: ['agency-names', state.query, i18n.language],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.listAgencyNames({ query: addressQuery<'listAgencyNames'>(state.query) }, signal),
  });
  return (
    <div className="page">
      <PageHeader
        title={t('namesPage')}
        crumbs={[{ label: t('register'), to: REGISTER }]}
        meta={<span>{t('namesAbout')}</span>}
      />
      <IdentityReviews />
      <DataTable
        id="agency-names"
        label={t('namesPage')}
        columns={useColumns()}
        query={query}
        state={state}
        exportUrl={urlOf(routes.exportAgencyNames, { query: { ...state.query, format: 'xlsx' } })}
        csvUrl={urlOf(routes.exportAgencyNames, { query: { ...state.query, format: 'csv' } })}
        rowKey={(row) => row.written}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('writtenHint')} />
            <ChoiceFilter
              state={state}
              name="decision"
              label={t('standing')}
              options={DECISIONS.map((value) => ({ value, label: t(`decision.${value}`) }))}
            />
          </FilterBar>
        }
      />
    </div>
  );
}
