import type { PrinterDetail, PrinterEntry } from '@jince/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { EntryForm } from './entry-form.tsx';

const ENTRY_KINDS = ['intake', 'stock-in', 'stock-out', 'destruction'] as const;

function useReverse() {
  const { t } = useTranslation(['inspections', 'common']);
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const reverse = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      api.reversePrinterEntry({ params: { id }, body: { reason } }),
    onSuccess: () => {
      for (const key of ['inspection-printer', 'inspection-entries'])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const ask = (entry: PrinterEntry) => {
    let reason = '';
    modal.confirm({
      title: t('entry.reverseTitle', { no: entry.no }),
      icon: null,
      content: (
        <>
          <p>{t('entry.reverseText')}</p>
          <Input
            aria-label={t('entry.reason')}
            placeholder={t('entry.reason')}
            maxLength={300}
            onChange={(event) => {
              reason = event.target.value;
            }}
          />
        </>
      ),
      okText: t('entry.reverse'),
      cancelText: t('common:cancel'),
      onOk: () => reverse.mutateAsync({ id: entry.id, reason }),
    });
  };
  return { ask, error: reverse.error };
}

function useColumns(reverse: ((entry: PrinterEntry) => void) | undefined): Column<PrinterEntry>[] {
  const { t } = useTranslation('inspections');
  return [
    {
      key: 'no',
      title: t('entry.no'),
      sort: 'no',
      phone: 'title',
      width: 190,
      render: (row) => (
        <>
          <span className="cell-title">
            {row.no} · {t(`entry.${row.kind}`)}
          </span>
          <span className="cell-sub mono">{row.on}</span>
        </>
      ),
    },
    {
      key: 'mark',
      title: t('entry.mark'),
      render: (row) => (
        <>
          {row.markName ?? '—'}
          <span className="cell-sub">{[row.markNumber, row.client].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'quantity',
      title: t('entry.quantity'),
      unit: t('unit.pieces'),
      align: 'right',
      sort: 'quantity',
      width: 110,
      render: (row) => (row.quantity === null ? '—' : formatExact(row.quantity)),
    },
    {
      key: 'detail',
      title: t('entry.detail'),
      render: (row) => (
        <>
          {[
            row.intakeNo === null ? null : t('entry.ofIntake', { no: row.intakeNo }),
            row.receiver === null ? null : t('entry.to', { receiver: row.receiver }),
            row.method === null ? null : t('entry.by', { method: row.method, witness: row.witness ?? '' }),
            row.archivedOn === null ? null : t('entry.archived', { day: row.archivedOn }),
            row.note,
          ]
            .filter(Boolean)
            .join(' · ')}
          {row.problems.map((one) => (
            <span key={one} className="cell-sub warn">
              {one}
            </span>
          ))}
        </>
      ),
    },
    {
      key: 'standing',
      title: t('entry.standing'),
      width: 160,
      render: (row) => {
        if (row.reversesNo !== null) return <StatusTag>{t('entry.reverses', { no: row.reversesNo })}</StatusTag>;
        if (row.reversedByNo !== null) return <StatusTag>{t('entry.reversedBy', { no: row.reversedByNo })}</StatusTag>;
        return (
          <>
            <span className="muted">{t('entry.keep', { day: row.keepUntil })}</span>
            {reverse && (
              <button type="button" className="link cell-sub" onClick={() => reverse(row)}>
                {t('entry.reverse')}
              </button>
            )}
          </>
        );
      },
    },
  ];
}

/** The ledgers of a printer: commissions, stock, waste; entries are only added and reversed. */
export function PrinterLedger({ printer }: { printer: PrinterDetail }) {
  const { t, i18n } = useTranslation('inspections');
  const [adding, setAdding] = useState<(typeof ENTRY_KINDS)[number]>();
  const { ask, error } = useReverse();
  const state = useListState({ filters: ['q', 'kind'] }, 'e.');
  const params = { id: printer.id };
  const query = useQuery({
    queryKey: ['inspection-entries', printer.id, state.query, i18n.language],
    queryFn: ({ signal }) =>
      api.listPrinterEntries({ params, query: addressQuery<'listPrinterEntries'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      {printer.mayKeep && (
        <div className="insp-tools">
          {ENTRY_KINDS.map((kind) => (
            <Button
              key={kind}
              disabled={kind !== 'intake' && printer.stock.length === 0}
              onClick={() => setAdding(kind)}
            >
              {t(`entry.add.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      {error && <ErrorBox error={error} />}
      <DataTable<PrinterEntry>
        id="printer-entries"
        label={t('entry.title')}
        columns={useColumns(printer.mayKeep ? ask : undefined)}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        exportUrl={urlOf(routes.exportPrinterEntries, {
          params,
          query: addressQuery<'exportPrinterEntries'>(state.filters),
        })}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('entry.find')} />
            <ChoiceFilter
              state={state}
              name="kind"
              label={t('entry.kind')}
              options={ENTRY_KINDS.map((value) => ({ value, label: t(`entry.${value}`) }))}
            />
          </FilterBar>
        }
        empty={{ title: t('entry.empty'), text: t('entry.emptyText') }}
      />
      {adding && <EntryForm printer={printer} kind={adding} onClose={() => setAdding(undefined)} />}
    </>
  );
}
