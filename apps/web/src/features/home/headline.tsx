import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IndicatorChange } from '../../components/indicator-change.tsx';
import { IndicatorFigure } from '../../components/indicator-figure.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { changeOf, formatFigure, indicatorHref, isShare, type Plan, rowsHref, targetSign } from '../../lib/plan.ts';

type HeadlineIndicator = Plan['headline'][number];

function TargetLine({ indicator, asOf }: { indicator: HeadlineIndicator; asOf: string | undefined }) {
  const { t } = useTranslation(['home', 'plan']);
  const { target, forecast, decimals, unit, direction } = indicator;
  const write = (value: number) => `${formatFigure(value, decimals)}${isShare(unit) ? '%' : ''}`;
  if (!target) return <div>{t('noTarget')}</div>;
  return (
    <div>
      <Link className="number" to={`${indicatorHref(indicator.code, asOf)}#targets`}>
        {t('plan:targetOf', { year: target.year })} {targetSign(direction)}
        {write(target.value)}
      </Link>{' '}
      {target.basis === 'example' && <ExampleMark />}
      {forecast && <div>{t('expected', { low: write(forecast.low), high: write(forecast.high) })}</div>}
    </div>
  );
}

/** The figures the plan is known by: value, change against last year, target and where it is heading. */
export function Headline({ indicators, asOf }: { indicators: Plan['headline']; asOf: string | undefined }) {
  const { t } = useTranslation('home');
  return (
    <div className="headline panel">
      {indicators.map((indicator) => (
        <div key={indicator.code}>
          <Link className="headline-label" to={indicatorHref(indicator.code, asOf)}>
            {indicator.label}
          </Link>
          <div className="headline-value">
            <IndicatorFigure
              indicator={indicator}
              href={rowsHref(indicator.code, { part: 'counted' }, asOf)}
              {...(indicator.standing === 'behind' ? { tone: 'late' } : {})}
            />
          </div>
          <div className="headline-note">
            {changeOf(indicator) && (
              <div>
                {t('yearAgo')} <IndicatorChange indicator={indicator} />
              </div>
            )}
            <TargetLine indicator={indicator} asOf={asOf} />
          </div>
        </div>
      ))}
    </div>
  );
}
