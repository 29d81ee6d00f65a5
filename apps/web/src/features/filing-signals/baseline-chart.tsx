import { useTranslation } from 'react-i18next';
import { formatExact } from '../../lib/format.ts';
import { figureText, type SignalDetail } from './signal-query.ts';

const WIDTH = 360;
const LEFT = 8;
const RIGHT = 352;

/** The figure beside what is usual: the interval of the subject's own figure after shrinkage, and what peers have. */
export function BaselineChart({ signal }: { signal: SignalDetail }) {
  const { t } = useTranslation('filing-signals');
  const { baseline, figure, share } = signal;
  const most = Math.max(figure, baseline.high, baseline.expected, share ? 0 : 1);
  const end = share ? Math.min(1, most * 1.15) : most * 1.12;
  const x = (value: number) => LEFT + ((RIGHT - LEFT) * Math.min(Math.max(value, 0), end)) / end;
  const text = (value: number) => figureText(value, share);
  const near = Math.abs(x(figure) - x(baseline.expected)) < 70;
  const anchor = (at: number) => (at < 60 ? 'start' : at > WIDTH - 60 ? 'end' : 'middle');
  return (
    <figure className="baseline-chart">
      <svg
        viewBox={`0 0 ${WIDTH} 104`}
        role="img"
        aria-label={t('baselineLabel', { figure: text(figure), expected: text(baseline.expected) })}
      >
        <path className="axis" d={`M${LEFT} 62H${RIGHT}`} />
        <rect
          className="interval"
          x={x(baseline.low)}
          y="52"
          width={Math.max(2, x(baseline.high) - x(baseline.low))}
          height="20"
          rx="3"
        />
        <path className="expected" d={`M${x(baseline.expected)} 44V80`} />
        <text x={x(baseline.expected)} y="97" textAnchor={anchor(x(baseline.expected))}>
          {t('expected')} {text(baseline.expected)}
        </text>
        <circle className="own" cx={x(figure)} cy="62" r="6" />
        <text className="own-text" x={x(figure)} y={near ? 22 : 34} textAnchor={anchor(x(figure))}>
          {t('own')} {text(figure)}
        </text>
      </svg>
      <dl>
        <div>
          <dt>{t('own')}</dt>
          <dd>
            {text(figure)} {share ? '' : signal.unit}
          </dd>
        </div>
        <div>
          <dt>{t('interval')}</dt>
          <dd>
            {text(baseline.low)}–{text(baseline.high)}
          </dd>
        </div>
        <div>
          <dt>{t('expected')}</dt>
          <dd>{text(baseline.expected)}</dd>
        </div>
        <div>
          <dt>{t('peers')}</dt>
          <dd>{formatExact(baseline.peers)}</dd>
        </div>
      </dl>
      <figcaption>{baseline.note}</figcaption>
    </figure>
  );
}
