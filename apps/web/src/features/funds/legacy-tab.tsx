import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { Money } from '../../components/money.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { today } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { type LegacyPayment, legacyQuery } from './fund-query.ts';

const YEARS = 12;

function useColumns(): Column<LegacyPayment>[] {
  const { t } = useTranslation('funds');
  return [
    {
      key: 'party',
      title: t('payee'),
      phone: 'title',
      render: (row) =>
        row.party ? (
          <Link className="cell-title" to={`/enterprises/${row.party.id}`}>
            {row.party.name}
          </Link>
        ) : (
          <>
            <span className="cell-title">{row.name}</span>
            <span className="cell-sub">{t('legacy.unlinked')}</span>
          </>
        ),
    },
    { key: 'year', title: t('year'), render: (row) => row.year },
    {
      key: 'item',
      title: t('legacy.item'),
      phone: 'wide',
      render: (row) => (
        <>
          {row.item}
          {row.key && <span className="cell-sub mono">{row.key}</span>}
        </>
      ),
    },
    {
      key: 'amount',
      title: t('amount'),
      unit: t('yuan'),
      align: 'right',
      render: (row) => <Money fen={row.amountFen} />,
    },
    { key: 'paidOn', title: t('legacy.paidOn'), render: (row) => <span className="mono">{row.paidOn ?? '—'}</span> },
    { key: 'document', title: t('documentNo'), phone: 'hide', render: (row) => row.documentNo ?? '—' },
    {
      key: 'now',
      title: t('legacy.now'),
      phone: 'wide',
      render: (row) =>
        row.forbiddenNow === null ? (
          <span className="muted">—</span>
        ) : (
          <StatusTag tone="late" title={row.forbiddenNow}>
            {t('legacy.forbidden')}
          </StatusTag>
        ),
    },
  ];
}

/** What was paid before this system, from imported lists: shown and counted, never created. */
export function LegacyTab() {
  const { t } = useTranslation('funds');
  const state = useListState({ filters: ['year', 'q'] }, 'l.');
  const query = useQuery(legacyQuery(state.query));
  const last = Number(today().slice(0, 4));
  return (
    <>
      <p className="fund-strip soft">
        {query.data && (
          <span>
            {t('legacy.sum')}{' '}
            <b>
              <Money fen={query.data.totalFen} unit />
            </b>
          </span>
        )}
        <span>
          {t('legacy.text')}{' '}
          <Link className="link" to="/imports?kind=legacy-payments">
            {t('legacy.imports')}
          </Link>
        </span>
      </p>
      <DataTable
        id="legacy-payments"
        label={t('tab.legacy')}
        columns={useColumns()}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('search')} width={260} />
            <ChoiceFilter
              state={state}
              name="year"
              label={t('year')}
              single
              options={Array.from({ length: YEARS }, (_, n) => String(last - n)).map((value) => ({
                value,
                label: value,
              }))}
            />
          </FilterBar>
        }
        empty={{ title: t('legacy.empty'), text: t('legacy.emptyText') }}
      />
    </>
  );
}
