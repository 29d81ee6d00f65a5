import type { IndicatorSummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatExact, today } from '../lib/format.ts';
import { formatFigure, isShare, targetSign } from '../lib/plan.ts';
import './number-link.css';
import { ExampleMark } from './standing-tag.tsx';

type Shown = Pick<IndicatorSummary, 'label' | 'unit' | 'decimals' | 'value'>;

/** The figure of an indicator with its unit, opening what it counts. A figure that does not exist is a dash. */
export function IndicatorFigure({ indicator, href, tone }: { indicator: Shown; href: string; tone?: string }) {
  const { t } = useTranslation(['plan', 'common']);
  const { value, unit, decimals } = indicator;
  if (value === null)
    return (
      <span className="muted" title={t('noFigure')}>
        —
      </span>
    );
  const text = formatFigure(value, decimals);
  const full = formatExact(value, decimals);
  return (
    <Link
      to={href}
      className={tone ? `number ${tone}` : 'number'}
      title={text === full ? undefined : t('common:exact', { value: full })}
      aria-label={`${indicator.label} ${text}${unit}`}
    >
      {text}
      {isShare(unit) ? '%' : <small>{unit}</small>}
    </Link>
  );
}

interface TargetFigureProps {
  readonly indicator: IndicatorSummary;
  readonly href: string;
  /** The year stands beside it already. */
  readonly yearSaid?: boolean;
}

/** The target with the sign of a ceiling, and its year unless that is the present one; made-up targets are marked. */
export function TargetFigure({ indicator, href, yearSaid }: TargetFigureProps) {
  const { t } = useTranslation('plan');
  const { target, direction, decimals, unit } = indicator;
  if (target === null) return <span className="muted">—</span>;
  const thisYear = Number(today().slice(0, 4));
  const text = `${targetSign(direction)}${formatFigure(target.value, decimals)}${isShare(unit) ? '%' : ''}`;
  return (
    <span className="nowrap">
      {target.basis === 'example' && (
        <>
          <ExampleMark />{' '}
        </>
      )}
      <Link
        to={href}
        className="number"
        aria-label={`${indicator.label} ${t('targetOf', { year: target.year })} ${text}`}
      >
        {text}
      </Link>
      {!yearSaid && target.year !== thisYear && <small className="target-year">{target.year}</small>}
    </span>
  );
}
