import type { CaseRecord } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatMoment } from '../../lib/format.ts';

/** How the case stands against the criminal thresholds, and how it stood at each edit of an amount. */
export function CaseThresholds({ record }: { record: CaseRecord }) {
  const { t } = useTranslation('cases');
  const { thresholds, readings } = record;
  if (thresholds.length === 0 && readings.length === 0) return null;
  return (
    <Section title={t('crime.title')} note={t('crime.note')}>
      {thresholds.map((one) => (
        <div key={one.crime} className="threshold">
          <p>
            <b>{one.name}</b>{' '}
            {one.hits.length > 0 ? (
              <StatusTag tone="late">{t('crime.reached')}</StatusTag>
            ) : (
              <StatusTag tone={(one.nearest?.percent ?? 0) >= 80 ? 'warn' : 'good'}>{t('crime.notReached')}</StatusTag>
            )}
          </p>
          {one.hits.map((hit) => (
            <p key={hit.text}>
              {hit.text} <small className="muted">{hit.article}</small>
            </p>
          ))}
          {one.nearest && (
            <div className="threshold-bar">
              <span className="bar" aria-hidden="true">
                <i
                  style={{ width: `${Math.min(100, one.nearest.percent)}%` }}
                  className={one.nearest.percent >= 80 ? 'near' : undefined}
                />
              </span>
              <span>
                {t('crime.nearest', { what: t(`measure.${one.nearest.measure}`), percent: one.nearest.percent })}
              </span>
            </div>
          )}
        </div>
      ))}
      {thresholds.length === 0 && <p className="soft">{t('crime.none')}</p>}
      {readings.length > 0 && (
        <details className="readings">
          <summary>{t('crime.readings', { n: readings.length })}</summary>
          <ul>
            {readings.map((one) => (
              <li key={one.seq}>
                <span className="mono">{formatMoment(one.at)}</span> {one.by} · {one.cause} ·{' '}
                <Money fen={one.businessFen} unit />{' '}
                {one.hit && <StatusTag tone="late">{t('crime.reached')}</StatusTag>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
