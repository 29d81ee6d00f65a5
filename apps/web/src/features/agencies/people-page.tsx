import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { type AgencyPerson, agencyHref, agencyQuery, REGISTER } from './agency-query.ts';
import { PersonRemarks } from './person-remarks.tsx';
import './agencies.css';

const REMARKS = ['two-agencies', 'other-unit', 'namesake'];

function Practices({ person }: { person: AgencyPerson }) {
  const { t } = useTranslation('agencies');
  return (
    <ul className="practices">
      {person.practices.map((one) => (
        <li key={`${one.agency}${one.from}`} className={one.current ? undefined : 'left'}>
          {one.agencyId ? (
            <Link className="cell-link" to={agencyHref(one.agencyId)}>
              {one.agency}
            </Link>
          ) : (
            <span className="soft">{one.agency}</span>
          )}{' '}
          <span className="mono muted">
            {one.from ?? t('notTold')} — {one.to ?? t('still')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useColumns(): Column<AgencyPerson>[] {
  const { t } = useTranslation('agencies');
  return [
    {
      key: 'name',
      title: t('person'),
      phone: 'title',
      width: 120,
      render: (row) => (
        <>
          <b className="cell-title">{row.name}</b>
          <span className="cell-sub">{row.practices.find((one) => one.current)?.role ?? t('noRole')}</span>
        </>
      ),
    },
    {
      key: 'numbers',
      title: t('numbers'),
      width: 160,
      render: (row) => (
        <span className="mono">
          {row.qualificationNo ?? <span className="muted">{t('noNumber')}</span>}
          {row.practiceNo && <span className="cell-sub">{row.practiceNo}</span>}
        </span>
      ),
    },
    { key: 'practices', title: t('practices'), phone: 'wide', render: (row) => <Practices person={row} /> },
    {
      key: 'remarks',
      title: t('remarks'),
      phone: 'wide',
      width: 260,
      render: (row) => (row.remarks.length === 0 ? <span className="muted">—</span> : <PersonRemarks person={row} />),
    },
  ];
}

/** People of agencies: known by their numbers, never joined by a name. */
export function Page() {
  const { t, i18n } = useTranslation('agencies');
  const state = useListState({ filters: ['q', 'agency', 'remark'] });
  const query = useQuery({
    queryKey: ['agency-people-list', state.query, i18n.language],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.listPeople({ query: addressQuery<'listPeople'>(state.query) }, signal),
  });
  const { agency = '' } = state.filters;
  const of = useQuery({ ...agencyQuery(agency, i18n.language), enabled: agency !== '' });
  return (
    <div className="page people-register">
      <PageHeader
        title={t('peopleTitle')}
        crumbs={[{ label: t('register'), to: REGISTER }]}
        meta={
          of.data ? (
            <span>
              {t('onlyOf')}{' '}
              <Link className="cell-link" to={agencyHref(agency)}>
                {of.data.name}
              </Link>
            </span>
          ) : (
            <span>{t('peopleAbout')}</span>
          )
        }
      />
      <DataTable
        id="agency-people"
        label={t('peopleTitle')}
        columns={useColumns()}
        query={query}
        state={state}
        exportUrl={urlOf(routes.exportPeople, { query: { ...state.query, format: 'xlsx' } })}
        csvUrl={urlOf(routes.exportPeople, { query: { ...state.query, format: 'csv' } })}
        rowKey={(row) => row.id}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('personHint')} width={260} />
            <ChoiceFilter
              state={state}
              name="remark"
              label={t('remarks')}
              options={REMARKS.map((value) => ({ value, label: t(`remarkOf.${value}`) }))}
            />
          </FilterBar>
        }
      />
    </div>
  );
}
