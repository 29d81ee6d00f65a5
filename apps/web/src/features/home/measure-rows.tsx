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
          {indicator.standingText}
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
        <StandingTag standing={indicator.standing} sentence={indicator.standingText} unit={indicator.unit} />
      </td>
    </>
  );
}

/** What stands beside a measure that has no indicator: its words, and that its part of the product is not built. */
function NoIndicator({ measure }: { measure: Measure }) {
  return (
    <>
      <td colSpan={4} className="muted measure-words">
        {measure.text}
      </td>
      <td className="indicator-standing">{measure.awaits && <StandingTag standing="not-built" />}</td>
    </>
  );
}

/** Bodies named beside a measure; the others are counted. */
const named = 2;

function Responsible({ measure, span }: { measure: Measure; span: number }) {
  const { t } = useTranslation('home');
  const { responsible } = measure;
  const rest = responsible.length - named;
  return (
    <td rowSpan={span} className="responsible" title={responsible.map((body) => body.name).join(' · ')}>
      {responsible.slice(0, rest === 1 ? named + 1 : named).map((body) => (
        <span key={body.code}>{body.name}</span>
      ))}
      {rest > 1 && <span className="muted">{t('bodies', { count: responsible.length })}</span>}
    </td>
  );
}

/** Indicators shown of a measure where none is a headline or has a target. */
const fewest = 2;

/** Those the plan is steered by; where there are none, the first few. */
function steering(indicators: readonly IndicatorSummary[]): readonly IndicatorSummary[] {
  const main = indicators.filter((indicator) => indicator.target !== null || indicator.headline);
  return main.length > 0 ? main : indicators.slice(0, fewest);
}

/** One measure of the plan: its main indicators one below the other, its bodies once. */
export function MeasureRows({ clause, measure, asOf }: Props) {
  const { t } = useTranslation('home');
  const all = measure.indicators.flatMap(
    (code) => clause.indicators.find((indicator) => indicator.code === code) ?? [],
  );
  const indicators = steering(all);
  const rest = all.length - indicators.length;
  const place = `${clauseHref(clause.code, asOf)}#${measure.code}`;
  const span = Math.max(1, indicators.length);
  const [first, ...others] = indicators;
  return (
    <tbody className="measure">
      <tr>
        <th rowSpan={span} scope="rowgroup" title={measure.text}>
          <Link to={place}>{measure.label}</Link>
          {rest > 0 && (
            <Link to={place} className="measure-more">
              {t('more', { count: rest })}
            </Link>
          )}
        </th>
        {first ? <IndicatorCells indicator={first} asOf={asOf} /> : <NoIndicator measure={measure} />}
        <Responsible measure={measure} span={span} />
      </tr>
      {others.map((indicator) => (
        <tr key={indicator.code}>
          <IndicatorCells indicator={indicator} asOf={asOf} />
        </tr>
      ))}
    </tbody>
  );
}
