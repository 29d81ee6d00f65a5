import type { SignalItem } from '@jince/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { OfParty } from '../../components/of-party.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatDay, formatExact, formatMoment } from '../../lib/format.ts';
import { useJobStream } from '../../lib/job-stream.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { CategoryStrip } from './category-strip.tsx';
import { figureText, stateTone } from './signal-query.ts';
import './filing-signals.css';

const filterNames = ['q', 'kind', 'category', 'state', 'subject', 'town', 'party', 'agency', 'presence'];
const SEARCH_TASK = 'filing-supervision.search-signals';

function Strength({ signal }: { signal: SignalItem }) {
  const { t } = useTranslation('filing-signals');
  const percent = Math.round(signal.weight * 100);
  return (
    <span
      className="strength"
      title={t('strengthTitle', { raw: Math.round(signal.strength * 100), weighted: percent })}
    >
      <i aria-hidden="true">
        <b style={{ width: `${percent}%` }} />
      </i>
      {percent}
    </span>
  );
}

function useColumns(): Column<SignalItem>[] {
  const { t } = useTranslation('filing-signals');
  return [
    {
      key: 'subject',
      title: t('subject'),
      sort: 'subject',
      phone: 'title',
      width: 260,
      render: (row) => (
        <>
          <Link className="cell-title" to={`/agencies/signals/${row.id}`}>
            {row.subject.label}
          </Link>
          <span className="cell-sub">
            {row.kindLabel}
            {row.towns.length > 0 && <> · {row.towns.join('、')}</>}
          </span>
        </>
      ),
    },
    { key: 'why', title: t('why'), phone: 'wide', render: (row) => <span className="signal-reason">{row.why}</span> },
    {
      key: 'figure',
      title: t('figureColumn'),
      align: 'right',
      render: (row) => (
        <span className="nowrap">
          {figureText(row.figure, row.share)}
          <span className="cell-sub">
            {t('expected')} {figureText(row.baseline.expected, row.share)}
          </span>
        </span>
      ),
    },
    {
      key: 'filings',
      title: t('filings'),
      align: 'right',
      sort: 'filings',
      render: (row) => formatExact(row.filings),
    },
    { key: 'weight', title: t('strength'), align: 'right', sort: 'weight', render: (row) => <Strength signal={row} /> },
    {
      key: 'state',
      title: t('stateColumn'),
      render: (row) => (
        <span className="nowrap">
          <StatusTag tone={stateTone(row.state)}>{t(`state.${row.state}`)}</StatusTag>
          {row.changedSince && (
            <>
              {' '}
              <StatusTag tone="warn">{t('changedSince')}</StatusTag>
            </>
          )}
          {row.judgedBy && <span className="cell-sub">{row.judgedBy}</span>}
          {row.goneAt && <span className="cell-sub">{t('gone')}</span>}
        </span>
      ),
    },
    {
      key: 'firstSeenAt',
      title: t('firstSeen'),
      sort: 'firstSeenAt',
      phone: 'hide',
      render: (row) => <span className="mono">{formatDay(row.firstSeenAt)}</span>,
    },
  ];
}

function Filters({
  state,
  kinds,
}: {
  state: ListState;
  kinds: readonly { code: string; label: string; count: number }[];
}) {
  const { t } = useTranslation('filing-signals');
  const { towns } = usePlaceOptions();
  const words = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${name}.${value}`) }));
  return (
    <FilterBar state={state}>
      <TextFilter state={state} name="q" label={t('searchHint')} width={240} />
      <ChoiceFilter
        state={state}
        name="kind"
        label={t('kind')}
        options={kinds.map((one) => ({ value: one.code, label: `${one.label} ${one.count}` }))}
      />
      <ChoiceFilter
        state={state}
        name="state"
        label={t('stateColumn')}
        options={words('state', ['open', 'confirmed', 'explained', 'unsure'])}
      />
      <ChoiceFilter
        state={state}
        name="subject"
        label={t('subjectType')}
        options={words('subjectName', ['party', 'group', 'agency', 'person'])}
      />
      <ChoiceFilter state={state} name="town" label={t('town')} options={towns} />
      <ChoiceFilter
        state={state}
        name="presence"
        label={t('presence')}
        options={words('presenceName', ['present', 'gone', 'all'])}
        single
      />
    </FilterBar>
  );
}

/** Orders a search; the list follows when it has ended. */
function useSearch() {
  const { t } = useTranslation(['filing-signals', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  useJobStream((job) => {
    if (job.task === SEARCH_TASK && job.state === 'succeeded')
      void queries.invalidateQueries({ queryKey: ['signals'] });
  });
  return useMutation({
    mutationFn: () => api.searchSignals({ body: { mode: 'full' } }),
    onSuccess: () => message.success({ content: t('searchOrdered'), onClick: () => navigate('/jobs') }),
    onError: (error) => {
      const text = describeError(error, t);
      message.error(text.detail ?? text.title);
    },
  });
}

/** Signals of abnormal filing and of irregular agencies, the weightiest first. */
export function Page() {
  const { t, i18n } = useTranslation('filing-signals');
  const me = useMe();
  const state = useListState({ filters: filterNames });
  const search = useSearch();
  const query = useQuery({
    queryKey: ['signals', state.query, i18n.language],
    queryFn: ({ signal }) => api.listSignals({ query: addressQuery<'listSignals'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  const run = query.data?.lastRun;
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={
          <>
            <OfParty state={state} />
            <span>{t('lead')}</span>
            {run && (
              <span className="muted">
                {t('lastRun', {
                  at: formatMoment(run.finishedAt ?? run.startedAt),
                  filings: formatExact(run.filings),
                  changed: formatExact(run.changed),
                })}
              </span>
            )}
          </>
        }
        actions={
          <>
            <Link className="link" to="/agencies/signals/learning">
              {t('learnedLink')}
            </Link>
            {can(me, permissions.searchSignals) && (
              <Button loading={search.isPending} onClick={() => search.mutate()}>
                {t('searchAgain')}
              </Button>
            )}
          </>
        }
      />
      <CategoryStrip state={state} counts={query.data?.byCategory ?? []} />
      <DataTable
        id="filing-signals"
        label={t('title')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `/agencies/signals/${row.id}`}
        exportUrl={urlOf(routes.exportSignals, { query: state.query })}
        filters={<Filters state={state} kinds={query.data?.byKind ?? []} />}
        empty={{ title: t('empty'), text: t('emptyText') }}
      />
    </div>
  );
}
