import type { IndicatorSummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { IndicatorChange } from '../../components/indicator-change.tsx';
import { IndicatorFigure, TargetFigure } from '../../components/indicator-figure.tsx';
import { IndicatorGauge } from '../../components/indicator-gauge.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import { StandingTag } from '../../components/standing-tag.tsx';
import { indicatorHref, isShare, type Measure, rowsHref } from '../../lib/plan.ts';
import type { ClauseDetail } from './clause-campaigns.tsx';

interface RowProps {
  readonly indicator: IndicatorSummary;
  readonly asOf: string | undefined;
}

function IndicatorRow({ indicator, asOf }: RowProps) {
  const { t } = useTranslation('plan');
  const page = indicatorHref(indicator.code, asOf);
  const hasGauge = indicator.target !== null || isShare(indicator.unit);
  return (
    <tr>
      <th scope="row">
        <Link to={page}>{indicator.label}</Link>
        {indicator.awaits && <small>{indicator.standingText}</small>}
      </th>
      <td className="wide">{hasGauge && <IndicatorGauge indicator={indicator} />}</td>
      <td className="course">
        <Sparkline
          points={indicator.spark}
          label={t('sparkSince', { year: indicator.spark[0]?.on.slice(0, 4) })}
          width={86}
        />
      </td>
      <td className="right" data-label={t('current')}>
        <IndicatorFigure indicator={indicator} href={rowsHref(indicator.code, { part: 'counted' }, asOf)} />
      </td>
      <td className="right" data-label={t('yearAgo')}>
        <IndicatorChange indicator={indicator} />
      </td>
      <td className="right" data-label={t('target')}>
        <TargetFigure indicator={indicator} href={`${page}#targets`} />
      </td>
      <td className="state">
        <StandingTag standing={indicator.standing} sentence={indicator.standingText} unit={indicator.unit} />
      </td>
    </tr>
  );
}

function IndicatorTable({
  indicators,
  label,
  asOf,
}: {
  indicators: IndicatorSummary[];
  label: string;
  asOf: string | undefined;
}) {
  const { t } = useTranslation('plan');
  return (
    <table className="measure-table" aria-label={label}>
      <ColumnHeads
        heads={[
          t('indicator'),
          t('progress'),
          t('course'),
          { right: t('current') },
          { right: t('yearAgo') },
          { right: t('target') },
          t('standingHead'),
        ]}
      />
      <tbody>
        {indicators.map((indicator) => (
          <IndicatorRow key={indicator.code} indicator={indicator} asOf={asOf} />
        ))}
      </tbody>
    </table>
  );
}

interface BlockProps {
  readonly clause: ClauseDetail;
  readonly measure: Measure;
  readonly asOf: string | undefined;
}

/** One measure: its words, bodies and period, and its indicators. */
export function MeasureBlock({ clause, measure, asOf }: BlockProps) {
  const { t } = useTranslation('plan');
  const indicators = measure.indicators.flatMap((code) => clause.indicators.find((one) => one.code === code) ?? []);
  return (
    <section id={measure.code} className="panel measure-block">
      <header>
        <div>
          <h2>
            {measure.label}
            {(indicators.length > 0 || measure.awaits) && (
              <StandingTag standing={measure.standing} sentence={measure.standingText} />
            )}
          </h2>
          <p>{measure.text}</p>
        </div>
        <dl>
          <div>
            <dt>{t('responsible')}</dt>
            <dd>{measure.responsible.map((body) => body.name).join(' · ') || '—'}</dd>
          </div>
          {measure.from && (
            <div>
              <dt>{t('term')}</dt>
              <dd className="mono">
                {measure.to ? t('fromTo', { from: measure.from, to: measure.to }) : t('from', { from: measure.from })}
              </dd>
            </div>
          )}
          {measure.href && (
            <div>
              <dt />
              <dd>
                <Link className="link" to={measure.href}>
                  {t('work')}
                </Link>
              </dd>
            </div>
          )}
        </dl>
      </header>
      {indicators.length > 0 ? (
        <IndicatorTable indicators={indicators} label={measure.label} asOf={asOf} />
      ) : (
        <p className="measure-none muted">{t('noIndicator')}</p>
      )}
    </section>
  );
}
