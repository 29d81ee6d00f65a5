import type { IndicatorDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IndicatorChange } from '../../components/indicator-change.tsx';
import { IndicatorFigure, TargetFigure } from '../../components/indicator-figure.tsx';
import { IndicatorGauge } from '../../components/indicator-gauge.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { formatExact } from '../../lib/format.ts';
import { changeOf, formatFigure, isShare, rowsHref } from '../../lib/plan.ts';
import { hasMissing, partsOf } from './value-parts.ts';

interface Props {
  readonly indicator: IndicatorDetail;
  readonly asOf: string | undefined;
}

/** The numbers behind the figure, and who is left out or undecided; what counts subjects opens them. */
function Parts({ indicator, asOf }: Props) {
  const { t } = useTranslation(['indicators', 'plan']);
  const { code, kind, unknown, subjectLabel, per } = indicator;
  const write = (value: number) => formatExact(value, Number.isInteger(value) ? 0 : 2);
  return (
    <dl className="value-parts">
      {partsOf(indicator).map(({ label, value, part }) => (
        <div key={label}>
          <dt>
            {t(`parts.${label}`)} {part && <small>{subjectLabel}</small>}
          </dt>
          <dd>
            {part ? (
              <NumberLink value={value} exact href={rowsHref(code, { part }, asOf)} label={t(`parts.${label}`)} />
            ) : (
              write(value)
            )}
          </dd>
        </div>
      ))}
      {per && (
        <div>
          <dt>
            {per.label} <small>{per.on}</small>
          </dt>
          <dd title={per.source}>{write(per.value)}</dd>
        </div>
      )}
      {hasMissing(kind) && (
        <div>
          <dt>{t('plan:part.missing')}</dt>
          <dd>
            <Link className="link" to={rowsHref(code, { part: 'missing' }, asOf)}>
              {t('list')}
            </Link>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('plan:part.unknown')}</dt>
        <dd>
          {unknown > 0 ? (
            <NumberLink
              value={unknown}
              exact
              tone="warn"
              href={rowsHref(code, { part: 'unknown' }, asOf)}
              label={t('plan:part.unknown')}
            />
          ) : (
            <span className="muted">0</span>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** Where it is heading, in words; nothing without a forecast. */
function Outlook({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  const { forecast, decimals, unit } = indicator;
  if (!forecast) return null;
  const write = (value: number) => `${formatFigure(value, decimals)}${isShare(unit) ? '%' : ''}`;
  return (
    <p className="value-outlook">
      {t('outlook', { date: forecast.on, low: write(forecast.low), high: write(forecast.high) })}
      {forecast.reaches && t(`reaches.${forecast.reaches}`)}
    </p>
  );
}

/** A figure that does not exist yet: why, and what fills it in. */
function NoFigure({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTranslation(['indicators', 'plan']);
  return (
    <section className="panel value-panel">
      <p className="value-none">{t(indicator.awaits ? 'notBuilt' : 'noData')}</p>
      <p className="soft">{indicator.standingText || t('noDataText')}</p>
      <p className="value-definition">{indicator.definition}</p>
    </section>
  );
}

/** The figure itself: large, beside its target, with the sentence of where it stands. */
export function ValuePanel({ indicator, asOf }: Props) {
  const { t } = useTranslation(['indicators', 'plan']);
  if (indicator.value === null) return <NoFigure indicator={indicator} />;
  const { target, previous, previousOn, decimals, unit } = indicator;
  const then = previous === null ? '' : `${formatFigure(previous, decimals)}${isShare(unit) ? '%' : ` ${unit}`}`;
  return (
    <section className="panel value-panel" aria-label={indicator.label}>
      <div className="value-main">
        <div className="value-figure">
          <IndicatorFigure
            indicator={indicator}
            href={rowsHref(indicator.code, { part: 'counted' }, asOf)}
            {...(indicator.standing === 'behind' ? { tone: 'late' } : {})}
          />
        </div>
        {target && (
          <div className="value-target">
            {t('plan:targetOf', { year: target.year })} <TargetFigure indicator={indicator} href="#targets" yearSaid />
          </div>
        )}
        {changeOf(indicator) && previousOn && (
          <div className="value-change">
            {t('plan:yearAgo')} <IndicatorChange indicator={indicator} />
            <small>{t('then', { date: previousOn, value: then })}</small>
          </div>
        )}
      </div>
      {(target || isShare(unit)) && (
        <div className="value-gauge">
          <IndicatorGauge indicator={indicator} />
        </div>
      )}
      <p className="value-sentence">{indicator.standingText}</p>
      <Outlook indicator={indicator} />
      <Parts indicator={indicator} asOf={asOf} />
      <p className="value-definition">
        <b>{t('definition')}</b> {indicator.definition}
        {indicator.note && <> {indicator.note}</>}
        {indicator.source && <span className="muted"> {t('basisIs', { source: indicator.source })}</span>}
      </p>
    </section>
  );
}
