import { useTranslation } from 'react-i18next';
import { Money } from '../../../components/money.tsx';
import { formatYuan } from '../../../lib/format.ts';
import { Refusals } from '../amount-why.tsx';
import type { Comparison } from './claim-query.ts';

/** What comes out now beside what was computed last, line by line, with what stops the claim altogether. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation(['claims', 'subsidies', 'common']);
  const { beforeFen, afterFen, policy } = comparison;
  return (
    <div className="comparison">
      <p>
        {beforeFen !== null && (
          <>
            {t('compare.before')} <b>{formatYuan(beforeFen)}</b> →{' '}
          </>
        )}
        {t('compare.after')} <Money fen={afterFen} example={policy.example} unit />
        <span className="muted"> {t('subsidies:versionFacts', { n: policy.version, on: comparison.factsAsOf })}</span>
      </p>
      {comparison.changes.length > 0 && (
        <ul className="change-list">
          {comparison.changes.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {comparison.stops.length > 0 && (
        <>
          <p className="late">{t('compare.stops')}</p>
          <Refusals refusals={comparison.stops} />
        </>
      )}
      {comparison.lines
        .filter((line) => line.refusals.length > 0)
        .map((line) => (
          <div key={line.label}>
            <p className="soft">{line.label}</p>
            <Refusals refusals={line.refusals} />
          </div>
        ))}
    </div>
  );
}
