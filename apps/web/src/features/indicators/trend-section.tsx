import type { IndicatorDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Chart, type ChartData } from '../../components/chart.tsx';
import { Section } from '../../components/section.tsx';

/** The trend as a chart: what was, what is expected by the target's day, and the targets of the years shown. */
export function trendData(indicator: IndicatorDetail, targetWord: string): ChartData {
  const { trend, forecast, targets } = indicator;
  const first = trend[0]?.on ?? '';
  const lastShown = [
    trend.at(-1)?.on ?? '',
    forecast?.on ?? '',
    indicator.target ? `${indicator.target.year}-12-31` : '',
  ]
    .sort()
    .at(-1) as string;
  const marks = targets
    .map((target) => ({ at: `${target.year}-12-31`, value: target.value, label: targetWord }))
    .filter((mark) => mark.at > first && mark.at <= lastShown)
    .sort((a, b) => a.at.localeCompare(b.at));
  return {
    unit: indicator.unit,
    decimals: indicator.decimals,
    categories: trend.map((point) => point.on),
    series: [{ name: indicator.label, values: trend.map((point) => point.value) }],
    incomplete: trend.map((point) => point.incomplete),
    fit: true,
    marks,
    ...(forecast && forecast.on > (trend.at(-1)?.on ?? '')
      ? { forecast: { at: forecast.on, value: forecast.value, low: forecast.low, high: forecast.high } }
      : {}),
  };
}

/** The same rule on past days, and where it leads. */
export function TrendSection({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTranslation(['indicators', 'plan']);
  const { forecast, forecastNote } = indicator;
  return (
    <Section title={t('trend')} note={indicator.unit}>
      <Chart
        kind="line"
        label={`${indicator.label} ${t('trend')}`}
        data={trendData(indicator, t('plan:target'))}
        source={`${indicator.trendNote} · ${t('asOf', { date: indicator.freshness.asOf })}`}
        height={280}
      />
      {(forecast || forecastNote) && (
        <p className="trend-method">
          <b>{t('forecast')}</b> {forecast?.method ?? forecastNote}
        </p>
      )}
    </Section>
  );
}
