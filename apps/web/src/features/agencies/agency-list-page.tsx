import { agencyKind, agencyStatus, filingState } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, FlagFilter, TextFilter } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { type AgencyRow, agencyHref, FILING_TONES, STATUS_TONES } from './agency-query.ts';
import { KindTags } from './kind-tags.tsx';
import './agencies.css';

const FILTERS = ['q', 'kind', 'town', 'status', 'filing', 'local', 'contradicts'];

function FilingCell({ row }: { row: AgencyRow }) {
  const { t } = useTranslation('agencies');
  if (row.filing === null) return <span className="muted">—</span>;
  return (
    <>
      <StatusTag tone={FILING_TONES[row.filing]}>{t(`filing.${row.filing}`)}</StatusTag>
      {row.filingUntil && <span className="cell-sub mono">{t('until', { date: row.filingUntil })}</span>}
    </>
  );
}

const number = (value: number) => (value === 0 ? <span className="muted">0</span> : formatExact(value));

function useColumns(): Column<AgencyRow>[] {
  const { t } = useTranslation('agencies');
  return [
    {
      key: 'name',
      title: t('name'),
      phone: 'title',
      sort: 'name',
      render: (row) => (
        <>
          <Link className="cell-title" to={agencyHref(row.id)}>
            {row.name}
          </Link>
          <span className="cell-sub">
            {row.agencyCode && <span className="mono">{t('codeOf', { code: row.agencyCode })}</span>}
            {row.contradictions > 0 && (
              <span className="agency-contradicts">{t('contradictions', { count: row.contradictions })}</span>
            )}
          </span>
        </>
      ),
    },
    { key: 'kinds', title: t('kinds'), phone: 'wide', render: (row) => <KindTags kinds={row.kinds} /> },
    {
      key: 'town',
      title: t('town'),
      sort: 'town',
      render: (row) => row.town ?? <span className="soft">{t(row.inDistrict ? 'townUnknown' : 'outside')}</span>,
    },
    {
      key: 'status',
      title: t('status'),
      sort: 'status',
      width: 90,
      render: (row) => <StatusTag tone={STATUS_TONES[row.status]}>{t(`statusOf.${row.status}`)}</StatusTag>,
    },
    {
      key: 'people',
      title: t('people'),
      unit: t('unit.people'),
      align: 'right',
      sort: 'people',
      render: (row) => number(row.people),
    },
    {
      key: 'patents',
      title: t('patents'),
      unit: t('unit.pieces'),
      align: 'right',
      sort: 'patents',
      render: (row) => number(row.patents),
    },
    {
      key: 'trademarks',
      title: t('trademarks'),
      unit: t('unit.pieces'),
      align: 'right',
      sort: 'trademarks',
      render: (row) => number(row.trademarks),
    },
    {
      key: 'filing',
      title: t('trademarkFiling'),
      sort: 'filingUntil',
      width: 140,
      render: (row) => <FilingCell row={row} />,
    },
    {
      key: 'grade',
      title: t('grade'),
      width: 80,
      render: (row) => (row.grade === null ? <span className="muted">{t('notGraded')}</span> : <b>{row.grade}</b>),
    },
    { key: 'uscc', title: t('uscc'), optional: true, render: (row) => <span className="mono">{row.uscc}</span> },
  ];
}

function Filters({ state }: { state: ListState }) {
  const { t } = useTranslation('agencies');
  const { towns } = usePlaceOptions();
  const of = (values: readonly string[], words: string) =>
    values.map((value) => ({ value, label: t(`${words}.${value}`) }));
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('searchHint')} width={280} />
      <ChoiceFilter state={state} name="kind" label={t('kinds')} options={of(agencyKind.options, 'kind')} />
      <ChoiceFilter state={state} name="town" label={t('town')} options={towns} />
      <ChoiceFilter state={state} name="status" label={t('status')} options={of(agencyStatus.options, 'statusOf')} />
      <ChoiceFilter
        state={state}
        name="filing"
        label={t('trademarkFiling')}
        options={of(filingState.options, 'filing')}
      />
      <FlagFilter state={state} name="local" label={t('inDistrict')} yes={t('inDistrict')} no={t('outside')} />
      <FlagFilter state={state} name="contradicts" label={t('contradictionsShort')} />
    </FilterBar>
  );
}

/** The register of service agencies. */
export function Page() {
  const { t, i18n } = useTranslation('agencies');
  const navigate = useNavigate();
  const me = useMe();
  const state = useListState({ filters: FILTERS, sort: '-patents' });
  const query = useQuery({
    queryKey: ['agencies', state.query, i18n.language],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.listAgencies({ query: addressQuery<'listAgencies'>(state.query) }, signal),
  });
  const doors = [
    ['people', '/agencies/people', permissions.readAgencyPeople],
    ['names', '/agencies/names', permissions.readAgencyNames],
    ['figures', '/agencies/figures', permissions.readAgencyFigures],
  ] as const;
  return (
    <div className="page">
      <PageHeader
        title={t('register')}
        meta={<span>{t('registerAbout')}</span>}
        actions={doors
          .filter(([, , permission]) => can(me, permission))
          .map(([key, path]) => (
            <Button key={key} onClick={() => navigate(path)}>
              {t(`door.${key}`)}
            </Button>
          ))}
      />
      <DataTable
        id="agencies"
        label={t('register')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => agencyHref(row.id)}
        exportUrl={urlOf(routes.exportAgencies, { query: state.query })}
        filters={<Filters state={state} />}
      />
    </div>
  );
}
