import type { IndicatorDetail } from '@jince/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IndicatorFigure } from '../../components/indicator-figure.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { isShare, rowsHref } from '../../lib/plan.ts';

export type Cut = IndicatorDetail['cuts'][number];

interface Props {
  readonly indicator: IndicatorDetail;
  readonly cut: Cut;
  readonly asOf: string | undefined;
}

/** Buckets shown before the rest is asked for. */
const first = 12;

/** The buckets of a cut as bars from zero, the largest first; a line marks the whole district. */
export function Ranking({ indicator, cut, asOf }: Props) {
  const { t } = useTranslation(['indicators', 'plan']);
  const [all, setAll] = useState(false);
  const { code, unit, decimals, kind } = indicator;
  const share = kind === 'share';
  // What is not known of a subject is no place to rank it by: it stands last.
  const sorted = [...cut.buckets].sort(
    (a, b) => Number(a.code === '') - Number(b.code === '') || (b.value ?? -1) - (a.value ?? -1),
  );
  const most = Math.max(...sorted.map((bucket) => bucket.value ?? 0), 0);
  // Parts of a count add up to the whole, so only figures that are no counts are compared with it.
  const whole = share || kind === 'mean' || kind === 'ratio' ? indicator.value : null;
  const end = (isShare(unit) && most <= 100 && most > 50 ? 100 : Math.max(most, whole ?? 0) * 1.02) || 1;
  const shown = all ? sorted : sorted.slice(0, first);
  return (
    <>
      <table className="ranking" aria-label={`${indicator.label} ${cut.label}`}>
        <thead className="sr-only">
          <tr>
            <th scope="col">{cut.label}</th>
            <th scope="col">{t('bar')}</th>
            <th scope="col">{indicator.label}</th>
            {share && <th scope="col">{t('countedOf')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((bucket) => (
            <tr key={bucket.code}>
              <th scope="row" title={bucket.label}>
                {bucket.label}
              </th>
              <td className="ranking-bar" aria-hidden="true">
                <div>
                  <i style={{ width: `${((bucket.value ?? 0) / end) * 100}%` }} />
                  {whole !== null && <u style={{ left: `${(whole / end) * 100}%` }} />}
                </div>
              </td>
              <td className="right">
                <IndicatorFigure
                  indicator={{ label: bucket.label, unit, decimals, value: bucket.value }}
                  href={rowsHref(code, { part: 'counted', cut: cut.cut, bucket: bucket.code }, asOf)}
                />
              </td>
              {share && (
                <td className="right of">
                  {bucket.numerator === null || bucket.denominator === null ? null : (
                    <>
                      <NumberLink
                        value={bucket.numerator}
                        exact
                        href={rowsHref(code, { part: 'counted', cut: cut.cut, bucket: bucket.code }, asOf)}
                        label={`${bucket.label} ${t('plan:part.counted')}`}
                      />
                      {' / '}
                      <NumberLink
                        value={bucket.denominator}
                        exact
                        href={rowsHref(code, { part: 'population', cut: cut.cut, bucket: bucket.code }, asOf)}
                        label={`${bucket.label} ${t('plan:part.population')}`}
                      />
                    </>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="ranking-foot">
        {whole !== null && <span className="ranking-key">{t('wholeDistrict')}</span>}
        {sorted.length > first && (
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {t(all ? 'fewer' : 'allOf', { count: sorted.length })}
          </button>
        )}
      </div>
    </>
  );
}
