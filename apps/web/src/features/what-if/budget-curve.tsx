import type { WhatIfResult } from '@jince/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../components/chart.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { Section } from '../../components/section.tsx';
import { wan } from './money-text.ts';
import type { ListFilter } from './use-what-if.ts';

/** Sums by month of achievement against the budget of the year. */
export function BudgetCurve({
  result,
  source,
  onOpen,
}: {
  result: WhatIfResult;
  source: string;
  onOpen: (filter: ListFilter) => void;
}) {
  const { t } = useTranslation('what-if');
  const { curve, budgets } = result;
  const whole = budgets.find((use) => use.item === null);
  const left = whole === undefined ? undefined : Math.max(0, whole.budgetFen - whole.usedBeforeFen);
  const data = useMemo(() => {
    const yuan = (fen: number) => Math.round(fen / 10_000) / 100;
    const last = curve.length - 1;
    return {
      categories: curve.map((one) => one.month ?? t('noDay')),
      series: [
        { name: t('neededSum'), values: curve.map((one) => yuan(one.sumNeededFen)) },
        // The limit is written in the legend: beside the sum its number would cover it where the two are close.
        ...(left === undefined || last === 0
          ? []
          : [
              {
                name: t('budgetLeft', { fen: wan(left) }),
                values: curve.map((_, at) => (at === last ? null : yuan(left))),
              },
            ]),
      ],
      unit: t('wanYuan'),
      decimals: 2,
    };
  }, [curve, left, t]);
  if (curve.length === 0) return null;
  return (
    <Section
      title={t('curve')}
      note={whole && t('budgetIs', { fen: wan(whole.budgetFen), before: wan(whole.usedBeforeFen) })}
    >
      <ul className="what-if-legend">
        {data.series.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <Chart kind="line" label={t('curve')} data={data} source={source} height={220} />
      <p className="what-if-months">
        {curve.map((one) => (
          <span key={one.month ?? ''}>
            {one.month ?? t('noDay')}{' '}
            <NumberLink
              value={one.fen / 1_000_000}
              unit={t('wanYuan')}
              label={one.month ?? t('noDay')}
              onOpen={() => onOpen({ list: 'lines', month: one.month ?? 'none' })}
            />
          </span>
        ))}
      </p>
    </Section>
  );
}
