import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IndicatorFigure, TargetFigure } from '../../components/indicator-figure.tsx';
import { IndicatorGauge } from '../../components/indicator-gauge.tsx';
import { StandingTag } from '../../components/standing-tag.tsx';
import { indicatorHref, rowsHref } from '../../lib/plan.ts';
import type { WallPanel } from './wall-panels.ts';

/** A chapter's indicators in large type; what is not built is said below. */
export function ChapterPanel({ panel }: { panel: Extract<WallPanel, { kind: 'chapter' }> }) {
  const { t } = useTranslation(['wall', 'plan']);
  return (
    <>
      {panel.rows.length > 0 && (
        <table className="wall-table">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('plan:clause')}</th>
              <th scope="col">{t('plan:indicator')}</th>
              <th scope="col">{t('plan:progress')}</th>
              <th scope="col">{t('plan:current')}</th>
              <th scope="col">{t('plan:target')}</th>
              <th scope="col">{t('plan:standingHead')}</th>
            </tr>
          </thead>
          <tbody>
            {panel.rows.map(({ clause, indicator }) => (
              <tr key={indicator.code}>
                <td className="wall-clause">{clause}</td>
                <th scope="row">
                  <Link to={indicatorHref(indicator.code)}>{indicator.label}</Link>
                </th>
                <td className="wall-gauge">
                  <IndicatorGauge indicator={indicator} width={200} />
                </td>
                <td className="right">
                  <IndicatorFigure indicator={indicator} href={rowsHref(indicator.code, { part: 'counted' })} />
                </td>
                <td className="right wall-target">
                  {indicator.target && (
                    <>
                      <small>{t('plan:target')}</small>
                      <TargetFigure indicator={indicator} href={`${indicatorHref(indicator.code)}#targets`} />
                    </>
                  )}
                </td>
                <td>
                  <StandingTag standing={indicator.standing} sentence={indicator.standingText} unit={indicator.unit} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {panel.notBuilt.length > 0 && (
        <p className={panel.rows.length > 0 ? 'wall-not-built' : 'wall-not-built alone'}>
          <b>{t('notBuilt')}</b> {panel.notBuilt.join(' · ')}
        </p>
      )}
    </>
  );
}
