import type { BudgetLineView } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../components/chart.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Figures } from '../../components/figures.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { permissions } from '../../config/permissions.ts';
import { formatMoment, formatShare, today } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { AppropriateDrawer } from './appropriate-drawer.tsx';
import { BudgetLines, columns } from './budget-lines.tsx';
import { type Budget, type Budgets, budgetQuery, budgetsQuery } from './fund-query.ts';
import { LedgerDrawer } from './ledger-drawer.tsx';
import { useAddress } from './use-address.ts';
import './funds.css';

function Curve({ budget }: { budget: Budget }) {
  const { t } = useTranslation('funds');
  const WAN = 1_000_000;
  const of = (read: (month: Budget['months'][number]) => number) => budget.months.map((one) => read(one) / WAN);
  return (
    <Chart
      kind="line"
      label={t('curve.title')}
      height={300}
      data={{
        categories: budget.months.map((one) => one.month),
        unit: t('wan'),
        decimals: 2,
        series: [
          { name: t('figure.appropriated'), values: of((one) => one.appropriatedFen) },
          { name: t('curve.bound'), values: of((one) => one.committedFen + one.paidFen) },
          { name: t('figure.paid'), values: of((one) => one.paidFen) },
        ],
      }}
      source={t('curve.source', { at: formatMoment(budget.asOf) })}
    />
  );
}

/** Which line is which, in the colours of the chart. */
function SeriesWords() {
  const { t } = useTranslation('funds');
  return (
    <span className="fund-series">
      {(['appropriated', 'bound', 'paid'] as const).map((key) => (
        <span key={key}>
          <i className={key} aria-hidden="true" />
          {t(key === 'bound' ? 'curve.bound' : `figure.${key}`)}
        </span>
      ))}
      <span className="muted">{t('wan')}</span>
    </span>
  );
}

/** Headline figures; each opens the movements that made it. */
function Headline({ budget, hrefOf }: { budget: Budget; hrefOf: (kinds: string) => string }) {
  const { t } = useTranslation('funds');
  const { whole } = budget;
  const share = (fen: number) => (whole.appropriatedFen === 0 ? '' : formatShare(fen / whole.appropriatedFen));
  return (
    <Figures
      items={columns.map(({ key, fen, kinds }) => ({
        key,
        label: t(`figure.${key}`),
        definition: t(`definition.${key}`),
        value: fen(whole) / 100,
        unit: t('yuan'),
        href: hrefOf(kinds),
        ...(key === 'available' && whole.availableFen === 0 ? { tone: 'warn' as const } : {}),
        note: key === 'appropriated' ? null : share(fen(whole)),
      }))}
    />
  );
}

function Choice({
  budgets,
  fund,
  year,
  onChoose,
}: {
  budgets: Budgets['items'];
  fund: string;
  year: number;
  onChoose: (fund: string, year: number) => void;
}) {
  const { t } = useTranslation('funds');
  const funds = [...new Set(budgets.map((one) => one.fund))];
  const years = budgets.filter((one) => one.fund === fund).map((one) => String(one.year));
  return (
    <div className="row fund-choice no-print">
      {funds.length > 1 && (
        <Select
          value={fund}
          aria-label={t('fund')}
          popupMatchSelectWidth={false}
          onChange={(next) => onChoose(next, budgets.find((one) => one.fund === next)?.year ?? year)}
          options={funds.map((value) => ({ value, label: value }))}
        />
      )}
      <Switcher
        label={t('year')}
        value={String(year)}
        options={years.map((value) => ({ value, label: t('ofYear', { year: value }) }))}
        onChange={(next) => onChoose(fund, Number(next))}
      />
    </div>
  );
}

function Body({ budget }: { budget: Budget }) {
  const { t } = useTranslation('funds');
  const address = useAddress();
  const lines = [budget.whole, ...budget.items];
  const hrefOf = (line: BudgetLineView, wanted: string) => {
    const params = new URLSearchParams({ fund: budget.fund, year: String(budget.year), ledger: line.item ?? 'whole' });
    if (wanted) params.set('kinds', wanted);
    return `/incentives/budget?${params}`;
  };
  const open = (line: BudgetLineView, wanted: string) => address.set({ ledger: line.item ?? 'whole', kinds: wanted });
  const line = lines.find((one) => (one.item ?? 'whole') === address.get('ledger'));
  return (
    <div className="stack">
      <Headline budget={budget} hrefOf={(wanted) => hrefOf(budget.whole, wanted)} />
      <Section title={t('lines')} note={t('linesNote')} flush>
        <BudgetLines lines={lines} onOpen={open} />
        <p className="fund-note muted">
          {budget.returnRule.text} {t('ruleSource', { source: budget.returnRule.source })}
        </p>
      </Section>
      <Section title={t('curve.title')} note={t('curve.note')} extra={<SeriesWords />}>
        <Curve budget={budget} />
      </Section>
      {line && (
        <LedgerDrawer
          key={line.item ?? 'whole'}
          fund={budget.fund}
          year={budget.year}
          item={line.item ?? ''}
          title={line.item === null ? t('whole') : (line.label ?? line.item)}
          kinds={address.get('kinds') ?? ''}
          onKinds={(next) => address.set({ kinds: next })}
          onClose={() => address.set({ ledger: undefined, kinds: undefined })}
        />
      )}
    </div>
  );
}

/** What a fund has, has promised, has paid and has left, in a year; every figure opens the ledger. */
export function Page() {
  const { t } = useTranslation(['funds', 'shell']);
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const address = useAddress();
  const budgets = useQuery(budgetsQuery);
  const items = budgets.data?.items ?? [];
  const current = Number(today().slice(0, 4));
  const first = items.find((one) => one.year === current) ?? items[0];
  const fund = address.get('fund') ?? first?.fund ?? '';
  const year = Number(address.get('year') ?? first?.year ?? current);
  const query = useQuery({ ...budgetQuery(fund, year), enabled: items.length > 0 });
  const choose = (nextFund: string, nextYear: number) => address.set({ fund: nextFund, year: String(nextYear) });
  const error = budgets.error ?? query.error;
  if (error) return <FailedState error={error} onRetry={() => (budgets.error ? budgets.refetch() : query.refetch())} />;
  if (budgets.isPending) return <PageSkeleton />;
  const budget = query.data;
  return (
    <div className="page">
      <PageHeader
        title={t('budgetTitle')}
        crumbs={[{ label: t('shell:chapter.incentives') }]}
        tags={budget?.example && <ExampleMark />}
        meta={fund !== '' && <MetaItem label={t('fund')}>{fund}</MetaItem>}
        actions={
          can(me, permissions.appropriateBudgets) && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('appropriate.open')}
            </Button>
          )
        }
      />
      {items.length === 0 ? (
        <EmptyState title={t('noBudget')}>{t('noBudgetText')}</EmptyState>
      ) : (
        <>
          <Choice budgets={items} fund={fund} year={year} onChoose={choose} />
          {budget ? <Body budget={budget} /> : <PageSkeleton />}
        </>
      )}
      {adding && (
        <AppropriateDrawer
          fund={fund}
          year={year}
          lines={budget ? [budget.whole, ...budget.items] : []}
          onClose={() => setAdding(false)}
          onDone={choose}
        />
      )}
    </div>
  );
}
