import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api } from '../../lib/api.ts';
import { formatShare, formatYuan } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { JudgeBar } from './judge-bar.tsx';
import { SignText } from './sign-text.tsx';
import { useInboxKeys } from './use-inbox-keys.ts';
import {
  type HitRow,
  hitHref,
  LEVELS,
  levelTone,
  VERDICTS,
  type Verdict,
  verdictTone,
  WATCH_KINDS,
} from './watch-query.ts';

function useColumns(current: string | undefined): Column<HitRow>[] {
  const { t } = useTranslation('trademark-watch');
  return [
    {
      key: 'title',
      title: t('hit.title'),
      phone: 'title',
      render: (row) => (
        <div className={row.id === current ? 'hit-current' : undefined}>
          <Link className="cell-title" to={hitHref(row.id)}>
            <SignText text={row.title} sign={row.found} />
          </Link>
          <span className="cell-sub">{row.reasons}</span>
        </div>
      ),
    },
    {
      key: 'subject',
      title: t('hit.subject'),
      phone: 'wide',
      width: 190,
      render: (row) => (
        <>
          {row.subject ?? '—'}
          <span className="cell-sub">
            {[row.platform ?? row.kindLabel, row.priceFen === null ? null : formatYuan(row.priceFen)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'mark',
      title: t('hit.mark'),
      width: 130,
      render: (row) => (
        <>
          {row.markName}
          <span className="cell-sub mono">{row.markNo}</span>
        </>
      ),
    },
    {
      key: 'level',
      title: t('hit.level'),
      width: 90,
      render: (row) => (
        <>
          <StatusTag tone={levelTone[row.level]}>{row.levelLabel}</StatusTag>
          {row.withPicture && <span className="cell-sub">{t('hit.withPicture')}</span>}
        </>
      ),
    },
    {
      key: 'rank',
      title: t('hit.rank'),
      align: 'right',
      width: 80,
      render: (row) => <span title={t('hit.rankHelp')}>{formatShare(row.rank)}</span>,
    },
    { key: 'times', title: t('hit.times'), align: 'right', width: 70, render: (row) => row.times },
    {
      key: 'verdict',
      title: t('hit.state'),
      width: 120,
      render: (row) =>
        row.verdict === null ? (
          <StatusTag tone={row.state === 'open' ? 'warn' : 'plain'}>{t(`state.${row.state}`)}</StatusTag>
        ) : (
          <>
            <StatusTag tone={verdictTone[row.verdict]}>{row.verdictLabel}</StatusTag>
            {row.actions.length > 0 && (
              <span className="cell-sub">{row.actions.map((kind) => t(`action.${kind}`)).join('、')}</span>
            )}
          </>
        ),
    },
  ];
}

/** Hits, the likeliest first; judged with keys alone. */
export function HitInbox() {
  const { t, i18n } = useTranslation('trademark-watch');
  const mayJudge = can(useMe(), permissions.judgeWatchHits);
  const state = useListState({
    filters: [
      'q',
      'kind',
      'state',
      'verdict',
      'level',
      'platform',
      'mark',
      'party',
      'holder',
      'acted',
      'action',
      'town',
      'place',
      'seenFrom',
      'seenTo',
    ],
  });
  const query = useQuery({
    queryKey: ['watch-hits', state.query, i18n.language],
    queryFn: ({ signal }) => api.listWatchHits({ query: addressQuery<'listWatchHits'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  const items = query.data?.items ?? [];
  const [current, setCurrent] = useState<string>();
  const [verdict, setVerdict] = useState<Verdict>();
  const at = items.findIndex((one) => one.id === current);
  const row = items[at];
  useEffect(() => {
    if (row === undefined && items[0] !== undefined) setCurrent(items[0].id);
  }, [row, items]);
  const move = (step: 1 | -1) => {
    const next = items[Math.max(0, Math.min(items.length - 1, at + step))];
    if (next) setCurrent(next.id);
    setVerdict(undefined);
  };
  useInboxKeys({ verdict: setVerdict, move }, mayJudge && items.length > 0);
  const options = (values: readonly string[], name: string) =>
    values.map((value) => ({ value, label: t(`${name}.${value}`) }));
  return (
    <>
      {mayJudge && row !== undefined && (
        <JudgeBar
          key={row.id}
          hit={row}
          verdict={verdict}
          onVerdict={setVerdict}
          onJudged={() => {
            setVerdict(undefined);
            move(1);
          }}
        />
      )}
      <DataTable
        id="watch-hits"
        label={t('watch.hits')}
        columns={useColumns(row?.id)}
        query={query}
        state={state}
        rowKey={(one) => one.id}
        rowHref={(one) => hitHref(one.id)}
        empty={{ title: t('hit.empty'), text: t('hit.emptyText') }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('hit.search')} />
            <ChoiceFilter state={state} name="kind" label={t('hit.kind')} options={options(WATCH_KINDS, 'kind')} />
            <ChoiceFilter state={state} name="level" label={t('hit.level')} options={options(LEVELS, 'level')} />
            <ChoiceFilter
              state={state}
              name="state"
              label={t('hit.state')}
              options={options(['open', 'judged', 'closed'], 'state')}
            />
            <ChoiceFilter
              state={state}
              name="verdict"
              label={t('hit.verdict')}
              options={options(VERDICTS, 'verdict')}
            />
            {mayJudge && <KeyHint keys={['1', '…', '5', 'j', 'k']} label={t('hit.keys')} />}
          </FilterBar>
        }
      />
    </>
  );
}
