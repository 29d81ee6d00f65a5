import type { WhatIfLine, WhatIfResult } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { api, saveFile } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatYuan } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { wan } from './money-text.ts';
import { FIRST_YEAR, LIST_FILTERS, listPatch, type WhatIfState } from './use-what-if.ts';

const LISTS = ['lines', 'lowered', 'winners', 'losers', 'unknown'] as const;
type ListName = (typeof LISTS)[number];

function useColumns(list: ListName, onParty: ((id: string) => void) | undefined): Column<WhatIfLine>[] {
  const { t } = useTranslation('what-if');
  const party: Column<WhatIfLine> = {
    key: 'name',
    title: t('party'),
    phone: 'title',
    sort: 'name',
    render: (row) =>
      onParty === undefined ? (
        <Link className="cell-title" to={`/enterprises/${row.partyId}`}>
          {row.name}
        </Link>
      ) : (
        <button type="button" className="link cell-title" onClick={() => onParty(row.partyId)}>
          {row.name}
        </button>
      ),
  };
  const town: Column<WhatIfLine> = { key: 'town', title: t('town'), render: (row) => row.town ?? '—' };
  const money = (key: 'fen' | 'neededFen' | 'beforeFen', title: string, sort?: string): Column<WhatIfLine> => ({
    key,
    title,
    unit: t('yuan'),
    align: 'right',
    ...(sort ? { sort } : {}),
    render: (row) => {
      const fen = row[key];
      return fen === null ? '—' : formatYuan(fen);
    },
  });
  const change: Column<WhatIfLine> = {
    key: 'change',
    title: t('change'),
    unit: t('yuan'),
    align: 'right',
    sort: 'change',
    render: ({ fen, beforeFen }) => {
      const more = fen - (beforeFen ?? 0);
      return <b className={more > 0 ? 'good' : 'late'}>{`${more > 0 ? '＋' : '－'}${formatYuan(Math.abs(more))}`}</b>;
    },
  };
  if (list === 'unknown') return [party, town];
  if (list === 'winners' || list === 'losers')
    return [party, town, money('beforeFen', t('before')), money('fen', t('after'), 'fen'), change];
  return [
    party,
    town,
    { key: 'item', title: t('item'), phone: 'wide', render: (row) => row.item ?? '' },
    {
      key: 'key',
      title: t('achievementNo'),
      render: (row) => <span className="mono">{row.key?.split(':')[1] ?? ''}</span>,
    },
    { key: 'achievedOn', title: t('achievedOn'), sort: 'achievedOn', render: (row) => row.achievedOn ?? '—' },
    money('neededFen', t('beforeBudget'), 'neededFen'),
    money('fen', t('afterBudget'), 'fen'),
  ];
}

/** What narrows the list, in words. */
function useTitle(result: WhatIfResult, filters: Readonly<Record<string, string>>): string {
  const { t } = useTranslation('what-if');
  const bucket = (cut: 'town' | 'section' | 'size') => {
    const code = filters[cut];
    if (code === undefined) return undefined;
    const found = result.cuts.find((one) => one.cut === cut)?.buckets.find((one) => one.code === code);
    const town = cut === 'town' ? result.towns.find((one) => one.code === code)?.label : undefined;
    return code === 'none' ? t('isUnknown') : (found?.label ?? town ?? code);
  };
  const item = result.items.find((one) => one.code === filters.item)?.name;
  const month = filters.month === 'none' ? t('noDay') : filters.month;
  const year = filters.year && t('yearIs', { year: filters.year });
  return [t(`list.${filters.list ?? 'lines'}`), year, item, bucket('town'), bucket('section'), bucket('size'), month]
    .filter(Boolean)
    .join(' · ');
}

/** The list behind a figure, with its file. */
export function LinesDrawer({
  result,
  state,
  onParty,
}: {
  result: WhatIfResult;
  state: WhatIfState;
  onParty: (id: string) => void;
}) {
  const { t, i18n } = useTranslation(['what-if', 'common']);
  const { message } = App.useApp();
  const [saving, setSaving] = useState<'xlsx' | 'csv'>();
  const listState = useListState({ filters: LIST_FILTERS, pageSize: 20 });
  const { filters, page, pageSize, sort } = listState;
  const isOpen = filters.list !== undefined;
  const list = LISTS.find((one) => one === filters.list) ?? 'lines';
  const { year, ...narrowed } = filters;
  const history = year === undefined ? {} : { history: { from: FIRST_YEAR, year: Number(year) } };
  const wanted = { ...state.question, ...narrowed, ...history, list };
  const query = useQuery({
    queryKey: ['what-if-lines', wanted, page, pageSize, sort, i18n.language],
    queryFn: ({ signal }) =>
      api.listWhatIfLines({ body: { ...wanted, page, pageSize, ...(sort ? { sort } : {}) } }, signal),
    placeholderData: keepPreviousData,
    enabled: isOpen,
    retry: false,
  });
  // A year thought back has no explanation of its own: the row leads to the party.
  const columns = useColumns(list, year === undefined ? onParty : undefined);
  const title = useTitle(result, filters);
  const save = async (format: 'xlsx' | 'csv') => {
    setSaving(format);
    try {
      await saveFile('exportWhatIfLines', { ...wanted, format });
    } catch (error) {
      message.error(describeError(error, t).title);
    } finally {
      setSaving(undefined);
    }
  };
  const exports = (['xlsx', 'csv'] as const).map((format) => (
    <Button
      key={format}
      size="small"
      loading={saving === format}
      disabled={!query.data?.total}
      onClick={() => void save(format)}
    >
      {t(`export.${format}`)}
    </Button>
  ));
  return (
    <Drawer
      open={isOpen}
      onClose={() => state.put(listPatch({}))}
      title={title}
      size={1040}
      extra={<span className="what-if-exports">{exports}</span>}
    >
      {query.data && list !== 'unknown' && (
        <p className="soft what-if-list-sum">
          {t('listSum', { fen: wan(query.data.fen) })}
          {query.data.neededFen !== query.data.fen && t('listNeeded', { fen: wan(query.data.neededFen) })}
        </p>
      )}
      {list === 'unknown' && <p className="soft what-if-list-sum">{t('unknownWhy')}</p>}
      <DataTable
        id={`what-if-${list}`}
        label={title}
        columns={columns}
        query={query}
        state={{ ...listState, isFiltered: false }}
        rowKey={(row) => `${row.partyId}${row.item}${row.key}`}
        empty={{ title: t('listEmpty'), text: t('listEmptyText') }}
      />
    </Drawer>
  );
}
