import type { IndicatorSummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IndicatorFigure, TargetFigure } from '../../components/indicator-figure.tsx';
import { IndicatorGauge } from '../../components/indicator-gauge.tsx';
import { StandingTag } from '../../components/standing-tag.tsx';
import { type Clause, clauseHref, indicatorHref, type Measure, rowsHref } from '../../lib/plan.ts';

interface Props {
  readonly clause: Clause;
  readonly measure: Measure;
  readonly asOf: string | undefined;
}

function IndicatorCells({ indicator, asOf }: { indicator: IndicatorSummary; asOf: string | undefined }) {
  const { t } = useTranslation(['home', 'plan']);
  const page = indicatorHref(indicator.code, asOf);
  return (
    <>
      <td className="indicator-name">
        <Link to={page}>{indicator.label}</Link>
      </td>
      {indicator.awaits ? (
        <td colSpan={2} className="muted measure-words">
          {t('plan:awaits', { module: indicator.awaits })}
        </td>
      ) : (
        <>
          <td className="indicator-gauge">
            <IndicatorGauge indicator={indicator} />
          </td>
          <td className="right" data-label={t('current')}>
            <IndicatorFigure indicator={indicator} href={rowsHref(indicator.code, { part: 'counted' }, asOf)} />
          </td>
        </>
      )}
      <td className="right" data-label={t('plan:target')}>
        <TargetFigure indicator={indicator} href={`${page}#targets`} />
      </td>
      <td className="indicator-standing">
        <StandingTag standing={indicator.standing} text={indicator.standingText} />
      </td>
    </>
  );
}

/** What stands beside a measure that has no indicator: its words, or that its part of the product is not built. */
function NoIndicator({ measure }: { measure: Measure }) {
  const { t } = useTranslation('plan');
  return (
    <>
      <td colSpan={4} className="muted measure-words">
        {measure.awaits ? t('awaits', { module: measure.awaits }) : measure.text}
      </td>
      <td className="indicator-standing">
        <StandingTag standing={measure.standing} text={measure.standingText} />
      </td>
    </>
  );
}

/** One measure of the plan: its indicators one below the other, its bodies once. */
export function MeasureRows({ clause, measure, asOf }: Props) {
  const indicators = measure.indicators.flatMap(
    (code) => clause.indicators.find((indicator) => indicator.code === code) ?? [],
  );
  const span = Math.max(1, indicators.length);
  const [first, ...rest] = indicators;
  return (
    <tbody className="measure">
      <tr>
        <th rowSpan={span} scope="rowgroup" title={measure.text}>
          <Link to={measure.href ?? `${clauseHref(clause.code, asOf)}#${measure.code}`}>{measure.label}</Link>
        </th>
        {first ? <IndicatorCells indicator={first} asOf={asOf} /> : <NoIndicator measure={measure} />}
        <td rowSpan={span} className="responsible">
          {measure.responsible.map((body) => (
            <span key={body.code}>{body.name}</span>
          ))}
        </td>
      </tr>
      {rest.map((indicator) => (
        <tr key={indicator.code}>
          <IndicatorCells indicator={indicator} asOf={asOf} />
        </tr>
      ))}
    </tbody>
  );
}
