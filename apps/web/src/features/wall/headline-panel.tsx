import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IndicatorChange } from '../../components/indicator-change.tsx';
import { IndicatorFigure } from '../../components/indicator-figure.tsx';
import { IndicatorGauge } from '../../components/indicator-gauge.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { changeOf, formatFigure, indicatorHref, isShare, type Plan, rowsHref, targetSign } from '../../lib/plan.ts';
import type { WallPanel } from './wall-panels.ts';

function Target({ indicator }: { indicator: Plan['headline'][number] }) {
  const { t } = useTranslation(['wall', 'plan']);
  const { target, forecast, decimals, unit, direction } = indicator;
  const write = (value: number) => `${formatFigure(value, decimals)}${isShare(unit) ? '%' : ''}`;
  if (!target) return <p>{t('noTarget')}</p>;
  return (
    <p>
      {t('plan:targetOf', { year: target.year })} {targetSign(direction)}
      {write(target.value)} {target.basis === 'example' && <ExampleMark />}
      {forecast && ` · ${t('expected', { low: write(forecast.low), high: write(forecast.high) })}`}
    </p>
  );
}

/** The headline figures, as large as the screen allows. */
export function HeadlinePanel({ panel }: { panel: Extract<WallPanel, { kind: 'headline' }> }) {
  const { t } = useTranslation('plan');
  return (
    <ul className={panel.indicators.length > 4 ? 'wall-figures three' : 'wall-figures'}>
      {panel.indicators.slice(0, 6).map((indicator) => (
        <li key={indicator.code}>
          <Link className="wall-label" to={indicatorHref(indicator.code)}>
            {indicator.label}
          </Link>
          <div className="wall-value">
            <IndicatorFigure indicator={indicator} href={rowsHref(indicator.code, { part: 'counted' })} />
          </div>
          {indicator.target && <IndicatorGauge indicator={indicator} />}
          {changeOf(indicator) && (
            <p>
              {t('yearAgo')} <IndicatorChange indicator={indicator} />
            </p>
          )}
          <Target indicator={indicator} />
        </li>
      ))}
    </ul>
  );
}
