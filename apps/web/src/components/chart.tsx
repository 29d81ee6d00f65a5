import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../lib/format.ts';
import './chart.css';
import { LineCanvas } from './line-canvas.tsx';

export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly unit: string;
  /** Categories whose data is not complete yet, such as the last 18 months of filings. */
  readonly incomplete?: readonly boolean[];
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

const BarCanvas = lazy(() => import('./bar-canvas.tsx'));

function ChartTable({ data }: { data: ChartData }) {
  const { t } = useTranslation();
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
                  {formatExact(one.values[row] ?? 0)}
                </td>
              ))}
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
        </span>
        <button type="button" className="link" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'chart.chart' : 'chart.table')}
        </button>
      </figcaption>
    </figure>
  );
}
