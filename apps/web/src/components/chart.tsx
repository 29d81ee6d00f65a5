import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../lib/format.ts';
import './chart.css';
import { LineCanvas } from './line-canvas.tsx';
import { scaleOf } from './line-scale.ts';

export interface ChartData {
  readonly categories: readonly string[];
  /** A value that is not known is null: a gap in a line, nothing in a bar. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly unit: string;
  /** Digits after the point of every value. */
  readonly decimals?: number;
  /** Categories whose data is not complete yet, such as the last 18 months of filings. */
  readonly incomplete?: readonly boolean[];
  /** Lines only: the axis may begin above zero when all values lie far above it; the caption then says so. */
  readonly fit?: boolean;
  /** Lines over days only: the expected value on a later day and the interval it may lie in. */
  readonly forecast?: { readonly at: string; readonly value: number; readonly low: number; readonly high: number };
  /** Lines over days only: targets on their days. */
  readonly marks?: readonly { readonly at: string; readonly value: number; readonly label: string }[];
}
interface ChartProps {
  readonly kind: 'line' | 'bar';
  readonly label: string;
  readonly data: ChartData;
  /** The sentence about source and date, shown under every chart. */
  readonly source: string;
  readonly height?: number;
  readonly onOpen?: (categoryIndex: number, seriesIndex: number) => void;
}

/** Whether a fitted axis leaves zero (the same test as in the drawing). */
function isCut(data: ChartData): boolean {
  const extra = [data.forecast?.low, data.forecast?.high, ...(data.marks ?? []).map((mark) => mark.value)];
  const values = [...data.series.flatMap((one) => one.values), ...extra].filter((value) => value != null);
  const frame = { width: 100, height: 100, left: 0, right: 0, top: 0, bottom: 0 };
  return scaleOf(values, [0, 1], frame, true).cut;
}

const BarCanvas = lazy(() => import('./bar-canvas.tsx'));

function ChartTable({ data }: { data: ChartData }) {
  const { t } = useTranslation();
  const write = (value: number | null | undefined) => (value == null ? '—' : formatExact(value, data.decimals ?? 0));
  return (
    <div className="chart-table">
      <table>
        <thead>
          <tr>
            <th>{t('chart.period')}</th>
            {data.series.map((one) => (
              <th key={one.name} className="r">
                {one.name} <small>{data.unit}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.categories.map((category, row) => (
            <tr key={category}>
              <td>
                {category}
                {data.incomplete?.[row] && ' *'}
              </td>
              {data.series.map((one) => (
                <td key={one.name} className="r">
                  {write(one.values[row])}
                </td>
              ))}
            </tr>
          ))}
          {data.forecast && (
            <tr>
              <td>{t('chart.forecastOn', { date: data.forecast.at })}</td>
              <td className="r" colSpan={data.series.length}>
                {write(data.forecast.value)} ({write(data.forecast.low)}–{write(data.forecast.high)})
              </td>
            </tr>
          )}
          {data.marks?.map((mark) => (
            <tr key={mark.at}>
              <td>
                {mark.at} {mark.label}
              </td>
              <td className="r" colSpan={data.series.length}>
                {write(mark.value)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Canvas({ kind, data, height, onOpen }: Pick<ChartProps, 'kind' | 'data' | 'onOpen'> & { height: number }) {
  if (kind === 'line') return <LineCanvas data={data} height={height} />;
  return (
    <Suspense fallback={<div style={{ height }} />}>
      <BarCanvas data={data} height={height} onOpen={onOpen} />
    </Suspense>
  );
}

/** A chart with its source line and the same data as a table. Bars fetch the chart library when one is drawn. */
export function Chart({ kind, label, data, source, height = 200, onOpen }: ChartProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="chart" aria-label={label}>
      {asTable ? <ChartTable data={data} /> : <Canvas kind={kind} data={data} height={height} onOpen={onOpen} />}
      <figcaption>
        <span>
          {source}
          {data.incomplete?.some(Boolean) && ` · ${t('chart.incomplete')}`}
          {data.fit && !asTable && isCut(data) && ` · ${t('chart.cut')}`}
        </span>
        <button type="button" className="link" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'chart.chart' : 'chart.table')}
        </button>
      </figcaption>
    </figure>
  );
}
