import type { RouteOutput, routes } from '@jince/contract';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../components/chart.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatExact, today } from '../../lib/format.ts';
import { FIRST_YEAR, type ListFilter, type WhatIfState } from './use-what-if.ts';

type History = RouteOutput<typeof routes.runWhatIfHistory>;

/** One year after the other: each takes the days before from the server's memory, so what is known stands while the rest is worked out. */
function useYears(state: WhatIfState) {
  const { i18n } = useTranslation();
  const last = Number(today().slice(0, 4));
  const { version, changes } = state.question;
  const ends = Array.from({ length: last - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);
  // Only when the year before stands: a past day of a large district takes seconds, and two at once would take longer.
  const [standing, setStanding] = useState(0);
  const queries = useQueries({
    queries: ends.map((to, at) => ({
      queryKey: ['what-if-history', version, changes, to, i18n.language],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.runWhatIfHistory({ body: { version, changes: [...changes], from: FIRST_YEAR, to } }, signal),
      retry: false,
      staleTime: 60_000,
      enabled: at <= standing,
    })),
  });
  const found = queries.findIndex((query) => query.data === undefined);
  const reached = found === -1 ? ends.length : found;
  useEffect(() => setStanding((before) => Math.max(before, reached)), [reached]);
  const latest = queries.findLast((query) => query.data !== undefined)?.data;
  const isWorking = reached < ends.length;
  // After a parameter was moved the whole of before stays until the whole of now is there.
  const whole = useRef<History>(undefined);
  if (!isWorking) whole.current = latest;
  const known = isWorking ? (whole.current ?? latest) : latest;
  const failed = queries.find((query) => query.error);
  return { known, ends, failed, isWorking };
}

interface YearTableProps {
  readonly history: History;
  readonly names: ReadonlyMap<string, string>;
  readonly onOpen: (filter: ListFilter) => void;
}

function YearTable({ history, names, onOpen }: YearTableProps) {
  const { t } = useTranslation('what-if');
  const codes = history.years[0]?.items.map((item) => item.code) ?? [];
  const paid = codes.filter((code) =>
    history.years.some((year) => year.items.some((item) => item.code === code && item.lines > 0)),
  );
  const cell = (fen: number, year: number, item?: string) =>
    fen === 0 ? (
      <span className="muted">0</span>
    ) : (
      <NumberLink
        exact
        value={fen / 1_000_000}
        label={`${item === undefined ? t('sum') : (names.get(item) ?? item)} ${year}`}
        onOpen={() => onOpen({ list: 'lines', year: String(year), ...(item === undefined ? {} : { item }) })}
      />
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="what-if-scroll" tabIndex={0} aria-label={t('historyTable')}>
      <table className="what-if-items what-if-years">
        <thead>
          <tr>
            <th scope="col">
              {t('item')} <small>{t('wanYuan')}</small>
            </th>
            {history.years.map(({ year, asOf }) => (
              <th key={year} scope="col" className="right">
                {year} <small>{t('factsOf', { day: asOf })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {paid.map((code) => (
            <tr key={code}>
              <th scope="row">{names.get(code) ?? code}</th>
              {history.years.map((year) => (
                <td key={year.year} className="right">
                  {cell(year.items.find((item) => item.code === code)?.fen ?? 0, year.year, code)}
                </td>
              ))}
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{t('sum')}</th>
            {history.years.map((year) => (
              <td key={year.year} className="right">
                <b>{cell(year.fen, year.year)}</b>
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('recipientsAndLines')}</th>
            {history.years.map((year) => (
              <td key={year.year} className="right">
                {t('partiesLines', { parties: formatExact(year.recipients), lines: formatExact(year.lines) })}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** The policy thought back to 2023: what each year would have cost. */
export function History({
  state,
  names,
  onOpen,
}: {
  state: WhatIfState;
  names: ReadonlyMap<string, string>;
  onOpen: (filter: ListFilter) => void;
}) {
  const { t } = useTranslation('what-if');
  const { known, ends, failed, isWorking } = useYears(state);
  const data = useMemo(
    () => ({
      categories: known?.years.map((one) => String(one.year)) ?? [],
      series: [{ name: t('amount'), values: known?.years.map((one) => Math.round(one.fen / 10_000) / 100) ?? [] }],
      unit: t('wanYuan'),
      decimals: 2,
    }),
    [known, t],
  );
  if (failed?.error) return <ErrorBox error={failed.error} onRetry={() => failed.refetch()} />;
  if (known === undefined) return <SkeletonLines lines={8} />;
  const isEmpty = known.years.every((year) => year.lines === 0);
  return (
    <div className="what-if-stack">
      <Section
        title={t('historyTitle', { from: FIRST_YEAR })}
        note={known.policy.example ? <ExampleMark /> : undefined}
        extra={
          isWorking && (
            <span className="muted" role="status">
              {t('historyWorking', { done: known.years.length, all: ends.length })}
            </span>
          )
        }
      >
        {isEmpty && !isWorking ? (
          <EmptyState title={t('historyEmpty')}>{t('historyEmptyText')}</EmptyState>
        ) : (
          <Chart
            kind="bar"
            label={t('historyTitle', { from: FIRST_YEAR })}
            data={data}
            source={t('historySource', { version: known.policy.version, title: known.policy.title })}
            onOpen={(at) => onOpen({ list: 'lines', year: data.categories[at] ?? '' })}
            height={40 * data.categories.length + 36}
          />
        )}
      </Section>
      <Section title={t('historyTable')} flush>
        <YearTable history={known} names={names} onOpen={onOpen} />
      </Section>
      <ul className="what-if-notes soft">
        <li>{t('historyNote.windows')}</li>
        <li>{t('historyNote.facts')}</li>
        <li>{t('historyNote.once')}</li>
        <li>{t('historyNote.lists')}</li>
      </ul>
    </div>
  );
}
