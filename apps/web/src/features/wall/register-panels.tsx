import { useTranslation } from 'react-i18next';
import { Cartogram } from '../../components/cartogram.tsx';
import { LineCanvas } from '../../components/line-canvas.tsx';
import type { Home } from '../../lib/plan.ts';

/** The district as tiles, two measures beside each other. */
export function MapPanel({ home }: { home: Home }) {
  const { measures, tiles, note } = home.cartogram;
  return (
    <div className="wall-maps">
      {measures.slice(0, 2).map((measure) => (
        <div key={measure.code}>
          <h3>
            {measure.label} <small>{measure.unit}</small>
          </h3>
          <Cartogram measures={[measure]} tiles={tiles} note={note} />
        </div>
      ))}
    </div>
  );
}

/** The trend of the registers. The chart is drawn at half size and enlarged, so that its type is read from afar. */
export function TrendPanel({ home }: { home: Home }) {
  const { t } = useTranslation('common');
  const { label, unit, points, source } = home.trend;
  return (
    <div className="wall-trend">
      <h3>
        {label} <small>{unit}</small>
      </h3>
      <div className="wall-chart">
        <LineCanvas
          height={305}
          data={{
            unit,
            categories: points.map((point) => point.on),
            series: [{ name: label, values: points.map((point) => point.value) }],
            incomplete: points.map((point) => point.incomplete),
          }}
        />
      </div>
      <p>
        {source}
        {points.some((point) => point.incomplete) && ` · ${t('chart.incomplete')}`}
      </p>
    </div>
  );
}
